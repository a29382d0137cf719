import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DocumentRefused } from "@/lib/documents";
import { readInThread } from "./apart";

// stands for the program of the thread: a document that never ends, one that takes all memory, one that is refused, one that is read
const PROGRAM = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ name }) => {
  if (name === "endless") for (;;);
  if (name === "heavy") for (const all = []; ; ) all.push("x".repeat(1000) + all.length);
  if (name === "locked") return parentPort.postMessage({ refused: { rule: "encrypted", message: "It is locked." } });
  parentPort.postMessage({ read: { text: name } });
});
`;

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-articles-"));
  file = path.join(folder, "thread.mjs");
  writeFileSync(file, PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string, timeMs = 20_000) =>
  readInThread(file, { bytes: new Uint8Array(), name }, { timeMs, memoryMb: 16 });

it.each([
  ["endless", 200, "hostile", /given up/],
  ["heavy", 20_000, "hostile", /given up/],
  ["locked", 20_000, "encrypted", /It is locked/],
] as const)("refuses what is %s in words, and reads the next", async (name, timeMs, rule, words) => {
  const refused = await read(name, timeMs).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DocumentRefused);
  expect(refused).toMatchObject({ rule, message: expect.stringMatching(words) });
  expect(await read("next")).toEqual({ text: "next" });
});
