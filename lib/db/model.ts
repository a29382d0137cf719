import type { PrismaClient } from "@/prisma/generated/sqlite/client";

// the clients of both engines are generated from one schema; SQLite's types are the smaller set, so code that
// compiles against them asks nothing that PostgreSQL lacks

/** The database engine in use. */
export type Engine = "sqlite" | "postgresql";

/** The database as queries see it, outside a transaction. */
export type Db = PrismaClient;

/** The database inside a transaction: what `transact` hands to its work. */
export type Tx = Omit<Db, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
