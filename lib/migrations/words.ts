import type { Engine } from "@/lib/db";
import {
  engineOf,
  WORDED_TABLES,
  type Worded,
  wordColumnFinder,
  wordIndexCheck,
  wordIndexFinder,
  wordIndexMakers,
  wordIndexParts,
  wordIndexRebuild,
} from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { backfill, countStale, forgetBackfill } from "./backfill";
import { countTextsCutOtherwise, cutTextsAnew } from "./passages";
import { type MigrationStore, migrationStore, type Sql, type Target } from "./store";

/** How the index of words of one table stands to its rows. */
export interface WordsCheck {
  readonly table: Worded;
  readonly index: "whole" | "missing" | "differs";
  /** Rows whose words are kept otherwise than the program reads them; of passages the texts that have others, or none. */
  readonly stale: number;
}

/**
 * The tables whose index of words is not there, or not whole. A migration that makes a table anew takes its triggers along,
 * and Prisma's schema knows neither these nor the index: so each start looks, and no migration has to think of it.
 */
export async function listUnindexed(sql: Sql, engine: Engine): Promise<Worded[]> {
  const there = new Set((await sql.all<{ name: string }>(wordIndexFinder(engine))).map(({ name }) => name));
  const missing = WORDED_TABLES.filter((table) =>
    wordIndexParts(engine, table).some((part) => !there.has(part)),
  );
  const known: Worded[] = [];
  for (const table of missing)
    if ((await sql.all(wordColumnFinder(engine, table))).length > 0) known.push(table);
  return known;
}

/** Makes the indexes of words that are missing, each with all its rows or not at all; gives whether there were any. */
export async function indexWords(store: MigrationStore, engine: Engine): Promise<boolean> {
  const missing = await store.inTransaction((sql) => listUnindexed(sql, engine));
  for (const table of missing)
    await store.inTransaction(async (sql) => {
      for (const statement of wordIndexMakers(engine, table)) await sql.run(statement);
      // PostgreSQL fills an index as it makes it
      if (engine === "sqlite") await sql.run(wordIndexRebuild(engine, table));
    });
  return missing.length > 0;
}

/** Compares the indexes of words to the rows, and the words that are kept of rows to these; changes nothing. */
export async function checkWords(target: Target = env()): Promise<WordsCheck[]> {
  const [engine, store] = [engineOf(target.databaseUrl), migrationStore(target)];
  const missing = await store.inTransaction((sql) => listUnindexed(sql, engine));
  const stale = await countStale(store);
  stale.set("Passage", await countTextsCutOtherwise(store));
  const checks: WordsCheck[] = [];
  for (const table of WORDED_TABLES) {
    const index = missing.includes(table) ? "missing" : await stateOf(store, engine, table);
    checks.push({ table, index, stale: stale.get(table) ?? 0 });
  }
  return checks;
}

async function stateOf(store: MigrationStore, engine: Engine, table: Worded): Promise<"whole" | "differs"> {
  const question = wordIndexCheck(engine, table);
  // PostgreSQL keeps an index that is there in step with its rows
  if (question === null) return "whole";
  try {
    await store.inTransaction((sql) => sql.run(question));
    return "whole";
  } catch (error) {
    if ((error as { code?: unknown }).code === "SQLITE_CORRUPT_VTAB") return "differs";
    throw error;
  }
}

/**
 * Reads every row anew into the words that are kept of it, and these into the indexes: an index in one transaction, rows and texts some
 * at a time. Whoever is killed in the midst leaves each index as it was or as it will be, and rows that `checkWords` tells of.
 */
export async function rebuildWords(
  target: Target = env(),
  store: MigrationStore = migrationStore(target),
): Promise<void> {
  const engine = engineOf(target.databaseUrl);
  await store.underLock("migration", async () => {
    await indexWords(store, engine);
    for (const table of WORDED_TABLES)
      await store.inTransaction((sql) => sql.run(wordIndexRebuild(engine, table)));
    await forgetBackfill(store);
    await backfill(store);
    await cutTextsAnew(store);
    await store.settle();
  });
}
