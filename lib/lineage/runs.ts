import { diffWords, WITHHELD } from "@/lib/matching";
import { WORDS_A_SHINGLE } from "@/lib/shingles";
import { foldForSearch, segmentsOf } from "@/lib/text";

/** A word of a text, as it is compared and where it stands, in UTF-16. */
interface Word {
  readonly key: string;
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** A run of words that two texts share. */
export interface Run {
  readonly text: string;
  readonly words: number;
}

/** So many words of a reporter's own in a row are no accident: what the index of editions is sure to find. */
const LEAST_AROUND = 6;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The longest run of six words or more that stands in both of two reporters' own words; null when there is none. */
export function runAround(later: readonly string[], earlier: readonly string[]): Run | null {
  const known = new Set(earlier.flatMap((text) => shinglesIn(wordsOf(text))));
  const runs = later.flatMap((text) => runsIn(text, wordsOf(text), known));
  return longest(runs.filter(({ words }) => words >= LEAST_AROUND));
}

/**
 * The longest run within two wordings at a place where one of the others has other words: what all of them print, each
 * heard for itself. Null when there is none.
 */
export function runWithin(later: string, earlier: string, others: readonly string[]): Run | null {
  const words = wordsOf(later);
  const known = new Set(shinglesIn(wordsOf(earlier)));
  const differing = others.flatMap((other) => placesApart(later, other));
  const runs = runsIn(later, words, known).filter(({ from, to }) =>
    // a boundary lies before the word of its number, so one at either end of the run is none of its own
    differing.some(({ at, end }) => (end > at ? at >= from && end <= to : at > from && at < to)),
  );
  return longest(runs);
}

interface PlacedRun extends Run {
  readonly from: number;
  readonly to: number;
}

function runsIn(text: string, words: readonly Word[], known: ReadonlySet<string>): PlacedRun[] {
  const runs: PlacedRun[] = [];
  const shingles = shinglesIn(words);
  for (let at = 0; at < shingles.length; at++) {
    if (!known.has(shingles[at] as string)) continue;
    const from = at;
    while (at + 1 < shingles.length && known.has(shingles[at + 1] as string)) at++;
    const to = at + WORDS_A_SHINGLE;
    const [first, last] = [words[from] as Word, words[to - 1] as Word];
    runs.push({ text: text.slice(first.startUtf16, last.endUtf16), words: to - from, from, to });
  }
  return runs;
}

function shinglesIn(words: readonly Word[]): string[] {
  const found: string[] = [];
  for (let from = 0; from + WORDS_A_SHINGLE <= words.length; from++)
    found.push(
      words
        .slice(from, from + WORDS_A_SHINGLE)
        .map(({ key }) => key)
        .join(" "),
    );
  return found;
}

/**
 * Where two wordings differ though both go on behind it, as words of the first: a stretch of it, or a boundary where the
 * other has more. What one of them leaves out at its ends, or says that it leaves out, it does not contest.
 */
function placesApart(one: string, other: string): { readonly at: number; readonly end: number }[] {
  const { left, right } = diffWords(one, other);
  const places: { at: number; end: number }[] = [];
  const lastSame = left.findLastIndex(({ kind }) => kind === "same");
  let at = 0;
  let isBegun = false;
  for (const [index, { kind, words }] of left.entries()) {
    const end = kind === "missing" ? at : at + words;
    if (kind === "same") isBegun = true;
    else if (isBegun && index < lastSame && ![left, right].some((side) => isLeftOut(side, index)))
      places.push({ at, end });
    at = end;
  }
  return places;
}

const NEAR_UTF16 = 60;

/** Whether a mark of omission stands there; it belongs to the word before it. */
function isLeftOut(side: readonly { readonly text: string }[], index: number): boolean {
  const before = /\S*\s*\S*\s*$/u.exec(side[index - 1]?.text.slice(-NEAR_UTF16) ?? "")?.[0] ?? "";
  return /…|\.{3}|\. \. \./u.test(`${before}${side[index]?.text ?? ""}`);
}

function longest(runs: readonly PlacedRun[]): Run | null {
  let best: PlacedRun | null = null;
  for (const run of runs) if (!best || run.words > best.words) best = run;
  return best && { text: best.text, words: best.words };
}

function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const { segment, index, isWordLike } of segmentsOf(segmenter, text)) {
    if (isWordLike)
      found.push({ key: foldForSearch(segment), startUtf16: index, endUtf16: index + segment.length });
  }
  return found;
}

const CLOSED_BY: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“",
  "«": "»",
  "‹": "›",
  "「": "」",
  '"': '"',
};
const OWN = "\u0002";

/**
 * The reporter's own words before and behind a quotation, each stretch by itself: what stands in marks is somebody's speech,
 * and two who heard the same speech write it down alike. A mark that is never closed holds until the end of its line, and
 * what a reader may not see parts two stretches.
 */
export function reportersWords(before: string, after: string): string[] {
  const own: string[] = [];
  for (const line of `${before}${OWN}${after}`.split("\n")) {
    let from = 0;
    for (let at = 0; at < line.length; at++) {
      const closing = CLOSED_BY[line[at] as string];
      if (closing === undefined) continue;
      own.push(line.slice(from, at));
      const end = line.indexOf(closing, at + 1);
      at = end < 0 ? line.length : end;
      from = at + 1;
    }
    own.push(line.slice(from));
  }
  return own
    .flatMap((stretch) => stretch.split(OWN))
    .flatMap((stretch) => stretch.split(WITHHELD))
    .filter((stretch) => /[\p{L}\p{N}]/u.test(stretch));
}
