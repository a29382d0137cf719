import { AsyncLocalStorage } from "node:async_hooks";
import { env } from "@/lib/env/server";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { db, engineOf } from "./client";
import type { Tx } from "./model";

const ATTEMPTS = 5;

// any number will do as long as nothing else in the database takes the same advisory lock
const WRITERS_LOCK = 6_140_220_251;

const inTransaction = new AsyncLocalStorage<Tx>();

/**
 * Runs `work` in one transaction: all of its writes happen or none, and no other `transact` writes meanwhile. Tried
 * again, at most five times, when the database was busy; so `work` must have no effect besides `tx`. Called inside
 * another `transact`, it joins that one: several mutations then happen together or not at all.
 * @throws whatever `work` throws, after undoing its writes.
 */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = inTransaction.getStore();
  if (outer) return work(outer);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => inTransaction.run(tx, () => inTurn(tx, work)));
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRetrying(error)) throw error;
      await pause(attempt);
    }
  }
}

async function inTurn<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  // SQLite has one writer by nature. PostgreSQL is given the same rule, so that a guard that read other rows still
  // holds when the write lands, and the audit chain needs no serialization failures to stay whole.
  if (engineOf(env().databaseUrl) === "postgresql") {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`;
  }
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
