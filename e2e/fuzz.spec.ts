import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import type { Page } from "@playwright/test";
import { cursorOf } from "@/lib/paging";
import { expect, siteAddress, test } from "./fixtures";
import { type Colleagues, capture, publishOne } from "./newsroom";
import {
  anyAddresses,
  anyBytes,
  anyForm,
  type Known,
  type RealForm,
  type Sent,
  seeded,
} from "./pages/nonsense";

// beside every route with every parameter, of which there are more than eight thousand
const ADDRESSES = 2_000;
const FORMS = 5_000;
const RAW = 400;
const AT_ONCE = 16;

interface Answer {
  readonly status: number;
  readonly text: string;
}

// addresses and forms share the server; together they would only wait for each other
test.describe.configure({ mode: "serial" });
test.setTimeout(1_800_000);

test(`every route with every parameter, and ${ADDRESSES} addresses with anything in them, are answered without one failure`, async ({
  hire,
  open,
  colleagues,
}) => {
  const known = await knownTo(colleagues);
  const cookie = await cookieOf(await open(await hire("editor")));
  const made = anyAddresses(seeded(20_261_125), known, ADDRESSES);
  await expectNoFailure(made, (agent, sent, at) => answerTo(agent, sent, at % 2 === 0 ? "" : cookie, at));
});

test(`${FORMS} forms with anything in them are answered without one failure`, async ({
  hire,
  open,
  colleagues,
}) => {
  const known = await knownTo(colleagues);
  const person = await hire("reporter");
  const page = await open(person);
  const visitor = await open("visitor");
  const forms = await everyForm([visitor, page, await open(await hire("admin"))], known.values[0] ?? "");
  expect(forms.length).toBeGreaterThan(12);
  expect(forms.some(({ fields }) => fields.some(([name]) => name.startsWith("$ACTION_")))).toBe(true);
  const cookie = await cookieOf(page);
  const random = seeded(51_120_262);
  const made = Array.from({ length: FORMS }, () => anyForm(random, known, forms));
  await expectNoFailure(made, (agent, sent, at) => answerTo(agent, sent, at % 2 === 0 ? "" : cookie, at));
});

test(`${RAW} requests that are none, as bytes, are answered or hung up on, and the site stays up`, async () => {
  const random = seeded(31_120_262);
  const { host } = new URL(siteAddress());
  const made = Array.from({ length: RAW }, () => anyBytes(random, host));
  await expectNoFailure(
    made.map((body) => ({
      method: "RAW",
      path: JSON.stringify(body.toString("latin1").slice(0, 90)),
      headers: {},
      body,
    })),
    (_, { body }) => answerToBytes(body ?? Buffer.alloc(0)),
  );
  expect((await fetch(siteAddress())).status).toBe(200);
});

/** The routes of the site, read from its folder, and what stands in the demo story and in a statement of our own. */
async function knownTo(colleagues: Colleagues): Promise<Known> {
  const captured = await capture(colleagues.reporter);
  const { publicId, speaker, source } = await publishOne(colleagues);
  const cursors = [
    cursorOf(new Date(), publicId),
    cursorOf("a name", speaker.slug),
    cursorOf("", "0"),
    cursorOf(new Date(0), "z"),
  ];
  return {
    routes: routesOf(path.join(import.meta.dirname, "../app")),
    values: [captured.publicId, publicId, speaker.slug, source.publicId, ...cursors],
  };
}

function routesOf(app: string, kind = /(^|\/)(page\.tsx|route\.tsx?)$/): string[] {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" });
  const routes = files
    .filter((file) => kind.test(file))
    .map((file) => `/${path.posix.dirname(file).replace(/^\.$/, "")}`.replace(/\[[^\]]*\]/g, "*"));
  if (routes.length < 20) throw new Error("where are the routes?");
  return routes.sort();
}

/** Sends everything, a few at a time, and tells what failed: it is an answer of 5xx, none at all, one without words, or a stack in the log. */
async function expectNoFailure(
  all: readonly Sent[],
  ask: (agent: Agent, sent: Sent, at: number) => Promise<Answer>,
): Promise<void> {
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
      const { status, text } = await ask(agent, sent, at);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const hasWords = status < 400 || sent.method === "HEAD" || /[a-z]{3}/i.test(text);
      if (status === 0 || status >= 500 || !hasWords)
        failed.push(
          `${at}: ${status} ${sent.method} ${sent.path} ${JSON.stringify(sent.headers).slice(0, 300)} ${text.slice(0, 200)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(`${seconds} s ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}`);
  expect({ failed: failed.slice(0, 20), stacks: stacksInLog() - stacksBefore }).toEqual({
    failed: [],
    stacks: 0,
  });
}

const HUNG_UP: Answer = { status: 1, text: "" };

/** What the site says to bytes before it hangs up, or before we do when it waits for more. */
function answerToBytes(bytes: Buffer): Promise<Answer> {
  const { hostname, port } = new URL(siteAddress());
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    // what is cut short is waited for by the site, which is not what is asked here
    socket.setTimeout(1500, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      const status = /^HTTP\/1\.1 (?!100)(\d{3})/m.exec(text)?.[1];
      resolve(status === undefined ? HUNG_UP : { status: Number(status), text });
    });
  });
}

function answerTo(agent: Agent, sent: Sent, cookie: string, at: number): Promise<Answer> {
  const { hostname, port, origin } = new URL(siteAddress());
  const headers: Record<string, string> = {
    // an address of its own, so that no limit on guessing is used up for others, and seldom one for itself
    "x-forwarded-for": `203.0.${Math.floor(at / 250) % 250}.${at % 250}`,
    ...(sent.method === "POST" ? { origin, "sec-fetch-site": "same-origin" } : {}),
    ...(cookie === "" ? {} : { cookie }),
    ...sent.headers,
    ...lengthOf(sent),
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

function lengthOf({ body, isChunked }: Sent): Record<string, string> {
  if (body === undefined) return {};
  return isChunked ? { "transfer-encoding": "chunked" } : { "content-length": String(body.length) };
}

/**
 * The forms of every page of the folder, as each of these people is given them, one of those that have the same name and fields. What
 * has an address of its own is shown by that of `id` where it is a statement's.
 */
async function everyForm(people: readonly Page[], id: string): Promise<RealForm[]> {
  const forms = new Map<string, RealForm>();
  for (const route of routesOf(path.join(import.meta.dirname, "../app"), /(^|\/)page\.tsx$/)) {
    for (const page of people) {
      // each names itself behind the key of its sending
      for (const form of await formsOn(page, route.replace("*", id)))
        forms.set(form.fields.map(([name, value]) => `${name} ${value.split(" ")[1] ?? ""}`).join(), form);
    }
  }
  return [...forms.values()];
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
