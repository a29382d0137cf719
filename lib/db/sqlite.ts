import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { Mutex } from "./mutex";

/** How long a statement waits for another process before it gives up as busy. */
const BUSY_TIMEOUT_MS = 5000;

// better-sqlite3 is compiled with synchronous=NORMAL under WAL, which may lose acknowledged writes when the power
// goes; foreign keys and the timeout are per connection, so every connection is told
const PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/** Where the SQLite database stands in a data folder. */
export function sqliteFile(dataDir: string): string {
  return path.join(/* turbopackIgnore: true */ dataDir, "verbatim.db");
}

/**
 * The connection to a SQLite file for Prisma: one connection that writes, one that only reads.
 *
 * Prisma's own adapter has a single connection, and whatever runs while a transaction is open runs inside it: a
 * colleague's read sees what is not committed, their write vanishes with a rollback. Here a transaction has the
 * writing connection to itself, other writes wait for their turn, and reads see the last commit.
 */
export function sqliteAdapter(file: string): SqlMigrationAwareDriverAdapterFactory {
  const upstream = new PrismaBetterSqlite3({ url: file, timeout: BUSY_TIMEOUT_MS });
  return {
    provider: upstream.provider,
    adapterName: upstream.adapterName,
    async connect() {
      mkdirSync(path.dirname(file), { recursive: true });
      const writer = await upstream.connect();
      await writer.executeScript(PRAGMAS);
      const reader = await upstream.connect();
      await reader.executeScript(`${PRAGMAS} PRAGMA query_only = ON;`);
      return new TwoConnections(writer, reader);
    },
    connectToShadowDb: () => upstream.connectToShadowDb(),
  };
}

/** The connection to a SQLite file for the schema engine: on it every script is one transaction. */
export function sqliteMigrationAdapter(file: string): SqlMigrationAwareDriverAdapterFactory {
  const upstream = new PrismaBetterSqlite3({ url: file, timeout: BUSY_TIMEOUT_MS });
  return {
    provider: upstream.provider,
    adapterName: upstream.adapterName,
    async connect() {
      mkdirSync(path.dirname(file), { recursive: true });
      const connection = await upstream.connect();
      await connection.executeScript(PRAGMAS);
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

class TwoConnections implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly #writer: SqlDriverAdapter;
  readonly #reader: SqlDriverAdapter;
  readonly #turn = new Mutex();

  constructor(writer: SqlDriverAdapter, reader: SqlDriverAdapter) {
    this.#writer = writer;
    this.#reader = reader;
    this.adapterName = writer.adapterName;
  }

  queryRaw(query: SqlQuery) {
    return isRead(query.sql)
      ? this.#reader.queryRaw(query)
      : this.#inTurn(() => this.#writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#inTurn(() => this.#writer.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#inTurn(() => this.#writer.executeScript(script));
  }

  async startTransaction(): Promise<Transaction> {
    const release = await this.#turn.acquire();
    try {
      // a transaction that starts as a reader cannot wait to become a writer: SQLite refuses it at once
      await this.#writer.executeRaw(sql("BEGIN IMMEDIATE"));
    } catch (error) {
      release();
      throw error;
    }
    return transactionOn(this.#writer, release);
  }

  async dispose() {
    await this.#reader.dispose();
    await this.#writer.dispose();
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.#turn.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}

function transactionOn(writer: SqlDriverAdapter, release: () => void): Transaction {
  const savepoint = async (statement: string) => void (await writer.executeRaw(sql(statement)));
  return {
    provider: writer.provider,
    adapterName: writer.adapterName,
    // Prisma itself sends COMMIT and ROLLBACK, then calls these
    options: { usePhantomQuery: false },
    queryRaw: (query) => writer.queryRaw(query),
    executeRaw: (query) => writer.executeRaw(query),
    commit: async () => release(),
    rollback: async () => release(),
    createSavepoint: (name) => savepoint(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => savepoint(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => savepoint(`RELEASE SAVEPOINT ${name}`),
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
    const broken = await connection.queryRaw(sql("PRAGMA foreign_key_check"));
    if (broken.rows.length > 0) {
      throw new Error(
        `${broken.rows.length} rows would point at nothing (table ${String(broken.rows[0]?.[0])})`,
      );
    }
    await connection.executeScript("COMMIT");
  } catch (error) {
    await connection.executeScript("ROLLBACK");
    throw error;
  } finally {
    await connection.executeScript("PRAGMA foreign_keys = ON;");
  }
}

/** The engine would lock everyone out of the file, a server that runs or a backup; `migrate` holds a lock of its own. */
function isExclusiveLock(statement: string): boolean {
  return /^PRAGMA\s+main\.locking_mode/i.test(statement);
}

function isRead(statement: string): boolean {
  return /^\s*SELECT\b/i.test(statement);
}

function sql(statement: string): SqlQuery {
  return { sql: statement, args: [], argTypes: [] };
}
