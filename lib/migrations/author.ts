import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import type { Engine } from "@/lib/db";
import { now } from "@/lib/env";
import { lockFile, migrationList, migrationsFolder, readMigrations } from "./files";
import { postgresqlMigrationAdapter } from "./postgresql";
import { datasourceFor, SCHEMA_FILTER, schemaFor, withSchemaEngine } from "./schema-engine";
import { sqliteMigrationAdapter } from "./sqlite";

type Adapter = SqlMigrationAwareDriverAdapterFactory;

/** Writes the migrations that lead to the present schema, under one name for both engines: the files written. */
export async function authorMigration(name: string, postgresqlUrl: string): Promise<string[]> {
  const stamp = now().toISOString().replace(/\D/g, "").slice(0, 14);
  const drifts = { sqlite: await driftOnSqlite(), postgresql: await driftOnPostgresql(postgresqlUrl) };
  const files: string[] = [];
  for (const engine of ["sqlite", "postgresql"] as const) {
    if (drifts[engine] === "") continue;
    const folder = path.join(migrationsFolder(), engine);
    const file = path.join(folder, `${stamp}_${name}`, "migration.sql");
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, drifts[engine]);
    await writeFile(path.join(folder, "migration_lock.toml"), lockFile(engine));
    files.push(file);
  }
  return files;
}

/** The SQL that SQLite's migrations lack to reach the schema; empty when they agree. */
export async function driftOnSqlite(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "verbatim-scratch-"));
  try {
    return await drift("sqlite", sqliteMigrationAdapter(path.join(folder, "scratch.db")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for PostgreSQL, in a scratch database on the server at `url`. */
export async function driftOnPostgresql(url: string): Promise<string> {
  const name = `verbatim_scratch_${randomBytes(4).toString("hex")}`;
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await server.query(`CREATE DATABASE ${name}`);
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    return await drift("postgresql", postgresqlMigrationAdapter(scratch.href));
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.end();
  }
}

// the engine cannot compare a folder of migrations by itself, for it would need a shadow database of its own making:
// so they are applied to a scratch database, and that is compared
async function drift(engine: Engine, adapter: Adapter): Promise<string> {
  const migrationsList = migrationList(engine, await readMigrations(engine));
  const schema = await schemaFor(engine);
  const file = (content: string) => [{ path: "schema.prisma", content }];
  return withSchemaEngine(adapter, async (schemaEngine) => {
    await schemaEngine.applyMigrations({ migrationsList, filters: SCHEMA_FILTER });
    const { stdout } = await schemaEngine.diff({
      from: { tag: "schemaDatasource", files: file(datasourceFor(engine)), configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files: file(schema) },
      script: true,
      exitCode: null,
      filters: SCHEMA_FILTER,
    });
    return hasStatement(stdout ?? "") ? (stdout ?? "") : "";
  });
}

/** No difference comes as a comment that says so. */
function hasStatement(script: string): boolean {
  return script.split("\n").some((line) => line.trim() !== "" && !line.trimStart().startsWith("--"));
}
