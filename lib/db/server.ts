import { engineOf } from "./client";
import type { Engine } from "./model";

export { Prisma } from "@/prisma/generated/sqlite/client";
export { closeDb, db } from "./client";
export type { MigrationStatus } from "./migrations";
export type { Db, Engine, Tx } from "./model";
export { transact } from "./transact";

/** The engine in use, as the environment named it when the program started. */
export const engine: Engine = engineOf(process.env["DATABASE_URL"]);
