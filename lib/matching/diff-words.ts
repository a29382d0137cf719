import { diffArrays } from "diff";
import { normaliseName, segmentsOf } from "@/lib/text";

/**
 * A stretch of one wording beside another. `same`: both have it. `only`: this one alone has it. `missing`: the other
 * has it here and this one does not; `text` is then the other's and stands nowhere in this one.
 */
export interface DiffSegment {
  readonly kind: "same" | "only" | "missing";
  readonly text: string;
  /** How many words it has. */
  readonly words: number;
}

/** The two sides of a comparison, each to be drawn beside the other. */
export interface WordDiff {
  readonly left: readonly DiffSegment[];
  readonly right: readonly DiffSegment[];
}

interface Word {
  readonly text: string;
  readonly key: string;
}

// two wordings with more words apart than this are not one wording that changed: the search for their least difference
// takes the square of it
const MOST_APART = 400;

/** A stretch of a text and its successor: in both, only in the former, only in the new one. */
export interface Change {
  readonly kind: "same" | "was" | "now";
  readonly text: string;
}

/**
 * How one text became another, word by word and to the character: case, marks and spaces count. The `same` and `was`
 * texts, joined, are the former; the `same` and `now` texts the new one.
 */
export function changesBetween(former: string, later: string): Change[] {
  const cut = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const changes = diffArrays(cut(former), cut(later), { maxEditLength: MOST_APART });
  // too far apart to be read as one text that changed
  if (!changes)
    return [
      { kind: "was", text: former },
      { kind: "now", text: later },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "now" : removed ? "was" : "same",
    text: value.join(""),
  }));
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * What two wordings have alike, word for word, in any script. Case, punctuation and diacritics make no difference.
 * The `same` and `only` texts of a side, joined, are that wording to the character.
 */
export function diffWords(left: string, right: string): WordDiff {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const changes =
    diffArrays<Word>(a, b, {
      comparator: (one, other) => one.key === other.key,
      maxEditLength: MOST_APART,
    }) ?? apart(a, b);
  const sides: { left: DiffSegment[]; right: DiffSegment[] } = { left: [], right: [] };
  let [ofLeft, ofRight] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (removed) {
      const segment = joined(a.slice(ofLeft, ofLeft + count));
      sides.left.push({ kind: "only", ...segment });
      sides.right.push({ kind: "missing", ...segment });
      ofLeft += count;
    } else if (added) {
      const segment = joined(b.slice(ofRight, ofRight + count));
      sides.right.push({ kind: "only", ...segment });
      sides.left.push({ kind: "missing", ...segment });
      ofRight += count;
    } else {
      sides.left.push({ kind: "same", ...joined(a.slice(ofLeft, ofLeft + count)) });
      sides.right.push({ kind: "same", ...joined(b.slice(ofRight, ofRight + count)) });
      ofLeft += count;
      ofRight += count;
    }
  }
  return sides;
}

/** What two wordings have alike at both ends, and everything between as each one's own. */
function apart(a: readonly Word[], b: readonly Word[]) {
  const shorter = Math.min(a.length, b.length);
  let [front, back] = [0, 0];
  while (front < shorter && a[front]?.key === b[front]?.key) front++;
  while (back < shorter - front && a.at(-1 - back)?.key === b.at(-1 - back)?.key) back++;
  return [
    { added: false, removed: false, count: front },
    { added: false, removed: true, count: a.length - front - back },
    { added: true, removed: false, count: b.length - front - back },
    { added: false, removed: false, count: back },
  ].filter(({ count }) => count > 0);
}

/** The words with what stands between them: marks before the first word belong to it, all others to the word before. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = "";
  for (const { segment, isWordLike } of segmentsOf(segmenter, text)) {
    const last = words.at(-1);
    if (isWordLike) {
      words.push({ text: before + segment, key: normaliseName(segment) || segment });
      before = "";
    } else if (last) {
      words[words.length - 1] = { ...last, text: last.text + segment };
    } else {
      before += segment;
    }
  }
  if (before !== "") words.push({ text: before, key: before });
  return words;
}

function joined(words: readonly Word[]): { text: string; words: number } {
  return { text: words.map(({ text }) => text).join(""), words: words.length };
}
