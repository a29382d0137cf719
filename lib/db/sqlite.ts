import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import { v7 as uuid } from "uuid";
import { Unavailable } from "@/lib/errors";
import { toUnreadable } from "@/lib/health/server";
import { withLists } from "./among";
import { refuseUnstorable } from "./arguments";
import { keepStatements } from "./kept-statements";
import { literally } from "./like";
import { type LongReads, longReadsOf } from "./long-reads";
import { Mutex } from "./mutex";
import { BUSY_TIMEOUT_MS, openReader, SQLITE_PRAGMAS } from "./reader";
import { giveTurn } from "./turns";
import { noteWritten } from "./writes";

// SQLite waits by standing still, and every reader of the site with it: what writes asks again instead, a little later
const STAND_STILL_MS = 10;
const ASK_AGAIN_MS = 40;
// within what a transaction may wait for its start
const PATIENCE_MS = 12_000;

// without statistics the planner takes whatever index it meets: at 100,000 statements a page took 91 s, with them 0.27 s.
// 0x10002: look at every table, and analyse those never analysed or grown much; the limit keeps each to milliseconds
// the tables behind an index of words are counted while it is empty: believing in two rows, each merge of the index read all of
// what was removed by number, and at half a million statements a write took six times as long. All that is asked of them is a key
/** Brings the planner's statistics up to date where they are missing or stale; throws where no table stands yet. */
export const SQLITE_OPTIMIZE =
  "PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002; DELETE FROM sqlite_stat1 WHERE tbl GLOB '*_words_*'; ANALYZE sqlite_schema;";

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
      await writer.executeScript(SQLITE_PRAGMAS);
      // another process may be writing; it opened the file with statistics of its own making
      await attempt(() => writer.executeScript(SQLITE_OPTIMIZE)).catch(() => {});
      await writer.executeScript(`PRAGMA busy_timeout = ${STAND_STILL_MS};`);
      keepStatements(writer);
      // opened after, because statistics are read when a connection opens
      return new TwoConnections(writer, await openReader(file), {
        openReader: () => openReader(file),
        assertInPlace: whereItIs(file),
        longReads: longReadsOf(file),
      });
    },
    connectToShadowDb: () => upstream.connectToShadowDb(),
  };
}

/**
 * What throws once another file stands under the name of the one that was opened, or none: SQLite writes on into the file
 * that it holds, and everything that was told to be stored is gone with the next start.
 */
function whereItIs(file: string): () => void {
  const inode = () => statSync(file, { throwIfNoEntry: false })?.ino;
  const opened = inode();
  return () => {
    if (inode() !== opened)
      throw toUnreadable(new Error("the database file is no longer the one that was opened"));
  };
}

interface Ways {
  readonly openReader: () => Promise<SqlDriverAdapter>;
  /** Asked before each write. @throws {Unavailable} */
  readonly assertInPlace: () => void;
  /** What takes long, where it can be read elsewhere. */
  readonly longReads: LongReads | null;
}

class TwoConnections implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly #writer: SqlDriverAdapter;
  #reader: SqlDriverAdapter;
  /** Another text for each reader. */
  #opening = uuid();
  readonly #ways: Ways;
  readonly #turn = new Mutex();

  constructor(writer: SqlDriverAdapter, reader: SqlDriverAdapter, ways: Ways) {
    this.#writer = writer;
    this.#reader = reader;
    this.#ways = ways;
    this.adapterName = writer.adapterName;
  }

  async queryRaw(query: SqlQuery) {
    await giveTurn();
    if (/^PRAGMA optimize/i.test(query.sql)) return this.#optimize();
    return isRead(query.sql)
      ? named(() => this.#read(checked(query)))
      : this.#inTurn(() => patiently(async () => this.#writer.queryRaw(checked(query))));
  }

  async #read(query: SqlQuery) {
    const { longReads } = this.#ways;
    if (longReads?.isLong(query.sql)) return longReads.read(query, this.#opening);
    const began = performance.now();
    const result = await this.#reader.queryRaw(query);
    longReads?.note(query.sql, performance.now() - began);
    return result;
  }

  executeRaw(query: SqlQuery) {
    return this.#inTurn(() => patiently(async () => this.#writer.executeRaw(checked(query))));
  }

  // a script is many statements, so it cannot be asked again from its start: it stands still, as nobody is served yet
  executeScript(script: string) {
    const waitAtMost = (timeMs: number) => this.#writer.executeScript(`PRAGMA busy_timeout = ${timeMs};`);
    return this.#inTurn(async () => {
      await waitAtMost(BUSY_TIMEOUT_MS);
      await attempt(() => this.#writer.executeScript(script)).finally(() => waitAtMost(STAND_STILL_MS));
    });
  }

  async startTransaction(): Promise<Transaction> {
    const release = await this.#turn.acquire();
    try {
      this.#ways.assertInPlace();
      // a transaction that starts as a reader cannot wait to become a writer: SQLite refuses it at once
      await patiently(async () => this.#writer.executeRaw(sql("BEGIN IMMEDIATE")));
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

  async #optimize() {
    await this.#inTurn(() => patiently(() => attempt(() => this.#writer.executeScript(SQLITE_OPTIMIZE))));
    // a connection reads the statistics when it opens and never again
    const former = this.#reader;
    this.#reader = await this.#ways.openReader();
    this.#opening = uuid();
    await former.dispose();
    return { columnNames: [], columnTypes: [], rows: [] };
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.#turn.acquire();
    try {
      this.#ways.assertInPlace();
      return await work();
    } finally {
      noteWritten();
      release();
    }
  }
}

/** The driver throws where it promises to reject. */
async function attempt(work: () => Promise<void>): Promise<void> {
  return work();
}

/** A failure by the domain's name for it, when the file cannot be read. */
function named<T>(statement: () => Promise<T>): Promise<T> {
  return statement().catch((error: unknown) => {
    throw toUnreadable(error);
  });
}

/** Does one statement, again and again while another process writes. @throws {Unavailable} when that takes too long */
async function patiently<T>(statement: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      if (!isBusy(error)) throw toUnreadable(error);
      if (Date.now() > until) throw new Unavailable({ cause: error }, OTHER_WRITES);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

const OTHER_WRITES =
  "Another program is writing to the database, and longer than can be waited for. Nothing was stored by this; try again in a minute.";

/** Whether an error is SQLITE_BUSY, as the driver names it; by name, because a program may hold two copies of its class. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && isDriverAdapterError(error) && error.cause.kind === "SocketTimeout";
}

function transactionOn(writer: SqlDriverAdapter, release: () => void): Transaction {
  const savepoint = async (statement: string) => void (await writer.executeRaw(sql(statement)));
  let isWritten = false;
  return {
    provider: writer.provider,
    adapterName: writer.adapterName,
    // Prisma itself sends COMMIT and ROLLBACK, then calls these
    options: { usePhantomQuery: false },
    queryRaw(query) {
      isWritten ||= !isRead(query.sql);
      return named(() => giveTurn().then(() => writer.queryRaw(checked(query))));
    },
    executeRaw(query) {
      isWritten ||= query.sql !== "COMMIT";
      return named(() => giveTurn().then(() => writer.executeRaw(checked(query))));
    },
    commit: async () => {
      // Prisma reads a long list in parts, and those in a transaction
      if (isWritten) noteWritten();
      release();
    },
    rollback: async () => release(),
    createSavepoint: (name) => savepoint(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => savepoint(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => savepoint(`RELEASE SAVEPOINT ${name}`),
  };
}

function checked(query: SqlQuery): SqlQuery {
  refuseUnstorable(query);
  const listed = withLists(query, "sqlite");
  return { ...listed, sql: literally(listed.sql, "sqlite") };
}

function isRead(statement: string): boolean {
  return /^\s*SELECT\b/i.test(statement);
}

function sql(statement: string): SqlQuery {
  return { sql: statement, args: [], argTypes: [] };
}
