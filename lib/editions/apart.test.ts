import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inThread } from "./apart";

// stands for the program of the thread: answers with what it was asked, or never
const PROGRAM = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ former, later }) => {
  if (later === "endless") for (;;);
  parentPort.postMessage({ wordsGone: former.length, wordsNew: 0, stretches: [], fates: [] });
});
`;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-comparing-"));
  file = path.join(folder, "thread.mjs");
  writeFileSync(file, PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (former: string, later: string, timeMs = 20_000) =>
  inThread(file, { former, later, places: [[[0, 3]]] }, { timeMs, memoryMb: 64 });

it("answers while the site goes on", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  expect(await ask("four", "five")).toMatchObject({ wordsGone: 4 });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});

it("tells texts apart as wholes that nobody compared to their end, and compares the next", async () => {
  const [whole, next] = [ask("one two three", "endless", 200), ask("four", "five")];
  expect(await whole).toEqual({
    ...{ wordsGone: 3, wordsNew: 1, words: 3 },
    stretches: [
      { kind: "was", former: [0, 13], later: [0, 0] },
      { kind: "now", former: [13, 13], later: [0, 7] },
    ],
    fates: [{ state: "lost", pieces: [], found: "" }],
  });
  expect(await next).toMatchObject({ wordsGone: 4 });
});
