/** How much of a date is known. */
export const DATE_PRECISIONS = ["time", "day", "month", "year"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A date as far as it is known: the first instant (UTC) of that minute, day, month or year. */
export interface Dated {
  readonly on: Date;
  readonly precision: DatePrecision;
}

const TYPED =
  /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * The date that `typed` names, or null when it names none: an ISO 8601 year, month, day or minute
 * ("2025", "2025-10", "2025-10-28", "2025-10-28T18:42Z"). Without an offset the time is UTC.
 */
export function parseDated(typed: string): Dated | null {
  const match = TYPED.exec(typed.trim());
  if (!match) return null;
  const [, year = "", month, day, hour, minute, offset] = match;
  const on = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  // 2025-02-30 rolls over to March: then it was no date
  if (on.getUTCMonth() !== Number(month ?? 1) - 1 || on.getUTCDate() !== Number(day ?? 1)) return null;
  if (hour === undefined || minute === undefined) {
    return { on, precision: day ? "day" : month ? "month" : "year" };
  }
  if (Number(hour) > 23 || Number(minute) > 59) return null;
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

// where the day begins first it is fourteen hours ahead of UTC
const FIRST_ZONE_MS = 14 * 60 * 60 * 1000;

/** Whether a date lies ahead of `at`: its minute, or a day, month or year that has begun nowhere on earth yet. */
export function isAhead({ on, precision }: Dated, at: Date): boolean {
  return on.getTime() > at.getTime() + (precision === "time" ? 0 : FIRST_ZONE_MS);
}

function offsetMinutes(offset: string | undefined): number {
  if (!offset || offset === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  const digits = offset.replace(/\D/g, "");
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}
