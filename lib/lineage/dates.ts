import { DATE_PRECISIONS, isAhead } from "@/lib/text";

/** When a printing came out, as far as anything tells. */
export interface Dated {
  readonly printedOn: Date | null;
  readonly printedOnPrecision: string | null;
  /** When somebody held it in their hands: it was out by then. */
  readonly retrievedAt: Date | null;
}

/** The first and the last moment at which it may have come out, in milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Where a printing stands among the others. */
export interface Order {
  /** One more than the printings that certainly came out before it. */
  readonly rank: number;
  /** The printings of which nobody can say whether they came out before it, by their place in the list. */
  readonly with: readonly number[];
}

const MINUTE_MS = 60_000;

/** Whether its date tells when it came out. Of an issue that is dated ahead it does not: it was out when it was retrieved. */
export function isDated({ printedOn: on, printedOnPrecision, retrievedAt }: Dated): boolean {
  const precision = DATE_PRECISIONS.find((known) => known === printedOnPrecision) ?? "day";
  return on !== null && (retrievedAt === null || !isAhead({ on, precision }, retrievedAt));
}

/** The span of a date: a day is as long as a day. Without a date it is known only by when it was out. */
export function spanOf(dated: Dated): Span {
  const { printedOn, printedOnPrecision, retrievedAt } = dated;
  if (!printedOn || !isDated(dated)) return { fromMs: -Infinity, toMs: retrievedAt?.getTime() ?? Infinity };
  const [year, month, day] = [printedOn.getUTCFullYear(), printedOn.getUTCMonth(), printedOn.getUTCDate()];
  const between = (from: number, to: number) => ({ fromMs: from, toMs: to - 1 });
  switch (printedOnPrecision) {
    case "year":
      return between(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    case "month":
      return between(Date.UTC(year, month), Date.UTC(year, month + 1));
    case "time": {
      const minute = Math.floor(printedOn.getTime() / MINUTE_MS) * MINUTE_MS;
      return between(minute, minute + MINUTE_MS);
    }
    default:
      return between(Date.UTC(year, month, day), Date.UTC(year, month, day + 1));
  }
}

/** Whether one certainly came out before the other. */
export function isBefore(one: Span, other: Span): boolean {
  return one.toMs < other.fromMs;
}

/** Whether two may have come out at the same moment, or the one before the other or after it. */
export function isUnsure(one: Span, other: Span): boolean {
  return !isBefore(one, other) && !isBefore(other, one);
}

/**
 * What certainly came first stands first; where nobody can say, what may have been earliest, and a date that is known to
 * the minute before one of which only the year is. Without a date it stands where it was out at the latest.
 */
export function earliestFirst<P extends Dated>(printings: readonly P[]): P[] {
  const spans = new Map(printings.map((one) => [one, spanOf(one)]));
  const placeOf = (one: P) => {
    const { fromMs, toMs } = spans.get(one) as Span;
    return fromMs === -Infinity ? ([toMs, 1] as const) : ([fromMs, toMs] as const);
  };
  return [...printings].sort((one, other) => {
    const [[a, b], [c, d]] = [placeOf(one), placeOf(other)];
    return compared(a, c) || compared(b, d);
  });
}

// of two that are never, the difference is no number
const compared = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);

/** The order of printings that stand earliest first. */
export function ordersOf(spans: readonly Span[]): Order[] {
  return spans.map((span, place) => ({
    rank: 1 + spans.filter((other) => isBefore(other, span)).length,
    with: spans.flatMap((other, index) => (index !== place && isUnsure(span, other) ? [index] : [])),
  }));
}
