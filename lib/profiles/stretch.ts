import { endOfDated } from "@/lib/text";

/** A year, a month or a day in UTC: from its first moment up to but without `to`, which is null where all time ends. */
export interface Stretch {
  /** `2025`, `2025-10` or `2025-10-28`. */
  readonly key: string;
  readonly from: Date;
  readonly to: Date | null;
}

const KEY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u;

/** The stretch that such a key names; null of any other text and of days that no calendar has. */
export function stretchOf(key: string): Stretch | null {
  const [, year, month, day] = KEY.exec(key) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = new Date(0);
  // the constructor takes the years before 100 for others
  from.setUTCFullYear(y, m, d);
  if (y === 0 || keyAt(from, key.length) !== key) return null;
  return { key, from, to: endOfDated({ on: from, precision: day ? "day" : month ? "month" : "year" }) };
}

// of all time the years, of a year the months, of a month the days
const PART_LENGTH: Readonly<Record<number, number>> = { 0: 4, 4: 7, 7: 10 };

/** The part of a stretch, or of all time, in which a moment lies; a day is its own part. */
export function partAt(within: Stretch | null, moment: Date): Stretch | null {
  return stretchOf(keyAt(moment, PART_LENGTH[within?.key.length ?? 0] ?? 10));
}

/** The stretch of which this is a part; null of a year. */
export function wholeOf({ key }: Stretch): Stretch | null {
  return stretchOf(key.slice(0, key.lastIndexOf("-")));
}

const keyAt = (moment: Date, length: number) => moment.toISOString().slice(0, length);
