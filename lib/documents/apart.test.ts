import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askDocumentReader } from "./apart";

// stands for the program of the thread
const PROGRAM = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ name }) => {
  if (name === "endless") for (;;);
  parentPort.postMessage(
    name === "fault" ? { fault: "it broke" }
    : name === "empty" ? { refused: { rule: "empty", message: "There are no words in it." } } : { read: name });
});
`;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-documents-"));
  file = path.join(folder, "thread.mjs");
  writeFileSync(file, PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (name: string, timeMs = 20_000) =>
  askDocumentReader(file, { bytes: new Uint8Array([97]), name }, { timeMs, memoryMb: 64 });

it("answers what was read, passes on by which rule it was not, and tells of a fault", async () => {
  expect(await ask("a.txt")).toBe("a.txt");
  await expect(ask("empty")).rejects.toMatchObject({ name: "DocumentRefused", rule: "empty" });
  await expect(ask("fault")).rejects.toThrow("it broke");
});

it("ends what has no end in words, and reads the next", async () => {
  const [endless, next] = [ask("endless", 200), ask("next")];
  await expect(endless).rejects.toMatchObject({ name: "DocumentRefused", rule: "endless" });
  expect(await next).toBe("next");
});
