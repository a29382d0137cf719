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
// one that answers in less keeps nobody waiting, and a second one has to be started and to take its memory first
const PATIENCE_MS = 2000;
const MOST_WORKERS = 2;

interface Thread {
  readonly worker: Worker;
  idle: NodeJS.Timeout | undefined;
}

interface Asked {
  readonly question: unknown;
  readonly limits: ThreadLimits;
  readonly answered: (answer: never) => void;
  readonly failed: (error: unknown) => void;
}

interface Program {
  readonly file: string;
  readonly waiting: Asked[];
  readonly free: Thread[];
  /** When each question that is being answered was asked. */
  readonly atWork: Set<{ readonly sinceMs: number }>;
  impatience: NodeJS.Timeout | undefined;
}

// the parts of the site that are bundled apart evaluate this module again, and share the threads
const kept = globalThis as typeof globalThis & { verbatimThreads?: Map<string, Program> };

/**
 * What the program at `file` answers. Questions to one program are asked one after another, and a page that asks nothing of it
 * goes on meanwhile; while a question takes long, those that wait behind it are asked of a second thread.
 * @throws {Endless} when it takes more than `limits` allow; the thread is ended. Else whatever the program throws.
 */
export function askThread<Answer>(file: string, question: unknown, limits: ThreadLimits): Promise<Answer> {
  kept.verbatimThreads ??= new Map();
  const program = kept.verbatimThreads.get(file) ?? {
    ...{ file, waiting: [], free: [], atWork: new Set(), impatience: undefined },
  };
  kept.verbatimThreads.set(file, program);
  return new Promise<Answer>((answered, failed) => {
    program.waiting.push({ question, limits, answered, failed });
    askNext(program);
  });
}

/** Asks what waits as soon as everything that is at work takes long. */
function askNext(program: Program) {
  clearTimeout(program.impatience);
  if (program.waiting.length === 0 || program.atWork.size >= MOST_WORKERS) return;
  const patienceMs = Math.max(
    0,
    ...[...program.atWork].map(({ sinceMs }) => sinceMs + PATIENCE_MS - performance.now()),
  );
  if (patienceMs > 0) {
    program.impatience = setTimeout(askNext, patienceMs, program).unref();
    return;
  }
  const [asked] = program.waiting.splice(0, 1);
  if (asked === undefined) return;
  const work = { sinceMs: performance.now() };
  program.atWork.add(work);
  void ask(program, asked).finally(() => {
    program.atWork.delete(work);
    askNext(program);
  });
  askNext(program);
}

async function ask(program: Program, asked: Asked) {
  let thread: Thread | undefined;
  try {
    // a machine without memory or threads to spare refuses to start one
    thread = program.free.pop() ?? start(program, asked.limits.memoryMb);
    clearTimeout(thread.idle);
    asked.answered((await answerOf(thread.worker, asked)) as never);
    program.free.push(thread);
    thread.idle = setTimeout(end, IDLE_MS, program, thread).unref();
  } catch (error) {
    asked.failed(error);
    await thread?.worker.terminate();
  }
}

function end(program: Program, thread: Thread) {
  dismiss(program, thread);
  void thread.worker.terminate();
}

/** Asks a thread nothing more: one that is told to end is there for a while yet. */
function dismiss({ free }: Program, thread: Thread) {
  clearTimeout(thread.idle);
  const place = free.indexOf(thread);
  if (place >= 0) free.splice(place, 1);
}

function start(program: Program, memoryMb: number): Thread {
  const worker = new Worker(/* turbopackIgnore: true */ program.file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // a site that is asked to end does not wait for it
  worker.unref();
  // one that fails while nobody asks it harms nobody, and the next question starts another
  worker.on("error", () => {});
  const thread: Thread = { worker, idle: undefined };
  worker.once("exit", () => dismiss(program, thread));
  return thread;
}

function answerOf(worker: Worker, { question, limits }: Asked): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answered = (answer: unknown) => settle(() => resolve(answer));
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
