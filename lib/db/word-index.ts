import type { Engine } from "./model";

/** The columns in which words are looked up, by table: folded, with spaces between the words. */
const INDEXED = {
  Statement: "searchKey",
  Source: "searchKey",
  Claim: "searchKey",
  SpeakerAlias: "searchKey",
  Passage: "searchKey",
  Story: "searchKey",
} as const;

export type Worded = keyof typeof INDEXED;

// a beginning is looked up in the order of the words; among few long rows that is soon done without an index of beginnings
const WITHOUT_BEGINNINGS: readonly Worded[] = ["Passage"];

/** The tables whose words have a full-text index. */
export const WORDED_TABLES = Object.keys(INDEXED) as Worded[];

/** The name of the index of a table: on SQLite a table of its own with some beside it, on PostgreSQL an index. */
export const wordIndexOf = (table: Worded) => `${table}_words`;

// what is beyond a word's hundredth sign is nobody's question, and PostgreSQL refuses a row with a word of two thousand bytes
const LONGEST = 100;

/** A word as PostgreSQL's index has it. */
export const wordOnPostgresql = (word: string) => Array.from(word).slice(0, LONGEST).join("");

/** The words of a row as PostgreSQL's index has them: cut at spaces, for its own parser knows addresses and file names. */
export function wordsOnPostgresql(table: Worded): string {
  const cut = `regexp_replace("${table}"."${INDEXED[table]}", '(\\S{${LONGEST}})\\S+', '\\1', 'g')`;
  return `array_to_tsvector(array_remove(string_to_array(${cut}, ' '), ''))`;
}

/** What makes the index of a table, each where it is not there yet. */
export function wordIndexMakers(engine: Engine, table: Worded): string[] {
  const [index, column] = [wordIndexOf(table), INDEXED[table]];
  if (engine === "postgresql")
    return [`CREATE INDEX IF NOT EXISTS "${index}" ON "${table}" USING gin (${wordsOnPostgresql(table)})`];
  const add = `INSERT INTO "${index}" (rowid, "${column}") VALUES (new.rowid, new."${column}");`;
  const remove = `INSERT INTO "${index}" ("${index}", rowid, "${column}") VALUES ('delete', old.rowid, old."${column}");`;
  const trigger = (part: string, on: string, work: string) =>
    `CREATE TRIGGER IF NOT EXISTS "${index}_${part}" AFTER ${on} BEGIN ${work} END`;
  const beginnings = WITHOUT_BEGINNINGS.includes(table) ? "" : " prefix='2 3',";
  return [
    // a word is a run of these signs: everything beyond ASCII, its letters and digits, and the mark of a role
    `CREATE VIRTUAL TABLE IF NOT EXISTS "${index}" USING fts5("${column}", content='${table}', content_rowid='rowid', tokenize="ascii tokenchars '/'",${beginnings} columnsize=0)`,
    trigger("added", `INSERT ON "${table}"`, add),
    trigger("removed", `DELETE ON "${table}"`, remove),
    trigger(
      "changed",
      `UPDATE OF "${column}" ON "${table}" WHEN old."${column}" <> new."${column}"`,
      `${remove} ${add}`,
    ),
  ];
}

/** What reads the whole table into its index anew. */
export function wordIndexRebuild(engine: Engine, table: Worded): string {
  const index = wordIndexOf(table);
  return engine === "sqlite"
    ? `INSERT INTO "${index}" ("${index}") VALUES ('rebuild')`
    : `REINDEX INDEX "${index}"`;
}

/** What fails where an index does not hold just the words of its rows; null where the engine sees to that. */
export function wordIndexCheck(engine: Engine, table: Worded): string | null {
  const index = wordIndexOf(table);
  return engine === "sqlite"
    ? `INSERT INTO "${index}" ("${index}", rank) VALUES ('integrity-check', 1)`
    : null;
}

/** The names of what the index of a table is made of, as `wordIndexFinder` finds them. */
export function wordIndexParts(engine: Engine, table: Worded): string[] {
  const index = wordIndexOf(table);
  return engine === "sqlite" ? ["", "_added", "_removed", "_changed"].map((part) => index + part) : [index];
}

/** What finds the parts that are there of all indexes. */
export function wordIndexFinder(engine: Engine): string {
  return engine === "sqlite"
    ? "SELECT name FROM sqlite_schema"
    : `SELECT c.relname AS name FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
       WHERE c.relnamespace = current_schema()::regnamespace AND i.indisvalid`;
}

/** What finds the columns of a table that an index can be made of: in a database that is not up to date it may be missing. */
export function wordColumnFinder(engine: Engine, table: Worded): string {
  return engine === "sqlite"
    ? `SELECT name FROM pragma_table_info('${table}') WHERE name = '${INDEXED[table]}'`
    : `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name = '${table}' AND column_name = '${INDEXED[table]}'`;
}
