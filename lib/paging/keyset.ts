import { Refused } from "@/lib/errors";

/** Which page of a list: `after` is the `next` of the page before; `take` is the number of rows. */
export interface PageRequest {
  readonly after?: string | undefined;
  readonly take?: number | undefined;
}

/** The most rows that one page may have. */
export const MOST_ROWS = 200;

const EARLIEST = new Date("0001-01-01T00:00:00Z");
const LATEST = new Date("9999-12-31T23:59:59.999Z");

/** How many rows a page has: what was asked for, within 1 and `MOST_ROWS`, else 25. */
export function takeOf({ take = 25 }: PageRequest): number {
  return Math.max(1, Math.min(Math.trunc(take), MOST_ROWS));
}

/** The `next` that leads past a row, from the value that the list is sorted by and the row's id. */
export function cursorOf(key: Date | string, id: string): string {
  const text = typeof key === "string" ? key : String(key.getTime());
  return `${Buffer.from(text, "utf8").toString("base64url")}.${id}`;
}

/**
 * The condition for the rows past `after` in a list sorted by an instant and id, both descending; empty without `after`.
 * @throws {Refused} when `after` is no cursor.
 */
export function olderThan<Column extends string>(column: Column, after: string | undefined) {
  if (!after) return {};
  const { key, id } = readCursor(after);
  const moment = new Date(/^-?\d{1,16}$/.test(key) ? Number(key) : Number.NaN);
  // no list holds an instant outside these, and neither database compares them as time goes
  if (!(moment >= EARLIEST && moment <= LATEST)) throw noSuchPage();
  // the first condition says nothing new; it lets both engines start within the index instead of at its end
  return {
    AND: [
      { [column]: { lte: moment } } as Record<Column, { lte: Date }>,
      { OR: [{ [column]: { lt: moment } } as Record<Column, { lt: Date }>, { id: { lt: id } }] },
    ],
  };
}

/**
 * The condition for the rows past `after` in a list sorted by a text and id, both ascending; empty without `after`.
 * @throws {Refused} when `after` is no cursor.
 */
export function laterThan<Column extends string>(column: Column, after: string | undefined) {
  if (!after) return {};
  const { key, id } = readCursor(after);
  return {
    AND: [
      { [column]: { gte: key } } as Record<Column, { gte: string }>,
      { OR: [{ [column]: { gt: key } } as Record<Column, { gt: string }>, { id: { gt: id } }] },
    ],
  };
}

/** What `cursorOf` made one of. @throws {Refused} when it did not. */
export function readCursor(after: string) {
  const [, encoded, id] = /^([\w-]{1,2000})\.([\w-]{1,64})$/.exec(after) ?? [];
  if (!encoded || !id) throw noSuchPage();
  const key = Buffer.from(encoded, "base64url").toString("utf8");
  if (key.includes("\u0000")) throw noSuchPage();
  return { key, id };
}

/** What a list answers to a cursor that it never gave. */
export function noSuchPage(): Refused {
  const message = "This page of the list does not exist. Start at the first page.";
  return new Refused([{ rule: "cursor", field: "after", message }]);
}
