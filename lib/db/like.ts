import type { Engine } from "./model";

/**
 * Prisma's SQL with "contains", "starts with" and "ends with" meaning the same on both engines: these signs, in this
 * case. Prisma writes LIKE, in which `%` and `_` (and on PostgreSQL the backslash) mean something else, and which
 * SQLite matches without regard to case, but for ASCII only. What is to be found in any case is folded before it is
 * stored and before it is asked for.
 */
export function literally(statement: string, engine: Engine): string {
  if (!statement.includes(" LIKE ")) return statement;
  return statement.replace(
    engine === "sqlite" ? SQLITE : POSTGRESQL,
    engine === "sqlite" ? onSqlite : onPostgresql,
  );
}

// `table`.`column` LIKE ('%' || ? || '%'), with either % left out
const SQLITE = /((?:`[^`]+`\.)*`[^`]+`) (NOT )?LIKE \(('%' \|\| )?\?( \|\| '%')?\)/g;

function onSqlite(
  whole: string,
  column: string,
  not: string | undefined,
  before?: string,
  after?: string,
): string {
  if (before && after) return `instr(${column}, ?) ${not ? "= 0" : "> 0"}`;
  if (after) return `instr(${column}, ?) ${not ? "<>" : "="} 1`;
  return before ? `${column} ${not ?? ""}GLOB ('*' || ${escapedForGlob("?")})` : whole;
}

function escapedForGlob(value: string): string {
  return `replace(replace(replace(${value}, '[', '[[]'), '*', '[*]'), '?', '[?]')`;
}

const POSTGRESQL = /LIKE \(('%' \|\| )?(\$\d+)( \|\| '%')?\)/g;

function onPostgresql(
  _: string,
  before: string | undefined,
  value: string,
  after: string | undefined,
): string {
  const literal = `replace(replace(replace(${value}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
  return `LIKE (${before ?? ""}${literal}${after ?? ""})`;
}
