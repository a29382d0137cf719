const RETRY_AFTER_S = "30";

/**
 * Next answers `notFound()` and a failed page with an empty document that its scripts fill. Here words are put into it
 * for browsers without scripts. It is done where the answer leaves, because nothing inside a page can: when the page is
 * known to be missing, React has given up on writing HTML. A page that was being made when the database went away is no
 * fault of the program: it answers 503 and says when to come back.
 */
export function speakWithoutScripts(
  ServerResponse: typeof import("node:http").ServerResponse,
  failedLately: () => "away" | "unreadable" | null,
): void {
  const statusOf = new WeakMap<object, number>();
  Object.defineProperty(ServerResponse.prototype, "statusCode", {
    configurable: true,
    get() {
      return statusOf.get(this) ?? 200;
    },
    set(this: InstanceType<typeof ServerResponse>, asked: number) {
      const isFirst = !statusOf.has(this) || (statusOf.get(this) ?? 0) < 400;
      const why = asked === 500 && !this.headersSent ? failedLately() : null;
      const status = why === null ? asked : 503;
      if (status === 503 && asked === 500) this.setHeader("retry-after", RETRY_AFTER_S);
      statusOf.set(this, status);
      // by now the answer is compressed by whatever `write` calls, so the words go in before
      if (status >= 400 && isFirst) speak(this, why === "unreadable" ? why : status);
    },
  });
}

type Answer = import("node:http").ServerResponse;

/** A status, or what failed where that says more. */
type Told = number | "unreadable";

function speak(answer: Answer, status: Told): void {
  const write = answer.write as (...parts: unknown[]) => boolean;
  let isBegun = false;
  answer.write = ((part: unknown, ...rest: unknown[]) => {
    const isHtml = String(answer.getHeader("content-type") ?? "").startsWith("text/html");
    const said = isBegun || !isHtml ? part : spoken(part, status);
    isBegun = true;
    return write.call(answer, said, ...rest);
  }) as Answer["write"];
}

// byte by byte: a part may end within a letter, and the words themselves are ASCII
function spoken(part: unknown, status: Told): unknown {
  if (!(part instanceof Uint8Array)) return typeof part === "string" ? withWords(part, status) : part;
  const text = Buffer.from(part).toString("latin1");
  const said = withWords(text, status);
  return said === text ? part : Buffer.from(said, "latin1");
}

/** How Next marks the empty page that its scripts fill when a page was not found or failed. */
const MARK = '<html id="__next_error__"';

/**
 * The first part of an answer, with words in it for browsers without scripts where Next sends an empty page; everything
 * else as it was.
 */
export function withWords(part: string, status: Told): string {
  if (!part.includes(MARK)) return part;
  return part.replace("<body>", () => `<body><noscript>${WORDS[status] ?? FAILED}</noscript>`);
}

const NOT_FOUND = `<div role="main"><h1>There is nothing at this address</h1>
<p>Perhaps it is not published, or the address was cut short. What this desk has published keeps its address for good, even when it is retracted. If you work here, sign in: what is not yet published shows only then.</p>
<p>If you had just sent a form of something that is gone or no longer open to you: what was typed is kept under <a href="/account/typed">typed and not stored</a>.</p>
<p><a href="/statements">Search statements</a> &#183; <a href="/speakers">Speakers A&#8211;Z</a> &#183; <a href="/sign-in">Sign in</a></p></div>`;

const FAILED = `<div role="main"><h1>This page could not be made</h1>
<p>Something failed on our side. Try again. If you had just sent a form, it may have been stored, or not: send it again, it will not be stored twice. What was typed into it is kept, and listed under <a href="/account/typed">typed and not stored</a>.</p></div>`;

const AWAY = `<div role="main"><h1>Verbatim cannot reach its database</h1>
<p>It does not answer just now. What was saved before is safe. Try again in a minute. If you had just sent a form, it may have been stored, or not: send it again, it will not be stored twice.</p></div>`;

const UNREADABLE = `<div role="main"><h1>Verbatim cannot read its database</h1>
<p>It is damaged, or the disk that it stands on cannot be read. Trying again will not help: tell whoever looks after this site, who finds in its log how to go on.</p></div>`;

const WORDS: Readonly<Partial<Record<Told, string>>> = { 404: NOT_FOUND, 503: AWAY, unreadable: UNREADABLE };
