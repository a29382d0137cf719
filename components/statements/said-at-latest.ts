import { type TimePrecision, timeInWords } from "@/components/ui/time";
import { now } from "@/lib/env";
import { endOfDated } from "@/lib/text";
import { precisionOf } from "./said";

/** What is known of when it was said; `occurredAt` orders statements and is shown only where nothing else is known. */
export interface SaidAtLatest {
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly occurredAt: Date;
  readonly source: { readonly publishedOn: Date | null; readonly publishedOnPrecision: string | null };
}

/** A statement's place on a scale of days. */
interface LatestDay {
  /** `2025-10-28`: the day, or the last on which it may have been said. */
  readonly day: string;
  /** Whether it was said on that day. */
  readonly isExact: boolean;
  /** Never more exact than it is known. */
  readonly words: string;
}

/** The latest day on which words may have been said: no day that is over them, and none behind their printing or today. */
export function latestDayOf({ saidOn, saidOnPrecision, occurredAt, source }: SaidAtLatest): LatestDay {
  const printed = source.publishedOn && lastOf(source.publishedOn, precisionOf(source.publishedOnPrecision));
  if (saidOn) {
    const precision = precisionOf(saidOnPrecision);
    const words = timeInWords(saidOn, precision === "time" ? "day" : precision);
    if (precision === "day" || precision === "time") return { day: dayOf(saidOn), isExact: true, words };
    const last = Math.min(
      ...[lastOf(saidOn, precision), printed, now()].map((at) => at?.getTime() ?? Infinity),
    );
    return { day: dayOf(new Date(Math.max(saidOn.getTime(), last))), isExact: false, words };
  }
  if (!source.publishedOn || !printed)
    return { day: dayOf(occurredAt), isExact: false, words: "on a day not recorded" };
  const precision = precisionOf(source.publishedOnPrecision);
  // an issue that is dated ahead holds what was said before it was captured
  const by = source.publishedOn > now() ? earlier(occurredAt, now()) : null;
  const words = timeInWords(by ?? source.publishedOn, by || precision === "time" ? "day" : precision);
  return { day: dayOf(by ?? earlier(printed, now())), isExact: false, words: `by ${words}` };
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** The last moment of a minute, day, month or year. */
function lastOf(on: Date, precision: TimePrecision): Date {
  const end = endOfDated({ on, precision });
  return end ? new Date(end.getTime() - 1) : on;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
