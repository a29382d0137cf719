import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { SQLITE_BUSY_TIMEOUT_MS, SQLITE_PRAGMAS } from "@/lib/db/server";

/** The connection to a SQLite file for the schema engine: on it every script is one transaction. */
export function sqliteMigrationAdapter(file: string): SqlMigrationAwareDriverAdapterFactory {
  const upstream = new PrismaBetterSqlite3({ url: file, timeout: SQLITE_BUSY_TIMEOUT_MS });
  return {
    provider: upstream.provider,
    adapterName: upstream.adapterName,
    async connect() {
      mkdirSync(path.dirname(file), { recursive: true });
      const connection = await upstream.connect();
      await connection.executeScript(SQLITE_PRAGMAS);
      return {
        provider: connection.provider,
        adapterName: connection.adapterName,
        queryRaw: (query) => connection.queryRaw(query),
        executeRaw: async (query) => (isExclusiveLock(query.sql) ? 0 : connection.executeRaw(query)),
        executeScript: (script) => runScript(connection, script),
        startTransaction: (isolationLevel) => connection.startTransaction(isolationLevel),
        dispose: () => connection.dispose(),
      };
    },
    connectToShadowDb: () => upstream.connectToShadowDb(),
  };
}

/**
 * A migration wholly or not at all. SQLite's own recipe for changing a table turns foreign keys off first, which works
 * only outside a transaction (https://www.sqlite.org/lang_altertable.html#otheralter), and checks them before the end.
 */
async function runScript(connection: SqlDriverAdapter, script: string) {
  await connection.executeScript("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;");
  try {
    await connection.executeScript(script);
    const broken = await connection.queryRaw({ sql: "PRAGMA foreign_key_check", args: [], argTypes: [] });
    if (broken.rows.length > 0) {
      throw new Error(
        `${broken.rows.length} rows would point at nothing (table ${String(broken.rows[0]?.[0])})`,
      );
    }
    await connection.executeScript("COMMIT");
  } catch (error) {
    try {
      await connection.executeScript("ROLLBACK");
    } catch {
      // on a full disk SQLite undoes it by itself, and there is nothing left to undo
    }
    throw error;
  } finally {
    await connection.executeScript("PRAGMA foreign_keys = ON;");
  }
}

/** The engine would lock everyone out of the file, a server that runs or a backup; `migrate` holds a lock of its own. */
function isExclusiveLock(statement: string): boolean {
  return /^PRAGMA\s+main\.locking_mode/i.test(statement);
}
