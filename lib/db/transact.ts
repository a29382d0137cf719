import { AsyncLocalStorage } from "node:async_hooks";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { db } from "./client";
import type { Tx } from "./model";
import { openTransaction } from "./open-transaction";
import { beginUnit, finishUnit, type UnitOfWork } from "./unit-of-work";

const ATTEMPTS = 5;

interface Beginning {
  readonly write: (tx: Tx) => Promise<void>;
  isStored: boolean;
}

const beginning = new AsyncLocalStorage<Beginning>();

/**
 * Runs `work`, whose first transaction begins with `write`: both are stored or neither. `isStored` tells whether that
 * transaction came to its end, also when `work` failed afterwards.
 */
export function beginningWith<T>(
  write: (tx: Tx) => Promise<void>,
  work: (isStored: () => boolean) => Promise<T>,
): Promise<T> {
  const begin: Beginning = { write, isStored: false };
  return beginning.run(begin, () => work(() => begin.isStored));
}

/**
 * Runs `work` in one transaction: all of its writes happen or none, and no other `transact` writes meanwhile. Tried
 * again, at most five times, when the database was busy; so `work` must have no effect besides `tx`. Called inside
 * another `transact`, it joins that one: several mutations then happen together or not at all. `timeoutMs` is for work
 * that nobody waits behind, such as what happens before the site is served; a minute otherwise.
 * @throws whatever `work` throws, after undoing its writes.
 */
export async function transact<T>(
  work: (tx: Tx) => Promise<T>,
  patience: { readonly timeoutMs?: number } = {},
): Promise<T> {
  const outer = openTransaction.getStore();
  if (outer) return work(outer);
  for (let attempt = 1; ; attempt++) {
    try {
      return await inOneTransaction(work, patience);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRetrying(error)) throw error;
      await pause(attempt);
    }
  }
}

/** Whether what is asked for here belongs to a transaction that is open, or to one that begins with a write of its own. */
export const isWithinTransact = () =>
  openTransaction.getStore() !== undefined || beginning.getStore() !== undefined;

async function inOneTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { timeoutMs }: { readonly timeoutMs?: number },
): Promise<T> {
  let unit: UnitOfWork | undefined;
  const result = await db.$transaction(
    async (raw) => {
      unit = beginUnit(raw);
      const { tx } = unit;
      const done = await openTransaction.run(tx, () => begun(tx, work));
      await finishUnit(unit);
      return done;
    },
    timeoutMs === undefined ? {} : { timeout: timeoutMs },
  );
  const begin = beginning.getStore();
  if (begin) begin.isStored = true;
  for (const step of unit?.afterCommit ?? []) await step();
  return result;
}

async function begun<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const begin = beginning.getStore();
  if (begin && !begin.isStored) await begin.write(tx);
  return work(tx);
}

/** P1008 busy, P2034 write conflict or deadlock, P2028 no turn within the wait. */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2028") return /unable to start a transaction/i.test(error.message);
  return error.code === "P1008" || error.code === "P2034";
}

function pause(attempt: number): Promise<void> {
  // spread out, so that two that collided do not collide again
  const waitMs = 20 * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}
