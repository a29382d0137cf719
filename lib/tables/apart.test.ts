import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { SpreadsheetRefused } from "@/lib/spreadsheets";
import { askTables } from "./apart";

// stands for the program of the thread: what it answers, or no end
const PROGRAM = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ ask, table, names }) => {
  if (ask === "kinds") return parentPort.postMessage({ shown: names });
  if (table.sheet === "endless") for (;;);
  parentPort.postMessage(
    table.sheet === "fault" ? { fault: "it broke" }
    : table.sheet === "refused" ? { refused: { rule: "empty", message: "nothing in it" } }
    : { read: table.sheet });
});
`;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-tables-"));
  file = path.join(folder, "thread.mjs");
  writeFileSync(file, PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (sheet: string, timeMs = 20_000) => {
  const table = { bytes: new Uint8Array(), sheet, said: {}, remembered: [] };
  return askTables(file, { ask: "table", table }, { timeMs, memoryMb: 64 });
};

it("answers, passes on why a table is not read, and tells of a fault", async () => {
  expect(await ask("one")).toEqual({ read: "one" });
  expect(await askTables(file, { ask: "kinds", names: [] })).toEqual({ shown: [] });
  await expect(ask("refused")).rejects.toThrow(SpreadsheetRefused);
  await expect(ask("fault")).rejects.toThrow("it broke");
});

it("ends what has no end in words, and reads the next", async () => {
  const [endless, next] = [ask("endless", 200), ask("next")];
  await expect(endless).rejects.toThrow(Refused);
  await expect(endless).rejects.toThrow(/gave up/);
  expect(await next).toEqual({ read: "next" });
});
