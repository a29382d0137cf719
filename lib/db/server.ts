import { engineOf } from "./client";
import type { Target } from "./migration-store";
import type { MigrationResult, MigrationStatus } from "./migrations";
import type { Engine } from "./model";

export { Prisma } from "@/prisma/generated/sqlite/client";
export { closeDb, db } from "./client";
export type { MigrationResult, MigrationStatus } from "./migrations";
export type { Db, Engine, Tx } from "./model";
export { transact } from "./transact";

/** The engine in use, as the environment named it when the program started. */
export const engine: Engine = engineOf(process.env.DATABASE_URL);

// the schema engine is three megabytes that pages never need: loaded only by those who migrate

/**
 * Applies the migrations that the database lacks, each wholly or not at all, under a lock that holds between processes.
 * The database is the one that the environment names, unless `target` names another.
 * @throws {MigrationFailed} in words for the person at the terminal; the data are then as before the failed migration.
 */
export async function migrate(target?: Target): Promise<MigrationResult> {
  const migrations = await import("./migrations");
  return migrations.migrate(target);
}

/** Compares the database to the migrations of this version and changes nothing. */
export async function migrationStatus(): Promise<MigrationStatus> {
  const migrations = await import("./migrations");
  return migrations.migrationStatus();
}

/**
 * Writes the migrations that lead from the last ones to schema.prisma, for both engines: the files written, none when
 * nothing changed. `postgresqlUrl` names a server on which a scratch database may be made and dropped.
 */
export async function authorMigration(name: string, postgresqlUrl: string): Promise<string[]> {
  const author = await import("./migration-author");
  return author.authorMigration(name, postgresqlUrl);
}
