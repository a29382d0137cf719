import { isAhead, parseDated } from "@/lib/text";

/** What sort of document words are published or recorded in. */
export const SOURCE_KINDS = [
  "article",
  "transcript",
  "broadcast",
  "interview",
  "hearing",
  "speech",
  "post",
  "report",
  "dataset",
  "press_release",
  "book",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What whoever works with a document is told when the day that it bears, as it is typed, lies ahead of `at`; null otherwise. */
export function aheadOfPublication(typed: string, at: Date): string | null {
  const dated = parseDated(typed);
  return dated !== null && isAhead(dated, at) ? AHEAD : null;
}

const AHEAD =
  "This day lies ahead. That is right of an issue that is dated ahead and of what is under an embargo, which its sourcing says; otherwise mend it.";

/**
 * When a statement counts as said, for order only: its occasion, else its source's date, else its capture. Issues are dated ahead, and
 * what was captured had been said by then.
 */
export function occurredAtOf(saidOn: Date | null, publishedOn: Date | null, capturedAt: Date): Date {
  if (saidOn !== null) return saidOn;
  return publishedOn !== null && publishedOn < capturedAt ? publishedOn : capturedAt;
}

/** How much of a source an edition holds where it is not the whole: only words that somebody quoted from it. */
export type Extent = "quoted";

interface Anchored {
  readonly state: string;
  readonly contextStartUtf16: number;
  readonly contextEndUtf16: number;
}

/** Where the sentences around each anchor stand, in order; those that touch are one. A lost anchor shows nothing. */
export function excerptsOf(text: string, anchors: readonly Anchored[]): [start: number, end: number][] {
  const ranges = anchors
    .filter(({ state }) => state !== "lost")
    .map(({ contextStartUtf16, contextEndUtf16 }) => ({ start: contextStartUtf16, end: contextEndUtf16 }))
    .sort((one, other) => one.start - other.start);
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    const isJoined = last && (range.start <= last.end || text.slice(last.end, range.start).trim() === "");
    if (last && isJoined) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged.map(({ start, end }) => [start, end]);
}

const COUNTERS = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid)$/u;

/** The ways in which the address of one page is written: either scheme, with and without the slash at its end, as given and bare. */
export function sameAddresses(address: string): string[] {
  const given = address.trim();
  if (!URL.canParse(given)) return [given];
  const url = new URL(given);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (COUNTERS.test(name)) url.searchParams.delete(name);
  const bare = url.href;
  const slashed = url.search === "" ? [bare.replace(/\/$/u, ""), bare.replace(/\/?$/u, "/")] : [bare];
  const schemed = slashed.flatMap((one) => [
    one.replace(/^http:/u, "https:"),
    one.replace(/^https:/u, "http:"),
  ]);
  return [...new Set([given, ...schemed])];
}
