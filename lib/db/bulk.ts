import { env } from "@/lib/env/server";
import { engineOf } from "./client";
import type { Tx } from "./model";
import { chunksOf, fieldsOf, type ModelName, RECORDED_MODELS, type Row } from "./records";

/**
 * Adds rows of texts, whole numbers and nulls to a table whose changes nobody records; every row names the same columns,
 * its key among them. Prisma plans each row of a query anew, a millisecond apiece in which nobody else is answered: here
 * the database takes two hundred from one JSON text.
 */
export async function addMany(tx: Tx, model: ModelName, rows: readonly Row[]): Promise<void> {
  if (RECORDED_MODELS.includes(model)) throw new Error(`${model}: its changes are recorded, use createMany.`);
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const unknown = columns.find((column) => !fieldsOf(model).includes(column));
  if (unknown !== undefined) throw new Error(`${model} has no column ${unknown}.`);
  const statement = WAYS[engineOf(env().databaseUrl)](model, columns);
  for (const part of chunksOf(rows)) await tx.$executeRawUnsafe(statement, JSON.stringify(part));
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
