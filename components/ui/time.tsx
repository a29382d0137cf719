export type TimePrecision = "time" | "day" | "month" | "year";

interface TimeProps {
  /** An instant, or an ISO date as far as it is known: "2025-10-28", "2025-10", "2025". */
  value: Date | string;
  /** How exactly it is known; a string says so itself. Days and times are those of UTC. */
  precision?: TimePrecision | undefined;
  /** 28 Oct 2025, for lists. */
  isShort?: boolean | undefined;
}

/** A date in words, never more exact than it is known, with the exact value for machines. */
export function Time({ value, precision, isShort = false }: TimeProps) {
  const known = precision ?? precisionOf(value);
  const instant = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(instant.getTime())) return <span>{String(value)}</span>;
  return <time dateTime={machineTime(instant, known)}>{timeInWords(instant, known, isShort)}</time>;
}

/** The words of a date, for titles and descriptions where no element can stand. */
export function timeInWords(instant: Date, precision: TimePrecision, isShort = false) {
  const words = isShort ? SHORT : LONG;
  if (precision !== "time") return words[precision].format(instant);
  return `${words.day.format(instant)}, ${CLOCK.format(instant)} UTC`;
}

/** The words of a year, a month or a day that is written as in an ISO date. */
export function stretchInWords(key: string): string {
  return timeInWords(new Date(key), precisionOf(key));
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });

const CLOCK = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const LONG = {
  year: format({ year: "numeric" }),
  month: format({ year: "numeric", month: "long" }),
  day: format({ year: "numeric", month: "long", day: "numeric" }),
};

const SHORT = {
  year: LONG.year,
  month: format({ year: "numeric", month: "short" }),
  day: format({ year: "numeric", month: "short", day: "numeric" }),
};

function precisionOf(value: Date | string): TimePrecision {
  if (typeof value !== "string") return "time";
  if (/^\d{4}$/.test(value)) return "year";
  if (/^\d{4}-\d{2}$/.test(value)) return "month";
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? "day" : "time";
}

const MACHINE_LENGTH: Record<Exclude<TimePrecision, "time">, number> = { year: 4, month: 7, day: 10 };

function machineTime(instant: Date, precision: TimePrecision) {
  const iso = instant.toISOString();
  return precision === "time" ? iso : iso.slice(0, MACHINE_LENGTH[precision]);
}
