import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/migrations/server";
import { ensureGenerated } from "@/scripts/generate.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder whose database every SQLite test file starts from a copy of. */
    templateFolder: string;
    /** A server on which test files may make and drop databases; empty in the SQLite project. */
    postgresqlServer: string;
    /** The database that every PostgreSQL test file starts from a copy of. */
    templateName: string;
  }
}

/** Before the data tests of one engine: a migrated database that each file copies. */
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  await ensureGenerated();
  const folder = await mkdtemp(path.join(os.tmpdir(), "verbatim-template-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  project.provide("templateFolder", folder);
  if (project.name.startsWith("sqlite")) {
    await migrate({ dataDir: folder, databaseUrl: null });
    project.provide("postgresqlServer", "");
    project.provide("templateName", "");
    return removeFolder;
  }
  const { url, stop } = await findServer();
  const name = `verbatim_template_${randomBytes(4).toString("hex")}`;
  const database = new URL(url);
  database.pathname = `/${name}`;
  await runOn(url, `CREATE DATABASE ${name}`);
  await migrate({ dataDir: folder, databaseUrl: database.href });
  project.provide("postgresqlServer", url);
  project.provide("templateName", name);
  return async () => {
    await runOn(url, `DROP DATABASE ${name} WITH (FORCE)`);
    await stop();
    await removeFolder();
  };
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const { socketUrl, stop } = await startPostgres();
  return { url: socketUrl, stop };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
