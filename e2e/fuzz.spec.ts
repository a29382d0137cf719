import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import type { Page } from "@playwright/test";
import { expect, siteAddress, test } from "./fixtures";
import { capture, publishOne } from "./newsroom";
import { anyAddress, anyForm, type RealForm, type Sent, seeded } from "./pages/nonsense";

const ADDRESSES = 1_500;
const FORMS = 1_500;
const AT_ONCE = 16;

interface Answer {
  readonly status: number;
  readonly text: string;
}

// addresses and forms share the server; together they would only wait for each other
test.describe.configure({ mode: "serial" });
test.setTimeout(1_800_000);

test(`${ADDRESSES} addresses with anything in them are answered without one failure`, async ({
  hire,
  open,
  colleagues,
}) => {
  const known = [(await publishOne(colleagues)).publicId, (await capture(colleagues.reporter)).publicId];
  const cookie = await cookieOf(await open(await hire("editor")));
  const random = seeded(20_261_125);
  const made = Array.from({ length: ADDRESSES }, () => anyAddress(random, known));
  await expectNoFailure(made, (at) => (at % 2 === 0 ? "" : cookie));
});

test(`${FORMS} forms with anything in them are answered without one failure`, async ({
  hire,
  open,
  colleagues,
}) => {
  const { publicId } = await capture(colleagues.reporter);
  const person = await hire("reporter");
  const page = await open(person);
  const visitor = await open("visitor");
  const forms = [
    ...(await formsOn(visitor, "/sign-in")),
    ...(await formsOn(page, "/account")),
    ...(await formsOn(page, "/import")),
    ...(await formsOn(page, "/stories/new")),
    ...(await formsOn(page, `/statements/${publicId}/edit`)),
  ];
  expect(forms.some(({ fields }) => fields.some(([name]) => name.startsWith("$ACTION_")))).toBe(true);
  const cookie = await cookieOf(page);
  const random = seeded(51_120_262);
  const made = Array.from({ length: FORMS }, () => anyForm(random, [publicId], forms));
  await expectNoFailure(made, (at) => (at % 2 === 0 ? "" : cookie));
});

/** Sends everything, a few at a time, and tells what failed: it is an answer of 5xx, none at all, one without words, or a stack in the log. */
async function expectNoFailure(all: readonly Sent[], cookieAt: (at: number) => string): Promise<void> {
  const stacksBefore = stacksInLog();
  const from = performance.now();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses = new Map<number, number>();
  const failed: string[] = [];
  let next = 0;
  const worker = async () => {
    for (;;) {
      const at = next++;
      const sent = all[at];
      if (sent === undefined) return;
      const { status, text } = await answerTo(agent, sent, cookieAt(at), at);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const hasWords = status < 400 || /[a-z]{3}/i.test(text);
      if (status === 0 || status >= 500 || !hasWords)
        failed.push(`${at}: ${status} ${sent.method} ${sent.path} ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(`${seconds} s ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}`);
  expect(failed.slice(0, 20)).toEqual([]);
  expect(stacksInLog() - stacksBefore).toBe(0);
}

function answerTo(agent: Agent, sent: Sent, cookie: string, at: number): Promise<Answer> {
  const { hostname, port, origin } = new URL(siteAddress());
  const headers: Record<string, string> = {
    // an address of its own, so that no limit on guessing is used up for others, and seldom one for itself
    "x-forwarded-for": `203.0.${Math.floor(at / 250) % 250}.${at % 250}`,
    ...(sent.method === "POST" ? { origin, "sec-fetch-site": "same-origin" } : {}),
    ...(cookie === "" ? {} : { cookie }),
    ...sent.headers,
    ...(sent.body === undefined ? {} : { "content-length": String(sent.body.length) }),
  };
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: 0, text: error.message });
    try {
      const asked = request(
        { hostname, port, agent, method: sent.method, path: sent.path, headers },
        (answer) => {
          let text = "";
          // the words of a refusal are looked at; a page that was given is only counted
          if ((answer.statusCode ?? 0) < 400) {
            answer.resume().on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
            answer.on("error", failed);
            return;
          }
          answer.setEncoding("utf8");
          answer.on("data", (chunk: string) => {
            text += chunk;
          });
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
          answer.on("error", failed);
        },
      );
      asked.on("error", failed);
      asked.end(sent.body);
    } catch (error) {
      failed(error as Error);
    }
  });
}

/** The forms of a page as a browser without scripts would send them: the hidden fields, and the others empty. */
async function formsOn(page: Page, path: string): Promise<RealForm[]> {
  const html = await (await page.request.get(path)).text();
  const forms = [...html.matchAll(/<form\b[^>]*method="post"[^>]*>(.*?)<\/form>/gis)];
  return forms.map(([whole, inner = ""]) => ({
    path: decoded(/\baction="([^"]*)"/.exec(whole.slice(0, whole.indexOf(">")))?.[1] ?? "") || path,
    fields: [...inner.matchAll(/<(?:input|textarea|select)\b[^>]*\bname="([^"]*)"[^>]*>/gi)].map(
      ([tag, name = ""]) => [decoded(name), decoded(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "")] as const,
    ),
  }));
}

function decoded(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

function stacksInLog(): number {
  const lines = readFileSync(process.env.SITE_LOG ?? "", "utf8").split("\n");
  return lines.filter((line) => /^\s+at \S/.test(line)).length;
}
