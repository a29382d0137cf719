/** What sort of document words are published or recorded in. */
export const SOURCE_KINDS = [
  "article",
  "transcript",
  "broadcast",
  "speech",
  "post",
  "report",
  "dataset",
  "press_release",
  "book",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

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
