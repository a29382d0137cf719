import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { RECEIVER } from "./model";
import { post } from "./posting";
import { signatureOf } from "./signing";

let server: Server;
let base: string;
const got: string[] = [];
let answer: (request: IncomingMessage) => [number, Record<string, string>?] = () => [204];

beforeAll(async () => {
  server = createServer((request, response) => {
    got.push(request.url ?? "");
    response.writeHead(...answer(request)).end("whatever it says");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

beforeEach(() => {
  vi.stubEnv("WEBHOOK_NETWORKS", "127.0.0.0/8");
  got.length = 0;
  answer = () => [204];
});

afterEach(() => vi.unstubAllEnvs());

describe("an address that answers", () => {
  test.each<[string, typeof answer, RegExp]>([
    ["a redirect", () => [302, { location: "http://169.254.169.254/" }], /redirect/u],
    ["a refusal", () => [410], /410/u],
  ])("by %s is told why, and nothing is followed", async (_, said, words) => {
    answer = said;
    const outcome = await post(`${base}/hook`, "{}", {});
    expect(outcome.error).toMatch(words);
    expect(got).toHaveLength(1);
  });

  test.each([
    ["a number", () => base],
    ["a name that leads there", () => base.replace("127.0.0.1", "localhost")],
    ["the same number in IPv6", () => base.replace("127.0.0.1", "[::ffff:127.0.0.1]")],
    ["a number of another kind", () => base.replace("127.0.0.1", "2130706433")],
  ])("and lies in a closed network is not connected to: %s", async (_, url) => {
    vi.stubEnv("WEBHOOK_NETWORKS", "");
    const outcome = await post(`${url()}/hook`, "{}", {});
    expect(outcome).toEqual({ status: null, error: expect.stringMatching(/network/u) });
    expect(got).toEqual([]);
  });

  test("or has no name, or nothing that listens, is told so", async () => {
    expect((await post("http://nowhere.invalid/", "{}", {})).error).toMatch(/name/u);
    expect((await post("http://127.0.0.1:1/", "{}", {})).error).toBe("Nothing listens there.");
  });
});

test("the receiver of the guide takes what is ours, once, and nothing else", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-receiver-"));
  const file = path.join(folder, "receiver.mjs");
  await writeFile(file, RECEIVER);
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  const url = `http://127.0.0.1:${port}/`;
  const secret = "a secret of this test";
  const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (part: Buffer) => {
    printed += part.toString();
  });
  try {
    const tell = async (body: string, signature: string) =>
      (await post(url, body, { "verbatim-signature": signature })).status;
    const body = JSON.stringify({ id: "one", event: "claim.published", url: "https://example.org/x" });
    while ((await tell(body, "t=1,v1=none")) === null) await new Promise((done) => setTimeout(done, 20));
    const signed = signatureOf(secret, body, new Date());
    expect(await tell(body, signed)).toBe(204);
    expect(await tell(body, signed)).toBe(204);
    expect(await tell(body.replace("one", "two"), signed)).toBe(401);
    expect(await tell(body, signatureOf("another", body, new Date()))).toBe(401);
    expect(await tell(body, signatureOf(secret, body, new Date(Date.now() - 301_000)))).toBe(401);
    expect(await tell(body, "")).toBe(401);
    // what the child prints comes by another way than what it answers
    await expect.poll(() => printed.trim().split("\n")).toEqual(["1 claim.published https://example.org/x"]);
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

test("the guide prints the receiver that is run", () => {
  expect(readFileSync("docs/user-guide.md", "utf8")).toContain(`\`\`\`js\n${RECEIVER}\`\`\``);
});
