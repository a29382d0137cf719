import { env } from "@/lib/env/server";
import { refuseUnstorableValue } from "./arguments";
import { engineOf } from "./client";
import type { Engine, Tx } from "./model";
import { chunksOf, fieldsOf, keyOf, type ModelName, RECORDED_MODELS, type Row, recordIdOf } from "./records";
import { holdBack, unitOf } from "./unit-of-work";

/**
 * Adds rows of texts, whole numbers, truths, moments and nulls to a table; every row names the same columns, its key among them
 * and those that Prisma would fill in. Rows of a recorded table are noted, so that they are sealed. Prisma plans each row of a
 * query anew, a millisecond apiece in which nobody else is answered: here the database takes two hundred from one JSON text.
 */
export async function addMany(tx: Tx, model: ModelName, rows: readonly Row[]): Promise<void> {
  noteRows(tx, model, rows);
  await insert(tx, model, rows);
}

/**
 * `addMany` with more of its kind: the rows are held back until something is asked of the transaction, or it ends. Where several articles
 * share one, a table takes those of all at once.
 */
export async function addLater(tx: Tx, model: ModelName, rows: readonly Row[]): Promise<void> {
  noteRows(tx, model, rows);
  await holdBack(tx, model, { items: rows, write: (at, all) => insertAlike(at, model, all) });
}

/** Adds rows that may name different columns. */
async function insertAlike(tx: Tx, model: ModelName, rows: readonly Row[]): Promise<void> {
  const alike = new Map<string, Row[]>();
  for (const row of rows) {
    const columns = Object.keys(row).join();
    const some = alike.get(columns);
    if (some) some.push(row);
    else alike.set(columns, [row]);
  }
  for (const some of alike.values()) await insert(tx, model, some);
}

function noteRows(tx: Tx, model: ModelName, rows: readonly Row[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const unknown = columns.find((column) => !fieldsOf(model).includes(column));
  if (unknown !== undefined) throw new Error(`${model} has no column ${unknown}.`);
  if (RECORDED_MODELS.includes(model)) {
    const lacking = keyOf(model).find((field) => first[field] === undefined);
    if (lacking !== undefined) throw new Error(`${model}: its rows are recorded, and need their ${lacking}.`);
    unitOf(tx)?.note(
      model,
      rows.map((row) => recordIdOf(model, row)),
    );
  }
}

async function insert(tx: Tx, model: ModelName, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const engine = engineOf(env().databaseUrl);
  const statement = WAYS[engine](model, Object.keys(first));
  for (const part of inTexts(rows, engine)) await tx.$executeRawUnsafe(statement, part);
}

// of rows that are small many fit in a text, and of articles few
const MOST_ROWS = 4000;
const MOST_UTF16 = 500_000;

/** The rows as JSON texts, each of a length that nobody waits for. */
function* inTexts(rows: readonly Row[], engine: Engine): Iterable<string> {
  let some: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = JSON.stringify(written(row, engine));
    if (some.length > 0 && (some.length >= MOST_ROWS || length + text.length > MOST_UTF16)) {
      yield `[${some.join()}]`;
      [some, length] = [[], 0];
    }
    some.push(text);
    length += text.length;
  }
  if (some.length > 0) yield `[${some.join()}]`;
}

/**
 * A row as its columns hold it: half of a sign as the sign that stands for one, for PostgreSQL takes no half from JSON; SQLite's
 * hold moments as texts, in one way of writing them.
 */
function written(row: Row, engine: Engine): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      refuseUnstorableValue(value);
      if (typeof value === "string") return [column, value.toWellFormed()];
      const isText = engine === "sqlite" && value instanceof Date;
      return [column, isText ? value.toISOString().replace("Z", "+00:00") : value];
    }),
  );
}

/**
 * Sets columns of rows that are there to values of their own, each row found by the columns `by`: `addMany`'s way for what would be a query
 * a row. For tables that are not recorded alone: nothing is noted. Rows that are not there are passed over.
 */
export async function setMany(
  tx: Tx,
  model: ModelName,
  { by, rows }: { readonly by: readonly string[]; readonly rows: readonly Row[] },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  if (RECORDED_MODELS.includes(model)) throw new Error(`${model} is recorded: write its rows one by one.`);
  const columns = Object.keys(first);
  const unknown = [...by, ...columns].find((column) => !fieldsOf(model).includes(column));
  if (unknown !== undefined) throw new Error(`${model} has no column ${unknown}.`);
  const engine = engineOf(env().databaseUrl);
  const { rows: given, value } = NEW[engine](model);
  const set = columns
    .filter((column) => !by.includes(column))
    .map((column) => `${quoted(column)} = ${value(column)}`);
  const where = by.map((column) => `${quoted(model)}.${quoted(column)} = ${value(column)}`);
  const statement = `UPDATE ${quoted(model)} SET ${set.join()} FROM ${given} AS new WHERE ${where.join(" AND ")}`;
  for (const part of chunksOf(rows))
    await tx.$executeRawUnsafe(statement, JSON.stringify(part.map((row) => written(row, engine))));
}

const quoted = (name: string) => `"${name}"`;

const WAYS = {
  sqlite: (model: string, columns: readonly string[]) =>
    `INSERT INTO ${quoted(model)} (${columns.map(quoted).join()})
     SELECT ${columns.map((column) => `value ->> '${column}'`).join()} FROM json_each(?)`,
  postgresql: (model: string, columns: readonly string[]) =>
    `INSERT INTO ${quoted(model)} (${columns.map(quoted).join()})
     SELECT ${columns.map(quoted).join()} FROM json_populate_recordset(NULL::${quoted(model)}, $1::json)`,
};

/** The rows of one JSON text, and a column of them. */
const NEW = {
  sqlite: () => ({ rows: "json_each(?)", value: (column: string) => `new.value ->> '${column}'` }),
  postgresql: (model: string) => ({
    rows: `json_populate_recordset(NULL::${quoted(model)}, $1::json)`,
    value: (column: string) => `new.${quoted(column)}`,
  }),
};
