import { now } from "@/lib/env";
import {
  nameKeyOf,
  SEARCHED_OF_SOURCE,
  SEARCHED_OF_STATEMENT,
  sourceKeyOf,
  statementKeyOf,
} from "@/lib/query";
import { foldForSearch, searchKeyOf } from "@/lib/text";
import type { MigrationStore, Sql } from "./store";

type Row = Readonly<Record<string, string | null>>;

/** A column that the program computes from others of the same row, which no SQL of either engine can. */
interface Derived {
  readonly table: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly rule: (row: Row) => string;
  /** Counted up when the rule changes: the column is then computed again. */
  readonly edition: number;
}

// what stands here is not sealed: lib/db/records.ts lists it too
const DERIVED: readonly Derived[] = [
  derived("Claim", ["proposition"], "propositionKey", ({ proposition }) => foldForSearch(proposition ?? "")),
  derived("Statement", ["wording"], "wordingKey", ({ wording }) => foldForSearch(wording ?? "")),
  derived("Claim", ["proposition"], "searchKey", ({ proposition }) => searchKeyOf(proposition ?? "")),
  derived("Source", SEARCHED_OF_SOURCE, "searchKey", sourceKeyOf),
  derived("SpeakerAlias", ["name"], "searchKey", ({ name }) => nameKeyOf(name ?? "")),
  derived("Story", ["title"], "searchKey", ({ title }) => searchKeyOf(title ?? "")),
  derived("Outlet", ["name"], "searchKey", ({ name }) => searchKeyOf(name ?? "")),
  derived("Statement", SEARCHED_OF_STATEMENT, "searchKey", (row) => statementKeyOf(row), 2),
];

function derived<const From extends string>(
  table: string,
  from: readonly From[],
  to: string,
  rule: (row: Readonly<Record<From, string | null>>) => string,
  edition = 1,
): Derived {
  return { table, from, to, rule: (row) => rule(row as Readonly<Record<From, string | null>>), edition };
}

const BATCH = 500;
const DONE = "done";

/** Whether a derived column still waits for its backfill. The database is migrated. */
export async function isBackfillPending(store: MigrationStore): Promise<boolean> {
  return store.inTransaction(async (sql) => {
    for (const column of DERIVED) if ((await reached(sql, column)) !== DONE) return true;
    return false;
  });
}

/**
 * Computes the derived columns of rows from before: five hundred rows a transaction, each noting how far it came, so
 * that a start that was killed goes on from there.
 */
export async function backfill(store: MigrationStore): Promise<void> {
  for (const column of DERIVED) {
    while (!(await store.inTransaction((sql) => nextBatch(sql, column))));
  }
}

/** Has every derived column computed again at the next backfill. */
export async function forgetBackfill(store: MigrationStore): Promise<void> {
  await store.inTransaction(async (sql) => {
    for (const column of DERIVED) await sql.run(`DELETE FROM "Setting" WHERE "key" = ?`, markOf(column));
  });
}

/** How many rows of each table hold other words to be found by than the program makes of them. */
export async function countStale(store: MigrationStore): Promise<Map<string, number>> {
  const stale = new Map<string, number>();
  for (const column of DERIVED) {
    let after: string | undefined = "";
    while (after !== undefined) {
      const from: string = after;
      const rows: Read[] = await store.inTransaction((sql) => readBatch(sql, column, from));
      const wrong = rows.filter(({ derived, id: _, ...row }) => derived !== column.rule(row)).length;
      stale.set(column.table, (stale.get(column.table) ?? 0) + wrong);
      after = rows.length < BATCH ? undefined : rows.at(-1)?.id;
    }
  }
  return stale;
}

type Read = Row & { readonly id: string; readonly derived: string | null };

function readBatch(sql: Sql, { table, from, to }: Derived, after: string): Promise<Read[]> {
  const columns = from.map((name) => `"${name}"`).join(", ");
  return sql.all<Read>(
    `SELECT "id", ${columns}, "${to}" AS derived FROM "${table}" WHERE "id" > ? ORDER BY "id" LIMIT ${BATCH}`,
    after,
  );
}

/** @returns whether the column is done. */
async function nextBatch(sql: Sql, column: Derived): Promise<boolean> {
  const { table, from, to, rule } = column;
  const after = await reached(sql, column);
  if (after === DONE) return true;
  const unchanged = from.map((name) => `COALESCE("${name}", '') = ?`).join(" AND ");
  const rows = await readBatch(sql, column, after);
  for (const { id, derived, ...row } of rows) {
    const wanted = rule(row);
    // a colleague on another server may have saved other words meanwhile, and with them their own key
    if (derived !== wanted)
      await sql.run(
        `UPDATE "${table}" SET "${to}" = ? WHERE "id" = ? AND ${unchanged}`,
        wanted,
        id,
        ...from.map((name) => row[name] ?? ""),
      );
  }
  const last = rows.length < BATCH ? DONE : (rows.at(-1)?.id ?? DONE);
  await sql.run(
    `INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES (?, ?, ?)
     ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value", "updatedAt" = excluded."updatedAt"`,
    markOf(column),
    last,
    now().toISOString(),
  );
  return last === DONE;
}

async function reached(sql: Sql, column: Derived): Promise<string> {
  const [mark] = await sql.all<{ value: string }>(
    `SELECT "value" FROM "Setting" WHERE "key" = ?`,
    markOf(column),
  );
  return mark?.value ?? "";
}

function markOf({ table, to, edition }: Derived): string {
  return `backfill.${table}.${to}.${edition}`;
}
