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
  return (isShort ? SHORT : LONG)[precision].format(instant) + (precision === "time" ? " UTC" : "");
}

const month = { year: "numeric", month: "long", timeZone: "UTC" } as const;
const monthShort = { ...month, month: "short" } as const;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", options);

const LONG: Record<TimePrecision, Intl.DateTimeFormat> = {
  year: format({ year: "numeric", timeZone: "UTC" }),
  month: format(month),
  day: format({ ...month, day: "numeric" }),
  time: format({ ...month, day: "numeric", ...clock }),
};

const SHORT: Record<TimePrecision, Intl.DateTimeFormat> = {
  year: LONG.year,
  month: format(monthShort),
  day: format({ ...monthShort, day: "numeric" }),
  time: format({ ...monthShort, day: "numeric", ...clock }),
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
