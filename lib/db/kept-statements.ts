import type BetterSqlite3 from "better-sqlite3";

/** What a driver asks of a statement: to be bound, then read or run. */
interface Bound {
  readonly reader: boolean;
  columns(): BetterSqlite3.ColumnDefinition[];
  raw(): { all(): unknown[] };
  run(): BetterSqlite3.RunResult;
}

interface Kept {
  readonly statement: BetterSqlite3.Statement<unknown[]>;
  columns?: BetterSqlite3.ColumnDefinition[];
}

// a page asks some sixty, and lists of several lengths are several
const MOST_KEPT = 400;
const OF_ALL = /SELECT \*|\.\*/i;

/**
 * Statements of one connection that are prepared once and asked again with other values. Prisma's driver prepares each query
 * anew, which was a tenth of what a processor worked for the page of a statement and a fifth of what SQLite did for an article that was
 * brought. A statement follows a changed schema by itself.
 */
export class KeptStatements {
  readonly #kept = new Map<string, Kept>();
  readonly #prepare: (sql: string) => BetterSqlite3.Statement<unknown[]>;

  constructor(prepare: (sql: string) => BetterSqlite3.Statement<unknown[]>) {
    this.#prepare = prepare;
  }

  /** A statement as the driver asks for it. */
  prepare(sql: string): { bind(values: unknown[]): Bound } {
    const kept: Kept = this.#kept.get(sql) ?? { statement: this.#prepare(sql) };
    const { statement } = kept;
    // last asked, last let go
    this.#kept.delete(sql);
    this.#kept.set(sql, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return {
      bind: (values) => ({
        reader: statement.reader,
        // told anew at each query, they were a twentieth of a page; where they are named, they stay those that are named
        columns: () => {
          if (OF_ALL.test(sql)) return statement.columns();
          kept.columns ??= statement.columns();
          return kept.columns;
        },
        raw: () => ({ all: () => statement.raw(true).all(...values) }),
        run: () => statement.run(...values),
      }),
    };
  }
}

/** Has what is asked of a connection prepared once. The driver's connection is no part of its types. */
export function keepStatements(adapter: object): void {
  const { client } = adapter as { client?: { prepare: (sql: string) => unknown } };
  if (typeof client?.prepare !== "function")
    throw new Error("The driver has no connection to prepare statements on.");
  const kept = new KeptStatements(
    client.prepare.bind(client) as ConstructorParameters<typeof KeptStatements>[0],
  );
  client.prepare = (sql) => kept.prepare(sql);
}
