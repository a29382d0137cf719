import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { askReader } from "./apart";

// stands for the program of the thread: what it answers, or no end
const PROGRAM = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", ({ text, name }) => {
  if (text === "endless") for (;;);
  parentPort.postMessage(
    name ? { refused: [{ rule: "bibliography.file", message: name, field: "file" }] }
    : text === "fault" ? { fault: "it broke" } : { named: text });
});
`;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-bibliographies-"));
  file = path.join(folder, "thread.mjs");
  writeFileSync(file, PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (text: string, timeMs = 20_000) =>
  askReader(file, { kind: "text", text, most: 1 }, { timeMs, memoryMb: 64 });

it("answers, passes on why a file is not read, and tells of a fault", async () => {
  expect(await ask("some text")).toEqual({ named: "some text" });
  const bytes = new Uint8Array();
  await expect(askReader(file, { kind: "file", bytes, name: "a.xlsx" })).rejects.toThrow(Refused);
  await expect(ask("fault")).rejects.toThrow("it broke");
});

it("ends what has no end in words, and reads the next", async () => {
  const [endless, next] = [ask("endless", 200), ask("next")];
  await expect(endless).rejects.toThrow(Refused);
  await expect(endless).rejects.toThrow(/gave up/);
  expect(await next).toEqual({ named: "next" });
});

it("lets ten wait, tells the next to come again, and takes them once those are answered", async () => {
  const waiting = Array.from({ length: 10 }, (_, number) => ask(`text ${number}`));
  await expect(ask("one more")).rejects.toThrow(/in a moment/);
  expect(await Promise.all(waiting)).toHaveLength(10);
  expect(await ask("later")).toEqual({ named: "later" });
});
