import { env } from "@/lib/env/server";
import { refuseUnstorableValue } from "./arguments";
import { engineOf } from "./client";
import type { Engine, Tx } from "./model";
import { chunksOf, fieldsOf, keyOf, type ModelName, RECORDED_MODELS, type Row, recordIdOf } from "./records";
import { unitOf } from "./unit-of-work";

/**
 * Adds rows of texts, whole numbers, truths, moments and nulls to a table; every row names the same columns, its key among them
 * and those that Prisma would fill in. Rows of a recorded table are noted, so that they are sealed. Prisma plans each row of a
 * query anew, a millisecond apiece in which nobody else is answered: here the database takes two hundred from one JSON text.
 */
export async function addMany(tx: Tx, model: ModelName, rows: readonly Row[]): Promise<void> {
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
  const engine = engineOf(env().databaseUrl);
  const statement = WAYS[engine](model, columns);
  for (const part of chunksOf(rows))
    await tx.$executeRawUnsafe(statement, JSON.stringify(part.map((row) => written(row, engine))));
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
