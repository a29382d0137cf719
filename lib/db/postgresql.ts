import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { toUnavailable } from "@/lib/health/server";
import { withLists } from "./among";
import { refuseUnstorable, toRefused } from "./arguments";
import { noteAsked } from "./leisure";
import { literally } from "./like";
import { Mutex } from "./mutex";
import { noteWritten } from "./writes";

const READERS = 10;
// one for the transaction whose turn it is, one for single statements beside it
const WRITERS = 2;

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 60_000;
const LOCK_TIMEOUT_MS = 14_000;

// any number will do as long as nothing else in the database takes the same advisory lock
const WRITERS_LOCK = 6_140_220_251;

/**
 * The connection to PostgreSQL for Prisma: connections that read, and two more that write.
 *
 * With one pool for both, ten writers that wait for their turn hold every connection, and a page that only reads waits
 * with them. Here a transaction waits for its turn before it takes a connection. Among several servers the turn is an
 * advisory lock of the transaction: what waits for it is the one writing connection of each server. SQLite has one
 * writer by nature; PostgreSQL is given the same rule, so that a guard that read other rows still holds when the write
 * lands, and the audit chain needs no serialization failures to stay whole (docs/decisions/022).
 */
export function postgresqlAdapter(connectionString: string): SqlMigrationAwareDriverAdapterFactory {
  const common = {
    connectionString,
    application_name: "verbatim",
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // a server that is gone without a word must not hold a page for ever
    query_timeout: ANSWER_TIMEOUT_MS,
  };
  const readers = new PrismaPg({ ...common, max: READERS });
  const writers = new PrismaPg({ ...common, max: WRITERS });
  return {
    provider: readers.provider,
    adapterName: readers.adapterName,
    connect: async () => new TwoPools(await readers.connect(), await writers.connect()),
    connectToShadowDb: () => writers.connectToShadowDb(),
  };
}

class TwoPools implements SqlDriverAdapter {
  readonly provider = "postgres";
  readonly adapterName: string;
  readonly #readers: SqlDriverAdapter;
  readonly #writers: SqlDriverAdapter;
  readonly #turn = new Mutex();

  constructor(readers: SqlDriverAdapter, writers: SqlDriverAdapter) {
    this.#readers = readers;
    this.#writers = writers;
    this.adapterName = readers.adapterName;
  }

  async queryRaw(query: SqlQuery) {
    noteAsked();
    if (/^\s*SELECT\b/i.test(query.sql)) return named(this.#readers.queryRaw(checked(query)));
    return named(this.#writers.queryRaw(checked(query))).finally(noteWritten);
  }

  async executeRaw(query: SqlQuery) {
    return named(this.#writers.executeRaw(checked(query))).finally(noteWritten);
  }

  executeScript(script: string) {
    return named(this.#writers.executeScript(script)).finally(noteWritten);
  }

  async startTransaction(
    ...isolation: Parameters<SqlDriverAdapter["startTransaction"]>
  ): Promise<Transaction> {
    const release = await this.#turn.acquire();
    try {
      const transaction = await this.#writers.startTransaction(...isolation);
      try {
        await transaction.executeRaw(TAKE_TURN);
      } catch (error) {
        await transaction.executeRaw({ sql: "ROLLBACK", args: [], argTypes: [] }).catch(() => {});
        await transaction.rollback();
        throw error;
      }
      return oneAfterAnother(transaction, release);
    } catch (error) {
      release();
      throw toUnavailable(error);
    }
  }

  getConnectionInfo() {
    return this.#readers.getConnectionInfo?.() ?? { supportsRelationJoins: true };
  }

  async dispose() {
    await this.#readers.dispose();
    await this.#writers.dispose();
  }
}

// the target list is evaluated in its order, so the lock is waited for within the timeout; both end with the transaction
const TAKE_TURN: SqlQuery = {
  sql: `SELECT set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true), pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`,
  args: [],
  argTypes: [],
};

/** Queries of a transaction share one connection, which takes one at a time: pg warns now and refuses in its next major. */
function oneAfterAnother(transaction: Transaction, release: () => void): Transaction {
  const queue = new Mutex();
  const inOrder = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await queue.acquire();
    return named(work()).finally(done);
  };
  const andRelease = async (work: () => Promise<void>) => inOrder(work).finally(release);
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => inOrder(async () => transaction.queryRaw(checked(query))),
    executeRaw: (query) => inOrder(async () => transaction.executeRaw(checked(query))),
    commit: () => andRelease(() => transaction.commit()).finally(noteWritten),
    rollback: () => andRelease(() => transaction.rollback()),
    createSavepoint: (name) => inOrder(async () => transaction.createSavepoint?.(name)),
    rollbackToSavepoint: (name) => inOrder(async () => transaction.rollbackToSavepoint?.(name)),
    releaseSavepoint: (name) => inOrder(async () => transaction.releaseSavepoint?.(name)),
  };
}

/** A failure by the domain's name for it: the database is away, or a number fits no column. */
function named<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw toRefused(toUnavailable(error));
  });
}

function checked(query: SqlQuery): SqlQuery {
  refuseUnstorable(query);
  const listed = withLists(query, "postgresql");
  return { ...listed, sql: literally(listed.sql, "postgresql") };
}
