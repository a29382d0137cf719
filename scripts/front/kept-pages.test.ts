import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { KeptPages, nameOf } from "./kept-pages.mjs";

const HTML = { "content-type": "text/html; charset=utf-8" };
const server = createServer();
let state: string | null;
let nowMs: number;
let made: string[];
/** What the site makes of a request. */
let make: (request: IncomingMessage, response: ServerResponse, nonce: string) => unknown;
let pages: KeptPages;

beforeAll(async () => {
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    if (await pages.answer(request, response)) return;
    made.push(request.url ?? "");
    const nonce = crypto.randomUUID().replaceAll("-", "");
    response.setHeader("content-security-policy", `script-src 'nonce-${nonce}'`);
    await make(request, response, nonce);
  };
  server.on("request", (request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

beforeEach(() => {
  [state, nowMs, made] = ["one", 0, []];
  pages = new KeptPages(async () => state, { nowMs: () => nowMs, most: 200_000 });
  make = (_, response, nonce) => {
    response.writeHead(200, { ...HTML, link: `</a.js>; rel=preload; nonce="${nonce}"` });
    response.write(Buffer.from(`<script nonce="${nonce}">`));
    response.end(`Grüße ${made.length}</script><script nonce="${nonce}"></script>`);
  };
});

afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    send({ port, host: "127.0.0.1", path, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });

const wordsOf = ({ body }: Answer) => body.toString().replaceAll(/[0-9a-f]{32}/g, "");
const nonceOf = ({ headers }: Answer) =>
  /nonce-([0-9a-f]{32})/.exec(String(headers["content-security-policy"]))?.[1] ?? "none";

test("a page is made once for as long as nothing is written, each time with a nonce of its own", async () => {
  const [first, second] = [await ask("/statements?q=a"), await ask("/statements?q=a")];
  expect(made).toHaveLength(1);
  expect([second.status, wordsOf(second)]).toEqual([200, wordsOf(first)]);
  expect([first, second].map(({ headers }) => headers["cache-status"])).toEqual([undefined, "Verbatim; hit"]);
  expect(second.headers["content-type"]).toBe(HTML["content-type"]);
  expect(nonceOf(second)).not.toBe(nonceOf(first));
  expect(second.body.toString().split(`nonce="${nonceOf(second)}"`)).toHaveLength(3);
  expect(second.body.toString()).not.toContain(nonceOf(first));
  expect(second.headers.link).toBe(`</a.js>; rel=preload; nonce="${nonceOf(second)}"`);
});

test("it is made anew after a write, by whomever, and after half a minute", async () => {
  await ask("/");
  state = "two";
  expect(wordsOf(await ask("/"))).toContain("Grüße 2");
  nowMs = 31_000;
  expect(wordsOf(await ask("/"))).toContain("Grüße 3");
  // a state that comes again is of no page made under another
  state = "one";
  expect(wordsOf(await ask("/"))).toContain("Grüße 4");
});

test("what was written while it was made is in the next one", async () => {
  const plain = make;
  make = (request, response, nonce) => {
    state = "written meanwhile";
    plain(request, response, nonce);
  };
  await ask("/");
  make = plain;
  await ask("/");
  expect(made).toHaveLength(2);
});

test("nothing is kept or given while nobody knows what was written", async () => {
  await ask("/");
  state = null;
  await ask("/");
  pages = new KeptPages(() => Promise.reject(new Error("away")));
  await ask("/");
  expect(made).toHaveLength(3);
});

test.each([
  ["a cookie", "/", { cookie: "verbatim.session_token=x" }],
  ["a cookie of no meaning", "/", { cookie: "theme=dark" }],
  ["a key", "/", { authorization: "Bearer vbk_x" }],
  ["a header that nobody knows", "/", { "x-middleware-prefetch": "1" }],
  ["another form of a record", "/statements/st-abcd", { accept: "application/ld+json" }],
  ["a part", "/", { range: "bytes=0-1" }],
  ["a body", "/", { "content-length": "0" }],
  ["a file", "/statements/st-abcd.json", {}],
  ["a page of forms", "/sign-in", {}],
  ["the desk", "/review", {}],
  ["a check", "/check/abc", {}],
])("%s is answered anew, also where the page is kept", async (_, path, headers) => {
  await ask(path);
  await ask(path, headers as Record<string, string>);
  await ask(path, headers as Record<string, string>);
  expect(made).toHaveLength(3);
});

test("what somebody else asks never becomes a visitor's page", async () => {
  make = (request, response) =>
    response.writeHead(200, HTML).end(request.headers.cookie ? "the desk's" : "the public's");
  await ask("/", { cookie: "a=b" });
  expect((await ask("/")).body.toString()).toBe("the public's");
  expect((await ask("/", { cookie: "a=b" })).body.toString()).toBe("the desk's");
});

test.each([
  ["what sets a cookie", 200, { ...HTML, "set-cookie": "a=b" }, "a page"],
  ["what is not found", 404, HTML, "nothing"],
  ["a way to another page", 307, { location: "/sign-in" }, ""],
  ["what failed", 500, HTML, "a fault"],
  ["data", 200, { "content-type": "application/json" }, "{}"],
  ["a page with a form that is sent once", 200, HTML, '<input type="hidden" name="sending" value="k">'],
  ["the same for the page's scripts", 200, HTML, '{\\"sending\\":{}}'],
  ["a page with an action", 200, HTML, '<input name="$ACTION_ID_1">'],
])("%s is not kept, and arrives as it was made", async (_, status, headers, body) => {
  make = (__, response) => response.writeHead(status, headers).end(body);
  for (const answer of [await ask("/stories"), await ask("/stories")]) {
    expect([answer.status, answer.body.toString()]).toEqual([status, body]);
    expect(answer.headers["set-cookie"]).toEqual("set-cookie" in headers ? ["a=b"] : undefined);
  }
  expect(made).toHaveLength(2);
});

test("a page without a nonce is not kept: its scripts could not be told from others", async () => {
  make = (_, response) => {
    response.removeHeader("content-security-policy");
    response.writeHead(200, HTML).end("plain");
  };
  await ask("/");
  await ask("/");
  expect(made).toHaveLength(2);
});

test("bytes arrive as they are", async () => {
  const bytes = Buffer.from([0xff, 0xd8, 0x00, 0xfe]);
  make = (_, response) => response.writeHead(200, { "content-type": "image/jpeg" }).end(bytes);
  expect((await ask("/sources/src-1/arrived/abc")).body).toEqual(bytes);
});

test("it is packed for whoever can unpack it, made or kept", async () => {
  make = (_, response) => response.writeHead(200, HTML).end("word ".repeat(1000));
  for (let n = 0; n < 2; n++) {
    const { headers, body } = await ask("/about", { "accept-encoding": "br, gzip" });
    expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    expect(gunzipSync(body).toString()).toBe("word ".repeat(1000));
  }
  expect((await ask("/about")).body.toString()).toBe("word ".repeat(1000));
  expect((await ask("/about", { "accept-encoding": "gzip;q=0" })).headers["content-encoding"]).toBe(
    undefined,
  );
  expect(made).toHaveLength(1);
});

test("what is larger than is kept goes its way while it is made", async () => {
  make = (_, response) => {
    response.writeHead(200, HTML);
    for (let n = 0; n < 40; n++) response.write("x".repeat(50_000));
    response.end("end");
  };
  expect((await ask("/statements")).body).toHaveLength(2_000_003);
  await ask("/statements");
  expect(made).toHaveLength(2);
});

test("of more than it may hold the ones asked for least go", async () => {
  make = (_, response) => response.writeHead(200, HTML).end("x".repeat(40_000));
  for (const path of ["/speakers/a", "/speakers/b", "/speakers/a", "/speakers/c", "/speakers/a"])
    await ask(path);
  expect(made).toEqual(["/speakers/a", "/speakers/b", "/speakers/c"]);
  await ask("/speakers/b");
  expect(made).toHaveLength(4);
});

test("many who ask at once for a page that was kept wait for one that makes it", async () => {
  const plain = make;
  await ask("/");
  state = "two";
  make = async (request, response, nonce) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    plain(request, response, nonce);
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask("/")));
  expect(made).toHaveLength(2);
  expect(new Set(answers.map(nonceOf)).size).toBe(8);
});

test("who waits for one that never came is answered all the same", async () => {
  const plain = make;
  await ask("/");
  state = "two";
  make = (_, response) => response.destroy();
  const lost = ask("/").catch(() => "lost");
  const waiting = ask("/").catch(() => "lost");
  make = (request, response, nonce) =>
    made.length === 2 ? response.destroy() : plain(request, response, nonce);
  expect(await lost).toBe("lost");
  expect(await waiting).toMatchObject({ status: 200 });
});

test("what a page's scripts ask on the way from one page to another has a name of its own", () => {
  const of = (headers: Record<string, string>) =>
    nameOf({ method: "GET", url: "/", headers: { host: "a", accept: "*/*", ...headers } });
  const names = [
    of({}),
    of({ rsc: "1" }),
    of({ rsc: "1", "next-router-state-tree": "x" }),
    of({ rsc: "1", "next-url": "/" }),
    of({ host: "b" }),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain(null);
});
