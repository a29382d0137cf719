import { dateOfSerial } from "@/lib/spreadsheets";
import { parseDated, reasonAgainstDate, writeDated } from "@/lib/text";
import type { DateOrder } from "./model";

/** A cell of a column of dates: the ISO date, what is kept as printed instead, and what a person should know; or why it is none. */
export type DateCell =
  | { readonly iso: string; readonly printed: string; readonly care?: string }
  | { readonly reason: string };

// what spreadsheets count as days from 1954 to 2119: an older one is a year, or no date
const SERIAL = /^[2-7]\d{4}(?:[.,]\d{1,12})?$/u;
const CLOCK = /^(.*?)[\sT,]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?\s*(?:[ap]\.?m\.?|uhr|h)?)$/iu;
const PARTED = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/u;

/** The order in which a column writes day and month: what its unmistakable numbers show, or null where none does. */
export function orderOf(cells: Iterable<string>): Exclude<DateOrder, "auto"> | null {
  const seen = new Set<Exclude<DateOrder, "auto">>();
  for (const cell of cells) {
    const [, first, sign, second] = PARTED.exec(withoutClock(cell).day) ?? [];
    if (first === undefined || sign === ".") continue;
    if (Number(first) > 12) seen.add("day_first");
    if (Number(second) > 12) seen.add("month_first");
  }
  const [only] = seen;
  return seen.size === 1 && only ? only : null;
}

/** Reads a cell as a date of what has been printed: a day, a month or a year. `thisYear` tells years of two digits. */
export function readDateCell(
  given: string,
  order: Exclude<DateOrder, "auto"> | null,
  thisYear: number,
): DateCell {
  const cell = given.replace(/\s+/gu, " ").trim();
  if (cell === "") return { iso: "", printed: "" };
  const serial = SERIAL.test(cell) ? dateOfSerial(cell.replace(",", "."), false) : null;
  if (serial !== null)
    return { ...clocked(serial), care: `The figure ${cell} is read as the day ${serial.slice(0, 10)}.` };
  const whole = parseDated(cell);
  if (whole !== null) return { iso: writeDated(whole), printed: "" };
  const { day, clock } = withoutClock(cell);
  const parted = readParted(day, order, thisYear);
  if (parted !== null) return "reason" in parted ? parted : { ...parted, printed: clock };
  const dated = clock === "" ? null : parseDated(day);
  // a time that does not say whose it is is kept as it is printed
  if (dated !== null) return { iso: writeDated(dated), printed: clock };
  if (!/\d/u.test(cell))
    return { iso: "", printed: cell, care: `“${short(cell)}” names no day; it is kept as it is printed.` };
  return { reason: reasonAgainstDate(cell) ?? "This is no date." };
}

/** A day from numbers: 28/10/2025, 28.10.25. */
function readParted(
  day: string,
  order: Exclude<DateOrder, "auto"> | null,
  thisYear: number,
): DateCell | null {
  const [, first = "", sign, second = "", digits = ""] = PARTED.exec(day) ?? [];
  if (sign === undefined) return null;
  const isSame = Number(first) === Number(second);
  const said = sign === "." || Number(first) > 12 ? "day_first" : Number(second) > 12 ? "month_first" : order;
  if (said === null && !isSame)
    return {
      reason: `“${day}” may be two days. Choose below how such dates are read, or write the month as a word.`,
    };
  const [dayOf, month] = said === "month_first" ? [second, first] : [first, second];
  const year = digits.length === 4 ? digits : `${Number(digits) + 2000 > thisYear ? 19 : 20}${digits}`;
  const iso = `${year}-${month.padStart(2, "0")}-${dayOf.padStart(2, "0")}`;
  if (parseDated(iso) === null) return { reason: `There is no day ${dayOf} of month ${month} in ${year}.` };
  return {
    ...{ iso, printed: "" },
    ...(digits.length === 2 ? { care: `“${day}” is read as ${iso}: a year of two digits.` } : {}),
  };
}

function withoutClock(cell: string): { day: string; clock: string } {
  const [, day, clock] = CLOCK.exec(cell.trim()) ?? [];
  return day && clock ? { day: day.trim(), clock } : { day: cell.trim(), clock: "" };
}

const clocked = (iso: string) => ({ iso: iso.slice(0, 10), printed: iso.slice(11) });
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
