import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { shinglesOf } from "@/lib/shingles";
import { inThread } from "./apart";
import { answerTo } from "./steps";

// stands for the program of the thread: answers with what it was asked, how often it was asked before, and no end
const PROGRAM = `
import { parentPort } from "node:worker_threads";
let count = 0;
parentPort.on("message", ({ text, fromUtf16 }) => {
  count++;
  if (text === "endless") for (;;);
  if (text === "heavy") for (const all = []; ; ) all.push("x".repeat(1000) + all.length);
  if (text === "broken") throw new Error("no word of the text");
  parentPort.postMessage({ found: [], unreadFromUtf16: fromUtf16 + count });
});
`;

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-thread-"));
  file = path.join(folder, "thread.mjs");
  writeFileSync(file, PROGRAM);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, timeMs = 20_000) {
  return inThread(file, { text, fromUtf16: 10, language: "en" }, { timeMs, memoryMb: 16 });
}

it("reads one text after another in one thread, and the site goes on meanwhile", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const steps = await Promise.all([read("one"), read("two"), read("three")]);
  clearInterval(timer);
  expect(steps.map(({ unreadFromUtf16 }) => unreadFromUtf16)).toEqual([11, 12, 13]);
  expect(turns).toBeGreaterThan(0);
});

it("ends a text that has no end in words, and reads the next", async () => {
  const [endless, next] = [read("endless", 200), read("next")];
  await expect(endless).rejects.toThrow(Refused);
  await expect(endless).rejects.toThrow(/gave up/);
  expect(await next).toEqual({ found: [], unreadFromUtf16: 11 });
});

it("ends a text that takes all memory, and the site lives", async () => {
  await expect(read("heavy")).rejects.toThrow(Refused);
  expect(await read("next")).toEqual({ found: [], unreadFromUtf16: 11 });
});

it("tells of a fault, and reads the next", async () => {
  await expect(read("broken")).rejects.toThrow("no word of the text");
  expect(await read("next")).toEqual({ found: [], unreadFromUtf16: 11 });
});

it("takes the shingles of a text where they are wanted, of one that is read in one step", () => {
  const text = "The ferry left at noon with forty passengers and a piano.";
  const asked = { text, fromUtf16: 0, language: "en" };
  expect(answerTo({ ...asked, withShingles: true }).shingles).toEqual(shinglesOf(text));
  expect(answerTo(asked).shingles).toBeUndefined();
  expect(
    answerTo({ ...asked, text: `${text}\n\n`.repeat(1000), withShingles: true }).shingles,
  ).toBeUndefined();
});
