import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { env } from "@/lib/env/server";
import { closeHealth } from "@/lib/health/server";
import { PrismaClient as PostgresqlClient } from "@/prisma/generated/postgresql/client";
import { PrismaClient as SqliteClient } from "@/prisma/generated/sqlite/client";
import type { Db, Engine } from "./model";
import { refuseInTransaction } from "./open-transaction";
import { postgresqlAdapter } from "./postgresql";
import { sqliteAdapter, sqliteFile } from "./sqlite";

// a development reload evaluates this module again; the open client must survive it
const kept = globalThis as typeof globalThis & { verbatimDb?: Db | undefined };

/** The engine that the environment names: PostgreSQL when `DATABASE_URL` is set. */
export function engineOf(databaseUrl: string | null | undefined): Engine {
  return databaseUrl ? "postgresql" : "sqlite";
}

function adapterFromEnvironment(): SqlMigrationAwareDriverAdapterFactory {
  const { databaseUrl, dataDir } = env();
  return databaseUrl === null ? sqliteAdapter(sqliteFile(dataDir)) : postgresqlAdapter(databaseUrl);
}

/** The database. The first query opens it; importing or building never does. */
export const db: Db = new Proxy({} as Db, {
  get(_, property) {
    refuseInTransaction(String(property));
    const client = openClient();
    const value: unknown = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

/** Closes the database; the next query opens it again. */
export async function closeDb(): Promise<void> {
  const client = kept.verbatimDb;
  kept.verbatimDb = undefined;
  await Promise.all([client?.$disconnect(), closeHealth()]);
}

function openClient(): Db {
  kept.verbatimDb ??= makeClient();
  return kept.verbatimDb;
}

function makeClient(): Db {
  const options = {
    adapter: adapterFromEnvironment(),
    // writers queue for one another, so a wait is ordinary; Prisma's two seconds would fail under a long import
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  };
  if (engineOf(env().databaseUrl) === "sqlite") return new SqliteClient(options);
  // generated from the same models: PostgreSQL's client answers everything that SQLite's types can ask
  return new PostgresqlClient(options) as unknown as Db;
}
