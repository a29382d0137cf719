import type BetterSqlite3 from "better-sqlite3";

/** What a driver asks of a statement: to be bound, then read or run. */
interface Bound {
  readonly reader: boolean;
  columns(): BetterSqlite3.ColumnDefinition[];
  raw(): { all(): unknown[] };
  run(): BetterSqlite3.RunResult;
}

// a page asks some sixty, and lists of several lengths are several
const MOST_KEPT = 400;

/**
 * Statements of one connection that are prepared once and asked again with other values. Prisma's driver prepares each query
 * anew, which was a tenth of what a processor worked for the page of a statement and a fifth of what SQLite did for an article that was
 * brought. A statement follows a changed schema by itself.
 */
export class KeptStatements {
  readonly #kept = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  readonly #prepare: (sql: string) => BetterSqlite3.Statement<unknown[]>;

  constructor(prepare: (sql: string) => BetterSqlite3.Statement<unknown[]>) {
    this.#prepare = prepare;
  }

  /** A statement as the driver asks for it. */
  prepare(sql: string): { bind(values: unknown[]): Bound } {
    const statement = this.#kept.get(sql) ?? this.#prepare(sql);
    // last asked, last let go
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return {
      bind: (values) => ({
        reader: statement.reader,
        columns: () => statement.columns(),
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
