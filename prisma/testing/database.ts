import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { closeDb, db, engine } from "@/lib/db/server";

/** A database of a test's own, which `db` reaches until it is removed. */
export interface TestDatabase {
  readonly dataDir: string;
  /** Closes and deletes it, and points `db` back at the database from before. */
  remove(): Promise<void>;
}

/** Makes a database, migrated or with nothing in it, and points the environment at it. */
export async function makeTestDatabase(content: "migrated" | "nothing"): Promise<TestDatabase> {
  await closeDb();
  const before = { DATA_DIR: process.env.DATA_DIR ?? "", DATABASE_URL: process.env.DATABASE_URL ?? "" };
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "verbatim-test-"));
  const remove =
    engine === "sqlite" ? await makeSqlite(dataDir, content) : await makePostgresql(dataDir, content);
  return {
    dataDir,
    async remove() {
      await closeDb();
      Object.assign(process.env, before);
      await remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Empties every table, and forgets what was noted of them outside; for tests that count everything there is. */
export async function clearDatabase(): Promise<void> {
  await rm(path.join(process.env.DATA_DIR ?? "", "audit-checkpoints.log"), { force: true });
  const tables = engine === "sqlite" ? SQLITE_TABLES : POSTGRESQL_TABLES;
  const rows = await db.$queryRawUnsafe<{ name: string }[]>(tables);
  const names = rows.map(({ name }) => `"${name}"`);
  if (engine === "postgresql") {
    await db.$executeRawUnsafe(`TRUNCATE ${names.join(", ")} CASCADE`);
    return;
  }
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
    for (const name of names) await tx.$executeRawUnsafe(`DELETE FROM ${name}`);
  });
}

const SQLITE_TABLES =
  "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations'";
const POSTGRESQL_TABLES =
  "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'";

async function makeSqlite(dataDir: string, content: "migrated" | "nothing"): Promise<() => Promise<void>> {
  const template = path.join(inject("templateFolder"), "verbatim.db");
  if (content === "migrated") await copyFile(template, path.join(dataDir, "verbatim.db"));
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "" });
  return async () => {};
}

async function makePostgresql(
  dataDir: string,
  content: "migrated" | "nothing",
): Promise<() => Promise<void>> {
  const server = inject("postgresqlServer");
  const name = `verbatim_test_${randomBytes(6).toString("hex")}`;
  const template = content === "migrated" ? inject("templateName") : "template1";
  await runOn(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const database = new URL(server);
  database.pathname = `/${name}`;
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: database.href });
  return () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
