import { AsyncLocalStorage } from "node:async_hooks";
import type { Tx } from "./model";

/** The transaction that `transact` has open where this is asked, if any. */
export const openTransaction = new AsyncLocalStorage<Tx>();

/**
 * Stops a test that reads past the transaction it stands in: another connection does not see what this one wrote, and on
 * PostgreSQL a reader's is taken from others for as long. A site that is served answers all the same.
 */
export function refuseInTransaction(asked: string): void {
  if (process.env.VITEST === undefined || openTransaction.getStore() === undefined) return;
  throw new Error(`db.${asked} was asked within a transaction: use its tx. See lib/db/README.md.`);
}
