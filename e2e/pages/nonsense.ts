// What strangers send, made from a seed: the same every time, so that a failure can be found again.

export interface Sent {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Hidden fields of a real form, by the page it stands on. */
export interface RealForm {
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}

const NASTY = [
  ...[
    "%ff",
    "%",
    "%zz",
    "%c0%af",
    "%ed%a0%80",
    "%00",
    "%0d%0aX: y",
    "%2e%2e%2f",
    "..",
    "%u0041",
    "%25ff",
    "%F0%9F",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "prototype",
    "null",
    "undefined",
    "NaN",
    "true",
  ],
  ...["0", "-1", "1e309", "2147483648", "9007199254740993", "99999999999999999999", "0x10", "1.5", "+0"],
  ...[
    "'",
    '"',
    "\\",
    "%22",
    "%27%20OR%201=1--",
    "*",
    "%25",
    "_",
    "(",
    ")",
    "NEAR(",
    "%22%22%22",
    "a*b*",
    "-",
    "^",
    "~",
  ],
  ...[
    "st-7k2m9q",
    "st-0000000",
    "sp-",
    "a.json",
    "a..json",
    "a.csv.json",
    ".json",
    ".banana",
    "a%2Fb",
    "a%5Cb",
  ],
  ...[
    "%E2%80%AE",
    "%E2%80%8B",
    "%EF%BB%BF",
    "%D9%85%D9%88%D8%B6",
    "%F0%9F%92%A9",
    "%CC%81".repeat(60),
    "a".repeat(3000),
  ],
  ...[
    "2025-13-45",
    "2025-02-30",
    "-271821-04-20",
    "+275760-09-13",
    "0000",
    "999999",
    "2025-10-28T25:61",
    "MTc.x",
    "eA.y",
  ],
  ...[
    "[object Object]",
    "{}",
    "[]",
    "%5B%5D",
    "<script>",
    "%3Cscript%3E",
    "javascript:alert(1)",
    "//evil.example",
    "",
  ],
].map((value) => value.replace(/[\s"<>\\^`{|}[\]]/g, (sign) => encodeURIComponent(sign)));

const ROUTES = [
  ...[
    "/",
    "/statements",
    "/speakers",
    "/claims",
    "/contradictions",
    "/sources",
    "/stories",
    "/about",
    "/sign-in",
  ],
  ...["/set-password", "/account", "/admin", "/review", "/import", "/stories/new", "/about/components"],
  ...[
    "/statements.json",
    "/statements.csv",
    "/speakers.json",
    "/_next/image",
    "/_next/data/x/y.json",
    "/favicon.ico",
  ],
  ...["/statements/*", "/statements/*/edit", "/statements/*/as/*", "/statements/*.json", "/statements/*.*"],
  ...["/speakers/*", "/speakers/*/edit", "/speakers/*/as/*", "/speakers/*.json", "/claims/*", "/stories/*"],
  ...[
    "/stories/*/edit",
    "/sources/*",
    "/sources/*/edit",
    "/review/*",
    "/import/*",
    "/admin/people/*",
    "/*",
    "/*/*/*",
  ],
];

const PARAMETERS = [
  ...[
    "q",
    "after",
    "speaker",
    "form",
    "state",
    "source",
    "outlet",
    "story",
    "claim",
    "id",
    "letter",
    "kind",
    "view",
  ],
  ...[
    "style",
    "next",
    "token",
    "saved",
    "done",
    "version",
    "edition",
    "at",
    "from",
    "to",
    "find",
    "refused",
    "_rsc",
  ],
  ...[
    "check",
    "position",
    "relation",
    "verdict",
    "a[b]",
    "__proto__",
    "constructor",
    "q[]",
    "%ff",
    "",
    "since",
    "language",
  ],
];

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ["rsc", ["1", "0", "nonsense"]],
  [
    "next-router-state-tree",
    ["x", "%7B", "%5B%5D", "[]", "%5B%22%22%2C%7B%7D%5D", "%5B1%5D", "%ff", "null", "a".repeat(9000)],
  ],
  ["next-router-prefetch", ["1", "2", "3", "x"]],
  ["next-router-segment-prefetch", ["/_tree", "/../x", "%ff", "/_index", "__PAGE__"]],
  ["next-url", ["/", "//evil", "%ff", "x".repeat(500)]],
  ["next-action", ["x", "40aa", "__proto__", "a".repeat(42), "../x"]],
  ["next-hmr-refresh", ["1"]],
  ["x-nextjs-data", ["1"]],
  ["x-middleware-subrequest", ["proxy:proxy:proxy:proxy:proxy", "middleware"]],
  ["x-middleware-rewrite", ["/admin"]],
  ["x-matched-path", ["/admin", "/_error"]],
  ["x-invoke-path", ["/admin"]],
  ["x-invoke-status", ["500"]],
  ["x-now-route-matches", ["1=2"]],
  ["x-forwarded-host", ["evil.example", "a b", ""]],
  ["x-forwarded-proto", ["ftp", "https, http", ""]],
  ["x-forwarded-port", ["99999999", "x"]],
  ["forwarded", ["for=1.2.3.4;host=evil"]],
  ["host", ["evil.example", "a b", "[::1]:1", "localhost:99999"]],
  [
    "cookie",
    [
      "verbatim.session_token=x",
      "verbatim.session_token=%ff.%00",
      "=",
      ";;;",
      "a",
      `a=${"b".repeat(4000)}`,
      "verbatim.device=a.b~c",
    ],
  ],
  ["accept", ["text/html", "*/*", "application/json", "text/x-component", ";;;", "q=9"]],
  ["accept-language", ["xx-invalid-;q=9", "*"]],
  ["if-none-match", ['"x"', "*", "x"]],
  ["if-modified-since", ["never"]],
  ["range", ["bytes=0-0,5-", "bytes=9-1", "x"]],
  ["content-type", ["application/json", "multipart/form-data", "x"]],
  ["purpose", ["prefetch"]],
  ["authorization", ["Bearer x", "Basic %%%"]],
];

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An address, with headers, that may be anything. */
export function anyAddress(random: () => number, known: readonly string[]): Sent {
  const path = anyPath(random, known);
  const query = times(random, 4, () => `${oneOf(random, PARAMETERS)}=${oneOf(random, [...known, ...NASTY])}`);
  // one of many names, many of one name
  if (random() < 0.02) query.push(...Array<string>(150).fill(`${oneOf(random, PARAMETERS)}=x`));
  return {
    method: "GET",
    path: query.length > 0 && random() < 0.7 ? `${path}?${query.join("&")}` : path,
    headers: anyHeaders(random),
  };
}

/** A form that may be anything: a real one with something wrong about it, or something that was never one. */
export function anyForm(random: () => number, known: readonly string[], forms: readonly RealForm[]): Sent {
  const form = random() < 0.7 ? oneOf(random, forms) : { path: anyPath(random, known), fields: [] };
  const fields = [...form.fields, ...times(random, 4, () => anyField(random))].flatMap((field) =>
    mutated(random, field),
  );
  const { type, body } = random() < 0.8 ? multipart(random, fields) : otherBody(random, fields);
  const headers = { ...(random() < 0.3 ? anyHeaders(random) : {}), "content-type": type };
  return { method: "POST", path: form.path, headers, body };
}

function anyPath(random: () => number, known: readonly string[]): string {
  const path = oneOf(random, ROUTES).replace(/\*/g, () => oneOf(random, random() < 0.4 ? known : NASTY));
  return random() < 0.05 ? path.replace(/\//g, "//") : path;
}

function anyHeaders(random: () => number): Record<string, string> {
  return Object.fromEntries(
    times(random, 3, () => {
      const [name, values] = oneOf(random, HEADERS);
      return [name, oneOf(random, values)] as const;
    }),
  );
}

const FIELDS = [
  ...[
    "email",
    "password",
    "next",
    "name",
    "theme",
    "style",
    "back",
    "title",
    "text",
    "wording",
    "version",
    "statementId",
  ],
  ...[
    "userId",
    "role",
    "evidence.0.note",
    "a.b.c.d.e.f.g.h.i",
    "__proto__",
    "constructor.prototype.x",
    "$ACTION_KEY",
  ],
  ...[
    "$ACTION_REF_1",
    "$ACTION_1:0",
    "$ACTION_1:1",
    "$ACTION_ID_40aa",
    "$ACTION_REF_x",
    "$ACTION_1:0:0",
    "0",
    "1",
    "1_email",
  ],
];
const VALUES = [
  ...[
    "",
    "x",
    "a@example.org",
    "0",
    "-1",
    "1e999",
    "\u0000",
    "\u202e",
    "null",
    "{}",
    "[]",
    "[1]",
    '"$1"',
    '["$K1"]',
  ],
  ...[
    '{"id":"40aa","bound":"$@1"}',
    '{"id":"40aa","bound":null}',
    '{"id":null}',
    '{"id":"x#y"}',
    '["$undefined"]',
  ],
  ...[
    '["$@1"]',
    '["$F1"]',
    '["$Q1"]',
    '["$1:__proto__:a"]',
    '[{"__proto__":1}]',
    "x".repeat(5000),
    "[".repeat(2000),
  ],
];

function anyField(random: () => number): [string, string] {
  return [oneOf(random, FIELDS), oneOf(random, VALUES)];
}

function mutated(random: () => number, field: readonly [string, string]): (readonly [string, string])[] {
  const chance = random();
  if (chance < 0.06) return [];
  if (chance < 0.12) return [field, field];
  if (chance < 0.2) return [[field[0], oneOf(random, VALUES)]];
  if (chance < 0.24) return [[oneOf(random, FIELDS), field[1]]];
  if (chance < 0.28) return [[field[0], field[1].slice(0, Math.floor(random() * field[1].length))]];
  if (chance < 0.29) return Array<readonly [string, string]>(300).fill(field);
  return [field];
}

function multipart(random: () => number, fields: readonly (readonly [string, string])[]) {
  const edge = "----fuzzed";
  const parts = fields.map(
    ([name, value]) =>
      `--${edge}\r\nContent-Disposition: form-data; name="${name}"${random() < 0.02 ? '; filename="a.txt"' : ""}\r\n\r\n${value}\r\n`,
  );
  let body = Buffer.from(`${parts.join("")}--${edge}--\r\n`);
  const chance = random();
  if (chance < 0.08) body = body.subarray(0, Math.floor(random() * body.length));
  else if (chance < 0.12) body = Buffer.from(body.toString().replaceAll("\r\n", "\n"));
  else if (chance < 0.14) body = Buffer.concat([body, body]);
  const type =
    random() < 0.04
      ? "multipart/form-data"
      : `multipart/form-data; boundary=${random() < 0.04 ? "other" : edge}`;
  return { type, body };
}

function otherBody(random: () => number, fields: readonly (readonly [string, string])[]) {
  const pairs = fields
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  return oneOf(random, [
    { type: "application/x-www-form-urlencoded", body: Buffer.from(pairs) },
    { type: "text/plain;charset=UTF-8", body: Buffer.from(oneOf(random, VALUES)) },
    { type: "application/json", body: Buffer.from(oneOf(random, VALUES)) },
    { type: "", body: Buffer.from(pairs) },
    { type: "multipart/form-data; boundary=x", body: Buffer.alloc(0) },
  ]);
}

function oneOf<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}

function times<T>(random: () => number, most: number, make: () => T): T[] {
  return Array.from({ length: Math.floor(random() * most) }, make);
}
