import Database from "better-sqlite3";
import pg from "pg";
import { db, type ModelName, type Row, sqliteFile } from "@/lib/db/server";
import { env } from "@/lib/env/server";

/**
 * Adds many rows of one table that have an `id`. The first of its kind is made by Prisma, which settles defaults and how each
 * value is written; the others are copies of it with values of their own, in one transaction. Prisma plans every row of a
 * query anew, so that a hundred thousand statements and what belongs to them took it a quarter of an hour.
 */
export async function addRows(model: ModelName, rows: readonly Row[]): Promise<void> {
  const { databaseUrl, dataDir } = env();
  const kind = `${model} ${Object.keys(rows[0] ?? {})} ${databaseUrl ?? dataDir}`;
  let id = made.get(kind);
  if (rows[0] !== undefined && id === undefined) {
    ({ id } = await makeFirst(model, rows[0]));
    made.set(kind, id);
    rows = rows.slice(1);
  }
  if (databaseUrl === null) copyOnSqlite(sqliteFile(dataDir), model, id, rows);
  else await copyOnPostgresql(databaseUrl, model, id, rows);
}

/** The id of the row by Prisma that others of its kind are copies of. */
const made = new Map<string, unknown>();

async function makeFirst(model: ModelName, data: Row): Promise<Row> {
  const delegate = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  const table = (db as unknown as Record<string, { create(args: object): Promise<Row> }>)[delegate];
  return (await table?.create({ data })) ?? {};
}

/** The connections that write copies: one that was opened anew for each table read its pages anew, which was two thirds of a store's time. */
const opened = new Map<string, Database.Database>();

function openedFor(file: string): Database.Database {
  const sql = opened.get(file) ?? new Database(file);
  // nobody keeps what a bench makes: it need not outlive the machine
  if (!opened.has(file)) sql.exec("PRAGMA cache_size = -1000000; PRAGMA synchronous = OFF;");
  opened.set(file, sql);
  return sql;
}

function copyOnSqlite(file: string, model: ModelName, id: unknown, rows: readonly Row[]) {
  const sql = openedFor(file);
  const template = sql.prepare(`SELECT * FROM "${model}" WHERE id = ?`).get(id) as Row | undefined;
  const columns = Object.keys(template ?? {});
  if (template === undefined || rows.length === 0) return;
  const insert = sql.prepare(
    `INSERT INTO "${model}" (${columns.map((name) => `"${name}"`).join()}) VALUES (${columns.map(() => "?").join()})`,
  );
  sql.transaction(() => {
    for (const row of rows)
      insert.run(columns.map((name) => (name in row ? asPrismaWrites(row[name]) : template[name])));
  })();
}

function asPrismaWrites(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "boolean" ? Number(value) : value;
}

const PART = 5000;

async function copyOnPostgresql(databaseUrl: string, model: ModelName, id: unknown, rows: readonly Row[]) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const copy = `INSERT INTO "${model}" SELECT row.* FROM "${model}" template,
      json_array_elements($1::json) own, json_populate_record(template, own) row WHERE template.id = $2`;
    for (let from = 0; from < rows.length; from += PART)
      await client.query(copy, [JSON.stringify(rows.slice(from, from + PART)), id]);
  } finally {
    await client.end();
  }
}
