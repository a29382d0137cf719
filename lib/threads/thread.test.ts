import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { askThread, Endless } from "./server";

// stands for a program: answers with its thread and what it was asked, or never, or fails
const PROGRAM = `
import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", (question) => {
  if (question === "endless") return;
  if (question === "broken") throw new Error("it broke");
  parentPort.postMessage({ threadId, question });
});
`;

let folder: string;
let programs = 0;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-threads-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that no other test asks. */
function newProgram() {
  const file = path.join(folder, `program-${programs++}.mjs`);
  writeFileSync(file, PROGRAM);
  return (question: string, timeMs = 30_000) =>
    askThread<{ threadId: number; question: string }>(file, question, { timeMs, memoryMb: 32 });
}

it("answers what waits behind a question that takes long, all of it by one other thread", async () => {
  const ask = newProgram();
  const order: string[] = [];
  const long = ask("endless", 7000).catch((error) => order.push(error instanceof Endless ? "ended" : "?"));
  const answers = await Promise.all(
    ["one", "two", "three"].map((question) =>
      ask(question).then((answer) => {
        order.push(answer.question);
        return answer.threadId;
      }),
    ),
  );
  await long;
  expect(order).toEqual(["one", "two", "three", "ended"]);
  expect(new Set(answers).size).toBe(1);
});

it("asks what waits behind two that never end when the first of them is given up", async () => {
  const ask = newProgram();
  const order: string[] = [];
  const note = (word: string) => () => order.push(word);
  await Promise.all([
    ask("endless", 3000).catch(note("first ended")),
    ask("endless", 8000).catch(note("second ended")),
    ask("behind").then(note("answered")),
  ]);
  expect(order).toEqual(["first ended", "answered", "second ended"]);
});

it("keeps one thread while all answer soon, and goes on after one that broke", async () => {
  const ask = newProgram();
  const [first, second] = await Promise.all([ask("one"), ask("two")]);
  expect(second?.threadId).toBe(first?.threadId);
  await expect(ask("broken")).rejects.toThrow("it broke");
  expect((await ask("three")).question).toBe("three");
});

it("tells of a thread that cannot be started", async () => {
  await expect(askThread("no-address.mjs", "one", { timeMs: 30_000, memoryMb: 32 })).rejects.toThrow(
    /absolute/,
  );
});

it("asks no thread that is told to end because nobody asked it", async () => {
  const ask = newProgram();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const first = await ask("one");
    vi.advanceTimersByTime(3_600_000);
    const second = await ask("two");
    expect(second.question).toBe("two");
    expect(second.threadId).not.toBe(first.threadId);
  } finally {
    vi.useRealTimers();
  }
});

it("sends short questions together, and asks another thread those behind one that never ends", async () => {
  const file = path.join(folder, `program-${programs++}.mjs`);
  // one that answers in its order, whatever comes
  writeFileSync(file, PROGRAM.replace("return;", "for (;;);"));
  const ask = (question: string) =>
    askThread<{ threadId: number; question: string }>(file, question, {
      ...{ timeMs: 2000, memoryMb: 32, isShort: true },
    });
  const outcomes = await Promise.allSettled(["one", "two", "endless", "three", "broken", "four"].map(ask));
  const told = outcomes.map((one) => (one.status === "fulfilled" ? one.value.question : String(one.reason)));
  expect(told).toEqual(["one", "two", "Error", "three", "Error: it broke", "four"]);
  expect(outcomes[2]).toMatchObject({ reason: expect.any(Endless) });
});
