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
 * and inner one is shown. Of a long text only the paragraphs with marks and their neighbours are given, and gaps.
 */
export function blocksOf<M extends Mark>(text: string, marks: readonly M[]): Block<M>[] {
  const isShort = text.length <= WHOLE_UTF16;
  const paragraphs = isShort ? paragraphsOf(text) : paragraphsOf(text).flatMap((one) => partsOf(text, one));
  const slices = marks
    .flatMap((mark) => mark.ranges.map(([start, end], piece) => ({ mark, start, end, isFirst: piece === 0 })))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const touched = touchedBy(slices, paragraphs);
  const isShown = (at: number) =>
    isShort ||
    touched.has(at) ||
    touched.has(at - 1) ||
    touched.has(at + 1) ||
    (marks.length === 0 && at < 20);

  const blocks: Block<M>[] = [];
  let gap: { kind: "gap"; startUtf16: number; paragraphs: number } | null = null;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (!isShown(at)) {
      if (gap !== null) gap.paragraphs++;
      else {
        gap = { kind: "gap", startUtf16: paragraph.start, paragraphs: 1 };
        blocks.push(gap);
      }
      continue;
    }
    gap = null;
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
  return blocks;
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

function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
    line.trim() === "" ? [] : [{ start: index, end: index + line.length }],
  );
}

function partsOf(text: string, { start, end }: Paragraph): Paragraph[] {
  if (end - start <= LONGEST_PARAGRAPH) return [{ start, end }];
  const parts: Paragraph[] = [];
  const paragraph = text.slice(start, end);
  for (let from = 0; from < paragraph.length; ) {
    const to = partEnd(paragraph, from, LONGEST_PARAGRAPH);
    parts.push({ start: start + from, end: start + to });
    from = to;
  }
  return parts;
}

function looksLikeHeading(line: string): boolean {
  const words = line.trim();
  return words.length <= LONGEST_HEADING && /^\p{L}/u.test(words) && !/[.!?…:;,»”"'’)\]۔؟。]$/u.test(words);
}
