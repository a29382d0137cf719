import { randomBytes } from "node:crypto";
import type { SqlQuery } from "@prisma/driver-adapter-utils";
import type { Engine } from "./model";

// nobody can send what begins so; the parts of the site that are bundled apart evaluate this module again
const kept = globalThis as typeof globalThis & { verbatimAmong?: string };
const mark = () => {
  kept.verbatimAmong ??= `among:${randomBytes(12).toString("hex")}:`;
  return kept.verbatimAmong;
};

/**
 * A filter of a text column: its value is one of a list of any length, given as JSON. Prisma gives each value of a list a
 * place of its own in the query, of which SQLite's take no more than a thousand with a limit, and plans them for longer than
 * the database looks them up. So the list travels as what a value "starts with", and the adapter asks what is meant.
 */
export function among(ids: readonly string[] | string): { readonly startsWith: string } {
  return { startsWith: mark() + (typeof ids === "string" ? ids : JSON.stringify(ids.filter(isStorable))) };
}

// PostgreSQL takes no JSON that holds a NUL or half of a sign, and no column has one
const isStorable = (id: string) => id.isWellFormed() && !id.includes("\u0000");

/** The query with each list that `among` made as a list. */
export function withLists(query: SqlQuery, engine: Engine): SqlQuery {
  const marked = mark();
  const isList = (value: unknown) => typeof value === "string" && value.startsWith(marked);
  if (!query.args.some(isList)) return query;
  const args = query.args.map((value) => (isList(value) ? (value as string).slice(marked.length) : value));
  if (engine === "postgresql")
    return {
      ...query,
      args,
      sql: query.sql.replace(
        /(NOT )?LIKE \(\$(\d+) \|\| '%'\)/g,
        (whole, not: string | undefined, place: string) =>
          isList(query.args[Number(place) - 1])
            ? `${not ? "<> ALL" : "= ANY"} (ARRAY(SELECT json_array_elements_text($${place}::json)))`
            : whole,
      ),
    };
  let place = 0;
  // the places stand in the order of the values
  const sql = query.sql.replace(/LIKE \(\? \|\| '%'\)|\?/g, (whole) =>
    isList(query.args[place++]) ? "IN (SELECT value FROM json_each(?))" : whole,
  );
  return { ...query, args, sql };
}
