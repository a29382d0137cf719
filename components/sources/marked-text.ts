import { partEnd } from "@/lib/text";

/** A half-open slice of a text, in UTF-16. */
type Range = readonly [start: number, end: number];

/** Something to mark in a text: one or several slices that belong together. */
export interface Mark {
  readonly id: string;
  readonly ranges: readonly Range[];
}

/** A stretch of a paragraph under one mark or none. */
export interface Stretch<M extends Mark> {
  readonly startUtf16: number;
  readonly text: string;
  readonly mark: M | null;
  /** The first stretch of its mark in the whole text. */
  readonly isFirst: boolean;
}

/** A paragraph or heading with its stretches and the marks that begin in it, or paragraphs left out. */
export type Block<M extends Mark> =
  | {
      readonly kind: "paragraph" | "heading";
      readonly startUtf16: number;
      readonly stretches: readonly Stretch<M>[];
      readonly marks: readonly M[];
    }
  | { readonly kind: "gap"; readonly startUtf16: number; readonly paragraphs: number };

interface Paragraph {
  readonly start: number;
  readonly end: number;
}

// a text above this is shown around its marks only
const WHOLE_UTF16 = 60_000;
// and a paragraph above this is cut there: a text may have no paragraphs at all
const LONGEST_PARAGRAPH = 2400;
const LONGEST_HEADING = 80;

/**
 * A text cut for reading: paragraphs, headings, and in them stretches under their marks. Where marks overlap, the later
 * and inner one is shown. Of a long text only the paragraphs with marks and their neighbours are given, with that of a place that
 * was asked for, and gaps.
 */
export function blocksOf<M extends Mark>(text: string, marks: readonly M[], placeUtf16?: number): Block<M>[] {
  const isShort = text.length <= WHOLE_UTF16;
  const paragraphs = paragraphsOf(text, isShort ? Number.POSITIVE_INFINITY : LONGEST_PARAGRAPH);
  const slices = marks
    .flatMap((mark) => mark.ranges.map(([start, end], piece) => ({ mark, start, end, isFirst: piece === 0 })))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const touched = touchedBy(slices, paragraphs);
  const shown = isShort
    ? paragraphs.keys()
    : besides(
        placeUtf16 === undefined ? touched : new Set([...touched, firstAfter(paragraphs, placeUtf16)]),
        paragraphs.length,
        marks.length === 0 && placeUtf16 === undefined ? 20 : 0,
      );

  const blocks: Block<M>[] = [];
  let next = 0;
  const leaveOutTo = (at: number) => {
    const first = paragraphs[next];
    if (first && at > next) blocks.push({ kind: "gap", startUtf16: first.start, paragraphs: at - next });
    next = at + 1;
  };
  for (const at of shown) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) continue;
    leaveOutTo(at);
    const here = touched.has(at)
      ? slices.filter(({ start, end }) => start < paragraph.end && end > paragraph.start)
      : [];
    const begun = here.filter(({ start, isFirst }) => isFirst && start >= paragraph.start);
    const isHeading = here.length === 0 && looksLikeHeading(text.slice(paragraph.start, paragraph.end));
    blocks.push({
      kind: isHeading ? "heading" : "paragraph",
      startUtf16: paragraph.start,
      stretches: stretchesOf(text, paragraph, here),
      marks: begun.map(({ mark }) => mark),
    });
  }
  leaveOutTo(paragraphs.length);
  return blocks;
}

/** The paragraphs that are shown of a long text, in order: those with marks, their neighbours, and the first few. */
function besides(touched: ReadonlySet<number>, paragraphs: number, first: number): number[] {
  const shown = new Set<number>(Array.from({ length: Math.min(first, paragraphs) }, (_, at) => at));
  for (const at of touched) for (const near of [at - 1, at, at + 1]) shown.add(near);
  return [...shown].filter((at) => at >= 0 && at < paragraphs).sort((one, other) => one - other);
}

interface Slice<M extends Mark> {
  readonly mark: M;
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
}

/** Which paragraphs hold a part of a slice. A text of 5 MB may have half a million, so that none looks for its slices. */
function touchedBy<M extends Mark>(
  slices: readonly Slice<M>[],
  paragraphs: readonly Paragraph[],
): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const { start, end } of slices) {
    for (let at = firstAfter(paragraphs, start); (paragraphs[at]?.start ?? end) < end; at++) touched.add(at);
  }
  return touched;
}

/** The first paragraph that ends after a place. */
function firstAfter(paragraphs: readonly Paragraph[], place: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function stretchesOf<M extends Mark>(
  text: string,
  { start, end }: Paragraph,
  slices: readonly Slice<M>[],
): Stretch<M>[] {
  const cuts = new Set([start, end]);
  for (const slice of slices) {
    cuts.add(Math.max(start, slice.start));
    cuts.add(Math.min(end, slice.end));
  }
  const places = [...cuts].sort((one, other) => one - other);
  const stretches: Stretch<M>[] = [];
  for (const [index, from] of places.slice(0, -1).entries()) {
    const to = places[index + 1] ?? end;
    // sorted by start, longer first: the last that covers the stretch is the innermost
    const slice = slices.findLast((one) => one.start <= from && one.end >= to);
    const last = stretches.at(-1);
    if (last && last.mark === (slice?.mark ?? null)) {
      stretches[stretches.length - 1] = { ...last, text: last.text + text.slice(from, to) };
    } else {
      stretches.push({
        startUtf16: from,
        text: text.slice(from, to),
        mark: slice?.mark ?? null,
        isFirst:
          slice?.isFirst === true &&
          slice.start >= start &&
          !stretches.some(({ mark }) => mark === slice.mark),
      });
    }
  }
  return stretches;
}

/** The lines that are not blank, longer ones in parts. Cut by hand: a text of 5 MB may have two million lines. */
function paragraphsOf(text: string, longest: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (!isBlank(text, start, end)) {
      if (end - start <= longest) paragraphs.push({ start, end });
      else paragraphs.push(...partsOf(text, { start, end }));
    }
    start = end + 1;
  }
  return paragraphs;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text.charAt(at))) return false;
  return true;
}

function partsOf(text: string, { start, end }: Paragraph): Paragraph[] {
  const parts: Paragraph[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, partEnd(text, from, LONGEST_PARAGRAPH));
    parts.push({ start: from, end: to });
    from = to;
  }
  return parts;
}

function looksLikeHeading(line: string): boolean {
  const words = line.trim();
  return words.length <= LONGEST_HEADING && /^\p{L}/u.test(words) && !/[.!?…:;,»”"'’)\]۔؟。]$/u.test(words);
}
