import type { Tx } from "./model";
import { isWithinTransact, transact } from "./transact";

/** What works of one kind look at for all of them at once, before the first of them is done. */
export interface LookAhead<Item, Ahead> {
  /** Works of one group are of one kind, and by whom one permission is asked. */
  readonly group: string;
  readonly item: Item;
  readonly look: (tx: Tx, items: readonly Item[]) => Promise<Ahead>;
  /** What is done in its place where the work failed and is undone; left out, that is told. Throws what it is not for. */
  readonly otherwise?: (error: unknown) => Promise<unknown>;
}

interface Waiting {
  readonly work: (tx: Tx, ahead: unknown) => Promise<unknown>;
  readonly ahead: LookAhead<unknown, unknown> | undefined;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

// others who write wait no longer than this and the last that was begun
const MOST_AT_ONCE = 32;
const MOST_MS = 800;

const waiting: Waiting[] = [];
let isAtWork = false;

/**
 * `transact` for many small works of one kind: those that wait while a transaction is under way share the next one, with one commit, one
 * run of the record of changes and one wait for the disk. Each is told its result when that commit stands. Where one of them fails, all are undone
 * and each is done again by itself: the others lose nothing by it. As in `transact`, a work has no effect besides `tx`; it sees what those
 * before it in its transaction wrote. What `ahead` looks at is asked once for all that share it, and what those before it wrote since is for the
 * work to know. @throws what `work` throws
 */
export function transactTogether<T, Item = null, Ahead = undefined>(
  work: (tx: Tx, ahead: Ahead) => Promise<T>,
  ahead?: LookAhead<Item, Ahead>,
): Promise<T> {
  const asked = { work, ahead } as unknown as Pick<Waiting, "work" | "ahead">;
  if (isWithinTransact()) return doAlone(asked).catch(otherwise(asked)) as Promise<T>;
  return new Promise<T>((resolve, reject) => {
    waiting.push({ ...asked, done: (result) => resolve(result as T), failed: reject });
    if (!isAtWork) void workOff();
  });
}

const doAlone = ({ work, ahead }: Pick<Waiting, "work" | "ahead">) =>
  transact(async (tx) => work(tx, await ahead?.look(tx, [ahead.item])));

const otherwise =
  ({ ahead }: Pick<Waiting, "ahead">) =>
  (error: unknown) =>
    ahead?.otherwise ? ahead.otherwise(error) : Promise.reject(error);

async function workOff(): Promise<void> {
  isAtWork = true;
  while (waiting.length > 0) await doSome();
  isAtWork = false;
}

/** The first that waits with others of its group, in their order. */
function takeSome(): Waiting[] {
  const group = waiting[0]?.ahead?.group;
  const taken = waiting.filter(({ ahead }) => ahead?.group === group).slice(0, MOST_AT_ONCE);
  const isTaken = new Set(taken);
  waiting.splice(0, waiting.length, ...waiting.filter((one) => !isTaken.has(one)));
  return taken;
}

async function doSome(): Promise<void> {
  const taken = takeSome();
  const [first] = taken;
  try {
    const results = await transact(async (tx) => {
      const startedMs = performance.now();
      const items = taken.map(({ ahead }) => ahead?.item);
      const ahead = await first?.ahead?.look(tx, items);
      const results: unknown[] = [];
      for (const { work } of taken) {
        if (results.length > 0 && performance.now() - startedMs > MOST_MS) break;
        results.push(await work(tx, ahead));
      }
      return results;
    });
    waiting.unshift(...taken.slice(results.length));
    for (const [at, result] of results.entries()) taken[at]?.done(result);
  } catch (error) {
    const isAlone = taken.length === 1;
    for (const each of taken) {
      const again = isAlone ? Promise.reject(error) : doAlone(each);
      await again.catch(otherwise(each)).then(each.done, each.failed);
    }
  }
}
