import type { Tx } from "./model";
import { isWithinTransact, transact } from "./transact";

interface Waiting {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

// others who write wait no longer than this and the last that was begun
const MOST_AT_ONCE = 24;
const MOST_MS = 800;

const waiting: Waiting[] = [];
let isAtWork = false;

/**
 * `transact` for many small works of one kind: those that wait while a transaction is under way share the next one, with one commit, one
 * run of the record of changes and one wait for the disk. Each is told its result when that commit stands. Where one of them fails, all are undone
 * and each is done again by itself: the others lose nothing by it. As in `transact`, a work has no effect besides `tx`; it sees what those
 * before it in its transaction wrote. @throws what `work` throws
 */
export function transactTogether<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isWithinTransact()) return transact(work);
  return new Promise<T>((resolve, reject) => {
    waiting.push({ work, done: (result) => resolve(result as T), failed: reject });
    if (!isAtWork) void workOff();
  });
}

async function workOff(): Promise<void> {
  isAtWork = true;
  while (waiting.length > 0) await doSome();
  isAtWork = false;
}

async function doSome(): Promise<void> {
  const taken: Waiting[] = [];
  try {
    const results = await transact(async (tx) => {
      const startedMs = performance.now();
      const results: unknown[] = [];
      // tried again, those that were taken before are done anew
      while (results.length < taken.length || (taken.length < MOST_AT_ONCE && waiting.length > 0)) {
        if (results.length === taken.length) {
          if (results.length > 0 && performance.now() - startedMs > MOST_MS) break;
          taken.push(waiting.shift() as Waiting);
        }
        results.push(await (taken[results.length] as Waiting).work(tx));
      }
      return results;
    });
    for (const [at, { done }] of taken.entries()) done(results[at]);
  } catch (error) {
    const [only, ...others] = taken;
    if (only && others.length === 0) only.failed(error);
    else for (const { work, done, failed } of taken) await transact(work).then(done, failed);
  }
}
