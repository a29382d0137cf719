import { DATE_HINT, readWrittenDate } from "./dates-in-words";

/** How much of a date is known. */
export const DATE_PRECISIONS = ["time", "day", "month", "year"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A date as far as it is known: the first instant (UTC) of that minute, day, month or year. */
export interface Dated {
  readonly on: Date;
  readonly precision: DatePrecision;
}

const ISO =
  /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * The date that `typed` names, or null when it names none for certain: as ISO 8601 has it ("2025", "2025-10",
 * "2025-10-28", "2025-10-28T18:42Z"), as people write it and as this site prints it ("28 October 2025, 18:42 UTC"). A
 * time that does not say whose it is names none: read as UTC, an embargo until six in New York would end at one.
 */
export function parseDated(typed: string): Dated | null {
  const read = readDated(typed);
  return "dated" in read ? read.dated : null;
}

/** Why what was typed is no date for certain, in words for whoever typed it; null when it is one. */
export function reasonAgainstDate(typed: string): string | null {
  const read = readDated(typed);
  return "dated" in read ? null : read.reason;
}

// longer than any date with a time is written; a reason repeats what was typed
const MOST_UTF16 = 80;

function readDated(typed: string): { readonly dated: Dated } | { readonly reason: string } {
  const iso = parseIso(typed);
  if (iso === "whose") return { reason: WHOSE_HINT };
  if (iso !== null) return { dated: iso };
  if (typed.length > MOST_UTF16) return { reason: DATE_HINT };
  const read = readWrittenDate(typed);
  if ("reason" in read) return read;
  const { year, month = 1, day = 1, precision } = read.date;
  if (year < 1000) return { reason: DATE_HINT };
  const on = new Date(Date.UTC(year, month - 1, day));
  if (read.rest.trim() === "") return { dated: { on, precision } };
  const minutes = precision === "day" ? minutesOf(read.rest) : null;
  if (minutes === null) return { reason: TIME_HINT };
  if (minutes === "whose") return { reason: WHOSE_HINT };
  const at = new Date(on.getTime() + minutes * 60_000);
  return at.getUTCFullYear() > 9999 ? { reason: DATE_HINT } : { dated: { on: at, precision: "time" } };
}

const TIME_HINT =
  "Write the date alone, such as 28 October 2025, or with a time in UTC or with its offset: 28 October 2025, 18:42 UTC.";
const WHOSE_HINT =
  "Say whose time it is, behind it: 28 October 2025, 18:42 UTC, or with how far its clock is from UTC, as 18:42 +04:30.";
const TIME =
  /^[\s,]*(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap])?(?:\.?m\.?)?\s*((?:utc|gmt|z)?\s*([+-]\d{2}:?\d{2})|utc|gmt|z)?$/;

/** The minutes from midnight UTC that a time stands for: "18:42 UTC", "6:42 pm +05:00"; null for none. */
function minutesOf(rest: string): number | null | "whose" {
  const match = TIME.exec(rest.trimEnd());
  if (match === null) return null;
  const [, hour = "", minute, half, zone, offset] = match;
  if (minute === undefined && half === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "p" ? 12 : 0);
  const isTime = hours < 24 && Number(minute ?? 0) < 60 && (half === undefined || Number(hour) <= 12);
  if (!isTime) return null;
  return zone === undefined ? "whose" : hours * 60 + Number(minute ?? 0) - offsetMinutes(offset);
}

function parseIso(typed: string): Dated | null | "whose" {
  const match = ISO.exec(typed.trim());
  if (!match) return null;
  const [, year = "", month, day, hour, minute, offset] = match;
  const on = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  // 2025-02-30 rolls over to March: then it was no date
  if (on.getUTCMonth() !== Number(month ?? 1) - 1 || on.getUTCDate() !== Number(day ?? 1)) return null;
  if (hour === undefined || minute === undefined) {
    return { on, precision: day ? "day" : month ? "month" : "year" };
  }
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (offset === undefined) return "whose";
  const minutes = Number(hour) * 60 + Number(minute) - offsetMinutes(offset);
  const at = new Date(on.getTime() + minutes * 60_000);
  // in UTC it may be the year after the last
  return at.getUTCFullYear() > 9999 ? null : { on: at, precision: "time" };
}

/** The ISO 8601 text of a date, as long as its precision: what `parseDated` reads. */
export function writeDated({ on, precision }: Dated): string {
  const iso = on.toISOString();
  if (precision === "time") return `${iso.slice(0, 16)}Z`;
  return iso.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/** A stored date as a person types it; empty when none is stored. A precision that is not known counts as the day. */
export function typedDate(on: Date | null, precision: string | null): string {
  if (!on) return "";
  return writeDated({ on, precision: DATE_PRECISIONS.find((known) => known === precision) ?? "day" });
}

/** The first moment behind a minute, day, month or year; null behind the year 9999, the last that a date may name. */
export function endOfDated({ on, precision }: Dated): Date | null {
  const end = new Date(on);
  if (precision === "year") end.setUTCFullYear(end.getUTCFullYear() + 1);
  else if (precision === "month") end.setUTCMonth(end.getUTCMonth() + 1);
  else if (precision === "day") end.setUTCDate(end.getUTCDate() + 1);
  else end.setUTCMinutes(end.getUTCMinutes() + 1);
  // its text sorts before all others: SQLite compares moments by their texts
  return end.getUTCFullYear() > 9999 ? null : end;
}

/** The first instant of the day of `at`, in UTC. */
export function dayOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
}

// where the day begins first it is fourteen hours ahead of UTC
const FIRST_ZONE_MS = 14 * 60 * 60 * 1000;

/** Whether a date lies ahead of `at`: its minute, or a day, month or year that has begun nowhere on earth yet. */
export function isAhead({ on, precision }: Dated, at: Date): boolean {
  return on.getTime() > at.getTime() + (precision === "time" ? 0 : FIRST_ZONE_MS);
}

function offsetMinutes(offset: string | undefined): number {
  // UTC by its name
  if (!offset || offset === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  const digits = offset.replace(/\D/g, "");
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}
