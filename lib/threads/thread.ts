import { Worker } from "node:worker_threads";

/** How long one question may take, how much memory the program, and how long it is kept while nobody asks. */
export interface ThreadLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
  /** It is answered in some milliseconds, by a program that answers in the order in which it is asked: several are sent to it at once. */
  readonly isShort?: boolean;
  /** How long it may keep others waiting before a second thread is asked; two seconds where nothing is said. */
  readonly patienceMs?: number;
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

interface AtWork {
  sinceMs: number;
  readonly patienceMs: number;
}

interface Program {
  readonly file: string;
  readonly waiting: Asked[];
  readonly free: Thread[];
  /** When each question that is being answered was asked. */
  readonly atWork: Set<AtWork>;
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
    ...[...program.atWork].map(({ sinceMs, patienceMs }) => sinceMs + patienceMs - performance.now()),
  );
  if (patienceMs > 0) {
    program.impatience = setTimeout(askNext, patienceMs, program).unref();
    return;
  }
  const asked = takeSome(program.waiting);
  const work = { sinceMs: performance.now(), patienceMs: asked[0]?.limits.patienceMs ?? PATIENCE_MS };
  program.atWork.add(work);
  void ask(program, asked, work).finally(() => {
    program.atWork.delete(work);
    askNext(program);
  });
  askNext(program);
}

// whoever asks is busy with other things, and the thread would wait for them between two short questions
const MOST_SENT = 12;

/** The first that waits, and where it is short those behind it that are. */
function takeSome(waiting: Asked[]): Asked[] {
  const long = waiting.findIndex(({ limits }) => !limits.isShort);
  return waiting.splice(0, Math.max(1, Math.min(long < 0 ? waiting.length : long, MOST_SENT)));
}

async function ask(program: Program, some: readonly Asked[], work: AtWork) {
  let thread: Thread | undefined;
  const left = [...some];
  try {
    // a machine without memory or threads to spare refuses to start one
    thread = program.free.pop() ?? start(program, some[0]?.limits.memoryMb ?? 0);
    clearTimeout(thread.idle);
    const last = await answersOf(thread.worker, some, (answer) => {
      left.shift()?.answered(answer as never);
      work.sinceMs = performance.now();
    });
    left.shift()?.answered(last as never);
    program.free.push(thread);
    thread.idle = setTimeout(end, IDLE_MS, program, thread).unref();
  } catch (error) {
    // of several it is not known which of them broke it, unless one took too long: each is asked alone
    if (left.length === 1 || error instanceof Late) left.shift()?.failed(error);
    program.waiting.unshift(
      ...left.map((asked) => ({ ...asked, limits: { ...asked.limits, isShort: false } })),
    );
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

/** One that was not answered in its time. */
class Late extends Endless {}

/** Sends all of them, hands on the answers as they come, and gives the last: each has its time from the one before it on. */
function answersOf(
  worker: Worker,
  some: readonly Asked[],
  handOn: (answer: unknown) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let count = 0;
    const awaitNext = () => {
      const { timeMs = 0 } = some[count]?.limits ?? {};
      timer = setTimeout(() => settle(() => reject(new Late())), timeMs);
    };
    const answered = (answer: unknown) => {
      clearTimeout(timer);
      count += 1;
      if (count === some.length) return settle(() => resolve(answer));
      handOn(answer);
      awaitNext();
    };
    const failed = (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Endless() : error));
    const ended = (code: number) => settle(() => reject(new Error(`The thread ended with ${code}.`)));
    function settle(work: () => void) {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", ended);
      work();
    }
    worker.on("message", answered).on("error", failed).on("exit", ended);
    awaitNext();
    for (const { question } of some) worker.postMessage(question);
  });
}
