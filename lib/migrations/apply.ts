import type { Engine } from "@/lib/db";
import { engineOf, sqliteFile } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { storageFailure } from "@/lib/errors";
import { backfill, isBackfillPending } from "./backfill";
import { type MigrationFile, migrationList, readMigrations } from "./files";
import { postgresqlMigrationAdapter } from "./postgresql";
import { SCHEMA_FILTER, withSchemaEngine } from "./schema-engine";
import { sqliteMigrationAdapter } from "./sqlite";
import { type MigrationRow, type MigrationStore, migrationStore, type Target } from "./store";
import { indexWords, listUnindexed } from "./words";

/** How the database stands to the migrations of this version of the program. Names, oldest first. */
export interface MigrationStatus {
  readonly engine: Engine;
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Tried and undone; tried again by the next migrate. */
  readonly failed: readonly string[];
  /** Applied by a newer version of the program. */
  readonly unknown: readonly string[];
}

export interface MigrationResult {
  readonly applied: readonly string[];
  /** The copy of the database that was made before, or null when none was needed. */
  readonly backup: string | null;
}

/** A database that this version cannot bring to its schema; `message` says why, and what stands unharmed. */
export class MigrationFailed extends Error {
  override readonly name = "MigrationFailed";
}

/** Compares the database to the migrations; changes nothing and loads no engine. */
export async function migrationStatus(target: Target = env(), folder?: string): Promise<MigrationStatus> {
  const engine = engineOf(target.databaseUrl);
  return compare(engine, await readMigrations(engine, folder), await migrationStore(target).rows());
}

/**
 * Applies the migrations that the database lacks, each wholly or not at all, under a lock.
 * @throws {MigrationFailed} and leaves the data of the last migration that succeeded.
 */
export async function migrate(target: Target = env(), folder?: string): Promise<MigrationResult> {
  const engine = engineOf(target.databaseUrl);
  const migrations = await readMigrations(engine, folder);
  const store = migrationStore(target);
  const isReady = async (status: MigrationStatus) =>
    isUpToDate(status) &&
    !(await isBackfillPending(store)) &&
    (await store.inTransaction((sql) => listUnindexed(sql, engine))).length === 0;
  if (await isReady(refuseNewer(compare(engine, migrations, await store.rows()))))
    return { applied: [], backup: null };
  // asked again under the lock: another start may have done the work meanwhile
  return store.underLock("migration", async () => {
    const status = refuseNewer(compare(engine, migrations, await store.rows()));
    if (await isReady(status)) return { applied: [], backup: null };
    const result = isUpToDate(status)
      ? { applied: [], backup: null }
      : await apply(target, migrations, status);
    await store.settle();
    // before the backfill: what takes former words out of an index must find them there
    const isIndexed = await indexWords(store, engine);
    await backfill(store);
    if (isIndexed) await store.settle();
    return result;
  });
}

/** Runs `work` while no other start of any server works on this database; a second one waits for the first. */
export async function whileStarting<T>(work: () => Promise<T>, target: Target = env()): Promise<T> {
  return migrationStore(target).underLock("start", work);
}

async function apply(
  target: Target,
  migrations: readonly MigrationFile[],
  { engine, applied, pending, failed }: MigrationStatus,
): Promise<MigrationResult> {
  const store = migrationStore(target);
  const [first = "nothing"] = pending;
  const backup = applied.length > 0 ? await store.backUp(first) : null;
  const migrationsList = migrationList(engine, migrations);
  try {
    return await withSchemaEngine(migrationAdapter(target), async (schemaEngine) => {
      // a migration is one transaction, so that one noted as failed has left nothing behind
      for (const migrationName of failed) await schemaEngine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await schemaEngine.applyMigrations({
        migrationsList,
        filters: SCHEMA_FILTER,
      });
      return { applied: appliedMigrationNames, backup };
    });
  } catch (error) {
    throw await explain(store, error, pending, backup);
  }
}

function migrationAdapter({ databaseUrl, dataDir }: Target) {
  if (databaseUrl !== null) return postgresqlMigrationAdapter(databaseUrl);
  return sqliteMigrationAdapter(sqliteFile(dataDir));
}

async function explain(
  store: MigrationStore,
  error: unknown,
  pending: readonly string[],
  backup: string | null,
): Promise<MigrationFailed> {
  const rows = await store.rows().catch(() => []);
  const failed = rows.find((row) => row.state === "failed");
  const lines = [
    `The database could not be brought up to date: migration ${failed?.name ?? pending[0]} failed.`,
    storageFailure(error) ?? wordsOf(error),
    "Its changes were undone; the data are as they were, and the earlier version of the program still runs on them.",
  ];
  if (backup !== null) lines.push(`A copy made before stands in ${backup}.`);
  return new MigrationFailed(lines.join("\n"), { cause: error });
}

/** What the database itself said. */
function wordsOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : null;
  if (typeof cause === "object" && cause !== null && "originalMessage" in cause)
    return String(cause.originalMessage);
  return error instanceof Error ? error.message : String(error);
}

function compare(
  engine: Engine,
  migrations: readonly MigrationFile[],
  rows: readonly MigrationRow[],
): MigrationStatus {
  const known = new Set(migrations.map(({ name }) => name));
  const namesOf = (state: MigrationRow["state"]) =>
    rows.filter((row) => row.state === state).map(({ name }) => name);
  const applied = new Set(namesOf("applied"));
  return {
    engine,
    applied: [...applied],
    pending: [...known].filter((name) => !applied.has(name)),
    failed: [...new Set(namesOf("failed"))].filter((name) => !applied.has(name)),
    unknown: [...applied].filter((name) => !known.has(name)),
  };
}

function isUpToDate({ pending, failed }: MigrationStatus): boolean {
  return pending.length === 0 && failed.length === 0;
}

function refuseNewer(status: MigrationStatus): MigrationStatus {
  if (status.unknown.length === 0) return status;
  throw new MigrationFailed(
    `The database is newer than this version of the program: it holds ${status.unknown.join(", ")}. ` +
      "Nothing was changed. Start the newer version, or restore a backup made before it.",
  );
}
