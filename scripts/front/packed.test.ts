import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packedAnswers, packStatic } from "./packed.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "verbatim-packed-"));
const script = "export const words = 'a script, a script, a script';";
const server = createServer();
const NAME = "/_next/static/chunks/a.js";

beforeAll(async () => {
  mkdirSync(path.join(folder, "chunks"));
  writeFileSync(path.join(folder, "chunks/a.js"), script);
  writeFileSync(path.join(folder, "chunks/a.woff2"), "packed already");
  packStatic(folder);
  const answers = packedAnswers(folder, { "x-content-type-options": "nosniff" });
  // held in memory from here on
  rmSync(folder, { recursive: true });
  server.on("request", (request, response) => {
    if (!answers(request, response)) response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

async function ask(url: string, headers: Record<string, string>, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve) => {
    send({ port, host: "127.0.0.1", path: url, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    }).end();
  });
}

test.each(["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=0.9", "BR"])(
  "%s is given it packed",
  async (accepted) => {
    const { status, headers, body } = await ask(NAME, { "accept-encoding": accepted });
    expect(status).toBe(200);
    expect(brotliDecompressSync(body).toString()).toBe(script);
    expect(headers).toMatchObject({
      "content-type": "application/javascript; charset=utf-8",
      "content-encoding": "br",
      "content-length": String(body.length),
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
    });
  },
);

test("whoever asks for the head alone gets no body", async () => {
  const { headers, body } = await ask(NAME, { "accept-encoding": "br" }, "HEAD");
  expect(headers["content-encoding"]).toBe("br");
  expect(body).toHaveLength(0);
});

test.each<[string, string, Record<string, string>, string?]>([
  ["cannot unpack it", NAME, { "accept-encoding": "gzip" }],
  ["says nothing", NAME, {}],
  ["does not want it", NAME, { "accept-encoding": "gzip, br;q=0" }],
  ["wants a part", NAME, { "accept-encoding": "br", range: "bytes=0-9" }],
  ["sends", NAME, { "accept-encoding": "br" }, "POST"],
  ["asks for what is packed already", "/_next/static/chunks/a.woff2", { "accept-encoding": "br" }],
  ["asks for what lies beside it", "/_next/static/chunks/a.js.br", { "accept-encoding": "br" }],
  ["asks for another folder", "/_next/static/../a.js", { "accept-encoding": "br" }],
])("whoever %s is left to Next", async (_, url, headers, method) => {
  expect((await ask(url, headers, method)).status).toBe(204);
});
