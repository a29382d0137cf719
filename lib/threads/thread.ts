import { Worker } from "node:worker_threads";

/** How long one question may take, how much memory the program, and how long it is kept while nobody asks. */
export interface ThreadLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
}

/** A question that was not answered within its limits. */
export class Endless extends Error {}

// what a program knows takes memory, and most of the work comes within some minutes
const IDLE_MS = 300_000;

interface Thread {
  worker: Worker | null;
  idle: NodeJS.Timeout | undefined;
  /** Ends when everything that was asked so far is answered. */
  last: Promise<unknown>;
}

// the parts of the site that are bundled apart evaluate this module again, and share the threads
const kept = globalThis as typeof globalThis & { verbatimThreads?: Map<string, Thread> };

/**
 * What the program at `file` answers. Questions to one program are asked one after another, and a page that asks nothing of it
 * goes on meanwhile.
 * @throws {Endless} when it takes more than `limits` allow; the thread is ended. Else whatever the program throws.
 */
export function askThread<Answer>(file: string, question: unknown, limits: ThreadLimits): Promise<Answer> {
  kept.verbatimThreads ??= new Map();
  const thread = kept.verbatimThreads.get(file) ?? { worker: null, idle: undefined, last: Promise.resolve() };
  kept.verbatimThreads.set(file, thread);
  const answer = thread.last.then(() => ask<Answer>(thread, file, { question, limits }));
  thread.last = answer.catch(() => {});
  return answer;
}

interface Asked {
  readonly question: unknown;
  readonly limits: ThreadLimits;
}

async function ask<Answer>(thread: Thread, file: string, { question, limits }: Asked): Promise<Answer> {
  clearTimeout(thread.idle);
  thread.worker ??= start(thread, file, limits.memoryMb);
  const { worker } = thread;
  try {
    return await answerOf<Answer>(worker, { question, limits });
  } catch (error) {
    thread.worker = null;
    await worker.terminate();
    throw error;
  } finally {
    thread.idle = setTimeout(() => {
      void thread.worker?.terminate();
      thread.worker = null;
    }, IDLE_MS).unref();
  }
}

function start(thread: Thread, file: string, memoryMb: number): Worker {
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // a site that is asked to end does not wait for it
  worker.unref();
  // one that fails while nobody asks it harms nobody, and the next question starts another
  worker.on("error", () => {});
  worker.once("exit", () => {
    if (thread.worker === worker) thread.worker = null;
  });
  return worker;
}

function answerOf<Answer>(worker: Worker, { question, limits }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answered = (answer: Answer) => settle(() => resolve(answer));
    const failed = (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Endless() : error));
    const ended = (code: number) => settle(() => reject(new Error(`The thread ended with ${code}.`)));
    const timer = setTimeout(() => settle(() => reject(new Endless())), limits.timeMs);
    function settle(work: () => void) {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", ended);
      work();
    }
    worker.on("message", answered).on("error", failed).on("exit", ended);
    worker.postMessage(question);
  });
}
