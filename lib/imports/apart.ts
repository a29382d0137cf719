import path from "node:path";
import { Worker } from "node:worker_threads";
import { Refused } from "@/lib/errors";
import { readStep, type Step } from "./steps";
import type { Question } from "./thread";

// a step of 48,000 characters takes about a second at the worst; what takes so much longer never ends
const LIMITS = { timeMs: 60_000, memoryMb: 1024 };
// the words that it knows take memory, and most newsrooms import for some minutes at a time
const IDLE_MS = 300_000;

// the parts of the site that are bundled apart evaluate this module again, and share one thread
const kept = globalThis as typeof globalThis & { verbatimReading?: Reading };

interface Reading {
  worker: Worker | null;
  idle: NodeJS.Timeout | undefined;
  /** Ends when everything that was asked so far is answered. */
  last: Promise<unknown>;
}

/**
 * What `readStep` finds. The served site reads in a thread of its own, one step after another, so that a page which
 * somebody else asks for never waits for a text; a command, which nobody waits behind, reads where it is.
 * @throws {Refused} when a step does not end.
 */
export function readApart(question: Question): Promise<Step> {
  // set by the bundler in what it makes for the site
  if (process.env.NEXT_RUNTIME !== "nodejs") {
    return Promise.resolve(readStep(question.text, question.fromUtf16, question.language));
  }
  return inThread(path.join(process.cwd(), ".cache/program/reading-thread.mjs"), question);
}

/** `readApart` with the program at `file`; a step that takes more than `limits` allow is ended, and the thread with it. */
export function inThread(file: string, question: Question, limits = LIMITS): Promise<Step> {
  kept.verbatimReading ??= { worker: null, idle: undefined, last: Promise.resolve() };
  const reading = kept.verbatimReading;
  const answer = reading.last.then(() => ask(reading, file, question, limits));
  reading.last = answer.catch(() => {});
  return answer;
}

async function ask(reading: Reading, file: string, question: Question, limits: typeof LIMITS): Promise<Step> {
  clearTimeout(reading.idle);
  reading.worker ??= start(file, limits.memoryMb);
  const { worker } = reading;
  try {
    return await answerOf(worker, question, limits.timeMs);
  } catch (error) {
    reading.worker = null;
    await worker.terminate();
    throw error;
  } finally {
    reading.idle = setTimeout(() => {
      void reading.worker?.terminate();
      reading.worker = null;
    }, IDLE_MS).unref();
  }
}

function start(file: string, memoryMb: number): Worker {
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // a site that is asked to end does not wait for it
  worker.unref();
  // one that fails while nobody asks it harms nobody, and the next question starts another
  worker.on("error", () => {});
  worker.once("exit", () => {
    if (kept.verbatimReading?.worker === worker) kept.verbatimReading.worker = null;
  });
  return worker;
}

function answerOf(worker: Worker, question: Question, timeMs: number): Promise<Step> {
  return new Promise((resolve, reject) => {
    const answered = (step: Step) => settle(() => resolve(step));
    const failed = (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? endless() : error));
    const ended = (code: number) => settle(() => reject(new Error(`The reading thread ended with ${code}.`)));
    const timer = setTimeout(() => settle(() => reject(endless())), timeMs);
    function settle(work: () => void) {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", ended);
      work();
    }
    worker.on("message", answered).on("error", failed).on("exit", ended);
    worker.postMessage(question);
  });
}

function endless(): Refused {
  return new Refused([
    {
      rule: "text.endless",
      message:
        "The program could not read this text to its end, and gave up. Paste a part of it, and leave out tables, code and what is no article.",
      field: "text",
    },
  ]);
}
