import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { SQLITE_OPTIMIZE, sqliteFile } from "@/lib/db/server";
import { now } from "@/lib/env";

/** Which database: the one at `databaseUrl`, else the SQLite file in `dataDir`. */
export interface Target {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** One row of Prisma's own table of migrations. */
export interface MigrationRow {
  readonly name: string;
  readonly checksum: string;
  readonly state: "applied" | "failed" | "rolled_back";
}

interface StoredRow {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
  rolled_back_at: unknown;
}

// SQLite writes instants as text or numbers, PostgreSQL as dates: only whether they are there matters
const ROWS =
  "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at";

// another number than Prisma's own, which its `migrate deploy` takes
const LOCKS = { migration: 6_140_220_252, start: 6_140_220_253 } as const;

const LOCK_WAIT_MS = 10 * 60_000;

/** Questions in plain SQL with `?` for each value; what one `work` asks is one transaction. */
export interface Sql {
  all<Row>(statement: string, ...values: unknown[]): Promise<Row[]>;
  run(statement: string, ...values: unknown[]): Promise<void>;
}

/** What migrating needs from the database besides the schema engine; nothing here changes the program's own tables. */
export interface MigrationStore {
  /** The rows of Prisma's table, oldest first; none before the first migration. Makes no database. */
  rows(): Promise<MigrationRow[]>;
  /** Runs `work` while no other process holds this lock; waits up to ten minutes for its turn. */
  underLock<T>(lock: keyof typeof LOCKS, work: () => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction of its own, outside Prisma. */
  inTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Makes texts sort by their code points and counts rows for the planner: what a migration leaves to be done. */
  settle(): Promise<void>;
  /** Copies the database beside it before `migration` changes it: the file made, or null where the server keeps its own backups or there is nothing yet. */
  backUp(migration: string): Promise<string | null>;
}

/** The store of one database. */
export function migrationStore({ databaseUrl, dataDir }: Target): MigrationStore {
  return databaseUrl === null ? sqliteStore(dataDir) : postgresqlStore(databaseUrl);
}

function sqliteStore(dataDir: string): MigrationStore {
  const file = sqliteFile(dataDir);
  return {
    async rows() {
      if (!existsSync(file)) return [];
      const connection = new BetterSqlite3(file, { timeout: 5000 });
      try {
        const table = connection
          .prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'")
          .get();
        return table ? (connection.prepare(ROWS).all() as StoredRow[]).map(toRow) : [];
      } finally {
        connection.close();
      }
    },

    // a lock that SQLite itself holds on a file of its own: the system frees it when the process dies
    async underLock(lock, work) {
      await mkdir(dataDir, { recursive: true });
      const connection = new BetterSqlite3(path.join(dataDir, `${lock}.lock`), { timeout: 0 });
      try {
        await waitFor(() => tryToLock(connection));
        return await work();
      } finally {
        connection.close();
      }
    },

    async inTransaction(work) {
      const connection = new BetterSqlite3(file, { timeout: 5000 });
      try {
        connection.exec("BEGIN IMMEDIATE");
        const result = await work({
          all: async <Row>(statement: string, ...values: unknown[]) =>
            connection.prepare(statement).all(...values) as Row[],
          run: async (statement, ...values) => void connection.prepare(statement).run(...values),
        });
        connection.exec("COMMIT");
        return result;
      } finally {
        // what is not committed goes with the connection
        connection.close();
      }
    },

    async settle() {
      const connection = new BetterSqlite3(file, { timeout: 5000 });
      try {
        connection.exec(SQLITE_OPTIMIZE);
      } finally {
        connection.close();
      }
    },

    async backUp(migration) {
      if (!existsSync(file)) return null;
      const folder = path.join(dataDir, "backups");
      await mkdir(folder, { recursive: true });
      const moment = now()
        .toISOString()
        .replace(/[-:]|\.\d+/g, "");
      const backup = path.join(folder, `before-${migration}-${moment}.db`);
      const connection = new BetterSqlite3(file, { timeout: 5000 });
      try {
        await connection.backup(`${backup}.part`);
        await rename(`${backup}.part`, backup);
      } finally {
        connection.close();
        await rm(`${backup}.part`, { force: true });
      }
      return backup;
    },
  };
}

function postgresqlStore(databaseUrl: string): MigrationStore {
  const connected = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    rows: () =>
      connected(async (client) => {
        const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
        if (table.rows[0]?.name === null) return [];
        return (await client.query<StoredRow>(ROWS)).rows.map(toRow);
      }),

    // Held by an open transaction, not by the session: behind PgBouncer a session's lock stays on a connection that is
    // handed to the next client. Freed by the server when the transaction or the connection ends, however it ends.
    underLock: (lock, work) =>
      connected(async (client) => {
        await client.query(
          "BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = 0",
        );
        await client.query("SELECT pg_advisory_xact_lock($1)", [LOCKS[lock]]);
        const result = await work();
        await client.query("COMMIT");
        return result;
      }),

    inTransaction: (work) =>
      connected(async (client) => {
        await client.query("BEGIN");
        const ask = (statement: string, values: unknown[]) => client.query(numbered(statement), values);
        const result = await work({
          all: async <Row>(statement: string, ...values: unknown[]) =>
            (await ask(statement, values)).rows as Row[],
          run: async (statement, ...values) => void (await ask(statement, values)),
        });
        await client.query("COMMIT");
        return result;
      }),

    settle: () =>
      connected(async (client) => {
        await client.query(COLLATE_AS_SQLITE);
        await client.query("ANALYZE");
      }),

    backUp: async () => null,
  };
}

// SQLite compares the bytes of UTF-8. PostgreSQL compares as the language of the database does, so the same list would
// have another order, a cursor would skip names, and no index would serve "starts with".
const COLLATE_AS_SQLITE = `DO $$
DECLARE changes record;
BEGIN
  FOR changes IN
    SELECT a.attrelid::regclass AS relation,
           string_agg(format('ALTER COLUMN %I TYPE text COLLATE "C"', a.attname), ', ') AS actions
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
     WHERE a.atttypid = 'text'::regtype AND NOT a.attisdropped AND a.attnum > 0
       AND a.attcollation <> '"C"'::regcollation AND c.relname <> '_prisma_migrations'
     GROUP BY a.attrelid
  LOOP
    EXECUTE format('ALTER TABLE %s %s', changes.relation, changes.actions);
  END LOOP;
END $$`;

function numbered(statement: string): string {
  let number = 0;
  return statement.replaceAll("?", () => `$${++number}`);
}

function toRow(row: StoredRow): MigrationRow {
  const state = row.rolled_back_at !== null ? "rolled_back" : row.finished_at !== null ? "applied" : "failed";
  return { name: row.migration_name, checksum: row.checksum, state };
}

function tryToLock(connection: BetterSqlite3.Database): boolean {
  try {
    connection.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
}

async function waitFor(attempt: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + LOCK_WAIT_MS;
  while (!attempt()) {
    if (Date.now() > giveUpAt)
      throw new Error("Another process has been preparing this database for ten minutes.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
