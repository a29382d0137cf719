import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { plantCanaries, type Reader } from "@/e2e/canaries";
import { FORMATS } from "@/lib/exports/server";
import { makeKey } from "@/lib/keys/server";
import { makeUser } from "@/prisma/factories";
import { main } from "./main";
import { readerOf, serveRecord } from "./mcp-server";
import type { Terminal } from "./terminal";

/** What e2e/canaries.spec.ts asks of every route, of what programs read beside the routes. */

const TOKEN = /zq[0-9a-f]{6}x[0-9a-z]+vk/giu;

async function printedBy(args: readonly string[]): Promise<string> {
  const printed: Buffer[] = [];
  const take = (piece: string | Uint8Array) => void printed.push(Buffer.from(piece));
  const terminal: Terminal = {
    ...{ folder: "/", print: take, tell: take },
    async write(pieces) {
      for await (const piece of pieces) take(piece);
    },
    ...{ readInput: async () => "", readBytes: async () => Buffer.from("") },
  };
  await main(args, terminal);
  return Buffer.concat(printed).toString("utf8");
}

test("neither an assistant nor an exported file tells a secret to who may not see it", {
  timeout: 300_000,
}, async () => {
  const planted = await plantCanaries(await makeUser("editor"));
  const { canaries, open, other, hidden } = planted;
  const canaryOf = new Map(canaries.map((canary) => [canary.token, canary]));
  const leaks = new Set<string>();
  const seen = new Map<Reader, Set<string>>();
  const read = (who: Reader, by: string, text: string, asked = "") => {
    const own = seen.get(who) ?? new Set<string>();
    seen.set(who, own);
    for (const [token] of text.matchAll(TOKEN)) {
      const canary = canaryOf.get(token.toLowerCase());
      // an answer may say what was asked
      if (!canary || asked.includes(canary.token)) continue;
      own.add(canary.token);
      if (!canary.readers.includes(who)) leaks.add(`${canary.field} to ${who} by ${by}`);
    }
  };
  const ids = [open, other, ...hidden].map(({ publicId }) => publicId);
  // that no search finds a secret by itself is e2e/canaries.spec.ts's
  const words = ["zebras", "whisper", "open", "council", "state:captured"];
  // what a draft prints is compared with the record, and what is found there is told beside it
  const drafts = canaries
    .filter(({ field }) => field.startsWith("Statement.wording") || field.startsWith("Edition.text"))
    .map(({ token }) => `“They whisper of ${token},” said Ada Open. “Zebras sleep,” she said.`);
  for (const who of ["visitor", "admin", "reporter"] as const) {
    const key =
      who === "visitor"
        ? null
        : (await makeKey(await makeUser(who), { label: "x", scopes: ["read"], days: "30" })).key;
    const [here, there] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: "a test", version: "1" });
    await Promise.all([serveRecord(readerOf(key)).connect(there), client.connect(here)]);
    const ask = async (name: string, args: Record<string, unknown>, asked = "") =>
      read(who, name, JSON.stringify(await client.callTool({ name, arguments: args })), asked);
    for (const one of words) await ask("search_statements", { words: one }, one);
    for (const id of ids) for (const tool of ["get_statement", "cite"]) await ask(tool, { id });
    for (const text of drafts) await ask("check_text", { text }, text);
    await client.close();
  }
  const filters = [...[[], ["--state", "captured", "declined", "approved", "published", "retracted"]]];
  for (const { id, isBinary } of FORMATS)
    for (const filter of isBinary ? [] : filters)
      read("visitor", `export ${id}`, await printedBy(["export", "--format", id, ...filter]));
  expect([...leaks]).toEqual([]);
  // the net is of no use where nothing swims
  expect(seen.get("visitor")?.size).toBeGreaterThan(1);
  expect(seen.get("reporter")?.size).toBeGreaterThan(20);
});
