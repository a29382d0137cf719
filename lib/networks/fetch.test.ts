import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FetchRefused, fetchPage } from "./fetch";

// what a name leads to, one answer after another, as a server of names that means harm gives them
const names = vi.hoisted(() => ({ answers: [] as string[] }));
vi.mock("node:dns", async (original) => {
  const actual = await original<typeof import("node:dns")>();
  const lookup = (name: string, options: object, done: (error: Error | null, found: unknown) => void) => {
    if (!name.endsWith(".test")) return actual.lookup(name, options as never, done as never);
    const address = names.answers.length > 1 ? names.answers.shift() : names.answers[0];
    done(null, [{ address, family: 4 }]);
  };
  return { ...actual, default: { ...actual, lookup }, lookup };
});

let server: Server;
let port: number;
const asked: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  names.answers = ["127.0.0.1"];
  answer = (_, response) => response.end("words");
});

const LIMITS = { timeMs: 10_000, mostBytes: 100_000, mostUnpacked: 200_000, mostRedirects: 2 };
// stands for the internet: one address of this machine is open, and no other
const isOpen = (address: string) => address === "127.0.0.1";
const fetch = (path: string, limits = LIMITS) =>
  fetchPage(`http://127.0.0.1:${port}${path}`, { isOpen, limits });
const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FetchRefused);
  return (error as FetchRefused).message;
};

describe("a page", () => {
  it("comes with its headers as they were sent, its encoding, and the address that answered", async () => {
    answer = ({ url }, response) =>
      url === "/old"
        ? response.writeHead(301, { location: "/new#top" }).end()
        : response
            .writeHead(200, { "Content-Type": 'text/html; charset="koi8-r"', "X-Own": "1" })
            .end("words");
    const fetched = await fetch("/old");
    expect(Buffer.from(fetched.bytes).toString()).toBe("words");
    expect(fetched).toMatchObject({
      address: `http://127.0.0.1:${port}/new`,
      status: 200,
      charset: "koi8-r",
    });
    expect(fetched.headers).toContainEqual(["X-Own", "1"]);
    expect(asked).toEqual(["/old", "/new"]);
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("is unpacked from %s", async (coding, pack) => {
    answer = (_, response) =>
      response.writeHead(200, { "content-encoding": coding }).end(pack("words ".repeat(100)));
    expect((await fetch("/")).bytes).toHaveLength(600);
  });
});

describe("is refused in words", () => {
  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void, RegExp]>([
    [
      "what leads on for ever",
      ({ url }, response) => response.writeHead(302, { location: `${url}x` }).end(),
      /leads on more than 2 times/,
    ],
    [
      "what is not there",
      (_, response) => response.writeHead(404).end(),
      /answered 404: there is no such page/,
    ],
    [
      "what says that it is too large",
      (_, response) => response.writeHead(200, { "content-length": "100001" }).end("x".repeat(100_001)),
      /larger than/,
    ],
    [
      "what is too large and does not say it",
      (_, response) => {
        response.writeHead(200);
        response.end("x".repeat(150_000));
      },
      /larger than/,
    ],
    [
      "what unpacks without end",
      (_, response) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(50_000_000))),
      /larger than/,
    ],
    [
      "what is packed in no known way",
      (_, response) => response.writeHead(200, { "content-encoding": "zip64" }).end("x"),
      /packed in a way/,
    ],
    [
      "what is packed and damaged",
      (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip at all"),
      /damaged/,
    ],
    ["what is broken off", (request) => request.socket.destroy(), /broken off/],
  ])("%s", async (_, said, words) => {
    answer = said;
    expect(await refusal(fetch("/"))).toMatch(words);
  });

  it("what never ends, with the time that was waited", async () => {
    answer = (_, response) => void response.writeHead(200).write("a");
    expect(await refusal(fetch("/", { ...LIMITS, timeMs: 200 }))).toMatch(/within 0.2 seconds/);
  });

  it.each([
    "ftp://a.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://ana:secret@a.example/",
    "words",
  ])("%s", async (address) => {
    expect(await refusal(fetchPage(address))).toMatch(/http|password/);
  });
});

describe("nothing but the internet is asked", () => {
  const CLOSED = /not the internet’s/;

  it.each([
    ...[
      "127.0.0.1",
      "10.0.0.1",
      "172.16.0.1",
      "192.168.0.1",
      "169.254.169.254",
      "100.64.0.1",
      "224.0.0.1",
      "0.0.0.0",
    ],
    ...[
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[64:ff9b::7f00:1]",
      "[2002:7f00:1::]",
      "[fe80::1]",
      "[fc00::1]",
      "[ff02::1]",
    ],
    // other ways of writing 127.0.0.1, which an address takes for it
    ...["2130706433", "0x7f.1", "017700000001"],
  ])("%s", async (host) => {
    expect(await refusal(fetchPage(`http://${host}:${port}/`))).toMatch(CLOSED);
    expect(asked).toEqual([]);
  });

  it("nor is a name that leads to it", async () => {
    expect(await refusal(fetchPage(`http://harm.test:${port}/`))).toMatch(CLOSED);
    expect(asked).toEqual([]);
  });

  it("nor what an open address leads on to", async () => {
    for (const location of [
      "http://10.0.0.1/",
      "http://[::1]/",
      "http://harm.test/",
      "//169.254.169.254/latest",
    ]) {
      names.answers = ["10.0.0.9"];
      answer = (_, response) => response.writeHead(302, { location }).end();
      expect([location, await refusal(fetch("/"))]).toEqual([location, expect.stringMatching(CLOSED)]);
    }
    answer = (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end();
    expect(await refusal(fetch("/"))).toMatch(/http/);
  });

  it("nor a name that answers otherwise the second time", async () => {
    names.answers = ["127.0.0.1", "10.0.0.1"];
    answer = (_, response) => response.writeHead(302, { location: "/again" }).end();
    expect(await refusal(fetchPage(`http://harm.test:${port}/`, { isOpen, limits: LIMITS }))).toMatch(CLOSED);
    expect(asked).toEqual(["/"]);
  });

  it("nor a line that ends elsewhere than the name said", async () => {
    // open while the name is looked at, closed once the line stands
    let looked = 0;
    const turning = (address: string) => address === "127.0.0.1" && ++looked === 1;
    expect(
      await refusal(fetchPage(`http://harm.test:${port}/`, { isOpen: turning, limits: LIMITS })),
    ).toMatch(CLOSED);
    expect(asked).toEqual([]);
  });
});
