import { env } from "@/lib/env/server";
import { db, engineOf } from "./client";
import { type Worded, wordIndexOf, wordOnPostgresql, wordsOnPostgresql } from "./word-index";

/** Words in a row, as they stand in the column; the last may be only begun. */
export interface WordsInRow {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** Rows of a table by their ids, as one value of JSON; not all of them when there are more than were asked for. */
export interface RowIds {
  readonly ids: string;
  readonly count: number;
}

// a letter stands at the beginning of more words than any list has use for
const SAYS_NOTHING = /^[a-z0-9]$/u;
// what an index has tokens for
const SAYS_SOMETHING = /[0-9a-z\u0080-\u{10ffff}]/iu;

/**
 * The ids of rows whose words may hold all that is asked for: of `most + 1` rows at most, of every one that does and of few
 * that do not, for the index knows no lines and PostgreSQL's no neighbours. Asked before a question that it narrows, never
 * instead of it. Null where the index cannot narrow anything.
 */
export async function findRowsWithWords(
  table: Worded,
  sought: readonly WordsInRow[],
  most: number,
): Promise<RowIds | null> {
  const asked = sought.flatMap(asIndexed);
  return asked.length === 0 ? null : findRowsWithSome(table, [asked], most);
}

/** The same of rows whose words may hold all of one of several; each is of words that an index has. */
export function findRowsWithSome(
  table: Worded,
  alternatives: readonly (readonly WordsInRow[])[],
  most: number,
): Promise<RowIds> {
  const told = (one: (words: WordsInRow) => string, and: string, or: string) =>
    alternatives.map((all) => `(${all.map(one).join(and)})`).join(or);
  return engineOf(env().databaseUrl) === "sqlite"
    ? idsOf(
        `SELECT t.id FROM "${wordIndexOf(table)}" w JOIN "${table}" t ON t.rowid = w.rowid
         WHERE "${wordIndexOf(table)}" MATCH ?`,
        told(onSqlite, " AND ", " OR "),
        most,
      )
    : idsOf(
        `SELECT id FROM "${table}" WHERE ${wordsOnPostgresql(table)} @@ $1::tsquery`,
        told(onPostgresql, " & ", " | "),
        most,
      );
}

/** In how many rows each of these words stands, and of no more than `most + 1`; each is a word that an index has. */
export async function countRowsWithEach(
  table: Worded,
  words: readonly string[],
  most: number,
): Promise<number[]> {
  const [question, asIndexed] = {
    sqlite: [
      `SELECT (SELECT count(*) FROM (SELECT rowid FROM "${wordIndexOf(table)}" WHERE "${wordIndexOf(table)}" MATCH json_each.value LIMIT ?)) AS count
       FROM json_each(?) ORDER BY json_each.key`,
      onSqlite,
    ] as const,
    postgresql: [
      `SELECT (SELECT count(*) FROM (SELECT 1 FROM "${table}" WHERE ${wordsOnPostgresql(table)} @@ j.value::tsquery LIMIT $1::int) found)::int AS count
       FROM json_array_elements_text($2::json) WITH ORDINALITY j(value, key) ORDER BY j.key`,
      onPostgresql,
    ] as const,
  }[engineOf(env().databaseUrl)];
  const asked = words.map((word) => asIndexed({ words: [word], isPrefix: false }));
  const rows = await db.$queryRawUnsafe<{ count: number | bigint }[]>(
    question,
    most + 1,
    JSON.stringify(asked),
  );
  return rows.map(({ count }) => Number(count));
}

/** The ids that a question gives which looks for those of a list: `listed` stands in it where the list is meant. */
export async function findRowIds(
  question: (listed: string) => string,
  list: readonly string[],
  most: number,
): Promise<RowIds> {
  const listed = {
    sqlite: "(SELECT value FROM json_each(?))",
    postgresql: "(SELECT json_array_elements_text($1::json))",
  };
  return idsOf(question(listed[engineOf(env().databaseUrl)]), JSON.stringify(list), most);
}

/** The first rows of a question with one value, all of them as one value: a row apiece costs more than finding them. */
async function idsOf(question: string, value: string, most: number): Promise<RowIds> {
  const [row] =
    engineOf(env().databaseUrl) === "sqlite"
      ? await db.$queryRawUnsafe<RowIds[]>(
          `SELECT json_group_array(id) AS ids, count(*) AS count FROM (${question} LIMIT ?)`,
          ...[value, most + 1],
        )
      : await db.$queryRawUnsafe<RowIds[]>(
          `SELECT COALESCE(json_agg(id), '[]')::text AS ids, count(*)::int AS count FROM (${question} LIMIT $2::int) found`,
          ...[value, most + 1],
        );
  return { ids: row?.ids ?? "[]", count: Number(row?.count ?? 0) };
}

/** What the index can be asked of words in a row; nothing where they are only begun and short, or are signs. */
function asIndexed({ words, isPrefix }: WordsInRow): WordsInRow[] {
  const known = words.filter((word) => SAYS_SOMETHING.test(word));
  const isBegun = isPrefix && known.length === words.length;
  const told = isBegun && SAYS_NOTHING.test(known.at(-1) ?? "") ? known.slice(0, -1) : known;
  return told.length === 0 ? [] : [{ words: told, isPrefix: isBegun && told.length === known.length }];
}

function onSqlite({ words, isPrefix }: WordsInRow): string {
  return `"${words.join(" ").replaceAll('"', '""')}"${isPrefix ? " *" : ""}`;
}

function onPostgresql({ words, isPrefix }: WordsInRow): string {
  return words
    .map((word, at) => {
      const literal = `'${wordOnPostgresql(word).replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
      return isPrefix && at === words.length - 1 ? `${literal}:*` : literal;
    })
    .join(" & ");
}
