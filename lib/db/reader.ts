import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { keepStatements } from "./kept-statements";

/** How long a statement waits for another process before it gives up as busy. */
export const BUSY_TIMEOUT_MS = 5000;

// better-sqlite3 is compiled with synchronous=NORMAL under WAL, which may lose acknowledged writes when the power
// goes; foreign keys and the timeout are per connection, so every connection is told
/** What every connection to SQLite is told when it opens. */
export const SQLITE_PRAGMAS =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/** A connection to a SQLite file that only reads, with the planner's statistics as they are now. */
export async function openReader(file: string): Promise<SqlDriverAdapter> {
  const reader = await new PrismaBetterSqlite3({ url: file, timeout: BUSY_TIMEOUT_MS }).connect();
  await reader.executeScript(`${SQLITE_PRAGMAS} PRAGMA query_only = ON;`);
  keepStatements(reader);
  return reader;
}
