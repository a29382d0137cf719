import { voicesOf } from "@/components/statements/voices";
import { normaliseForMatching } from "@/lib/text";

/** A stretch of a wording drawn in one way; `missing` counts the other side's words that would stand after it. */
export interface Stretch {
  readonly text: string;
  readonly voice: "speaker" | "reporter";
  readonly isOnlyHere: boolean;
  readonly missing: number;
}

export interface Worded {
  readonly wording: string;
  readonly form: string;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

interface Marks {
  /** UTF-16 ranges of words found only on this side, white space between neighbours included. */
  readonly only: readonly (readonly [number, number])[];
  /** UTF-16 offset → number of words of the other side that are missing there. */
  readonly missing: ReadonlyMap<number, number>;
}

const NO_MARKS: Marks = { only: [], missing: new Map() };
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
// a table of every pair of words: beyond two texts of 700 words the marks would not be read anyway
const MOST_CELLS = 500_000;

/**
 * Both wordings cut into stretches, with the words that differ marked. When the two share less than half of the
 * shorter one's words nothing is marked: they are different sentences, and every mark would be noise.
 */
export function comparedWords(left: Worded, right: Worded): { left: Stretch[]; right: Stretch[] } {
  const [leftMarks, rightMarks] = marksOf(wordsOf(left.wording), wordsOf(right.wording));
  return { left: stretches(left, leftMarks), right: stretches(right, rightMarks) };
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: normaliseForMatching(match[0]),
  }));
}

function marksOf(left: readonly Word[], right: readonly Word[]): [Marks, Marks] {
  if (left.length * right.length > MOST_CELLS) return [NO_MARKS, NO_MARKS];
  const pairs = commonWords(left, right);
  if (pairs.length * 2 < Math.min(left.length, right.length) || pairs.length === 0)
    return [NO_MARKS, NO_MARKS];
  return [
    marksOfSide(left, right, pairs),
    marksOfSide(
      right,
      left,
      pairs.map(([a, b]) => [b, a]),
    ),
  ];
}

/** The longest common subsequence, as pairs of indexes (Hirschberg's table, kept whole: statements are short). */
function commonWords(left: readonly Word[], right: readonly Word[]): [number, number][] {
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        left[i]?.key === right[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i]?.key === right[j]?.key) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function marksOfSide(
  here: readonly Word[],
  there: readonly Word[],
  pairs: readonly (readonly [number, number])[],
): Marks {
  const only: [number, number][] = [];
  const missing = new Map<number, number>();
  let nextHere = 0;
  let nextThere = 0;
  for (const [i, j] of [...pairs, [here.length, there.length] as const]) {
    const first = here[nextHere];
    const last = here[i - 1];
    if (i > nextHere && first && last) only.push([first.start, last.end]);
    // a caret only where nothing stands instead: a replaced word is marked on both sides already
    else if (j > nextThere) missing.set(here[nextHere - 1]?.end ?? 0, j - nextThere);
    nextHere = i + 1;
    nextThere = j + 1;
  }
  return { only, missing };
}

function stretches({ wording, form }: Worded, marks: Marks): Stretch[] {
  const voices = voiceRanges(wording, form);
  const cuts = new Set([0, wording.length, ...marks.missing.keys()]);
  for (const [start, end] of [...marks.only, ...voices]) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  const within = (ranges: Marks["only"], place: number) =>
    ranges.some(([start, end]) => place >= start && place < end);
  const result: Stretch[] = [];
  const leading = marks.missing.get(0);
  if (leading !== undefined)
    result.push({ text: "", voice: "reporter", isOnlyHere: false, missing: leading });
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    result.push({
      text: wording.slice(start, end),
      voice: within(voices, start) ? "speaker" : "reporter",
      isOnlyHere: within(marks.only, start),
      missing: marks.missing.get(end) ?? 0,
    });
  }
  return result;
}

/** Where the words are the speaker's. */
function voiceRanges(wording: string, form: string): [number, number][] {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const { text, voice } of voicesOf(wording, form)) {
    if (voice === "speaker") ranges.push([at, at + text.length]);
    at += text.length;
  }
  return ranges;
}
