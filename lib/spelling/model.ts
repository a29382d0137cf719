import { foldSigns, segmentsOf } from "@/lib/text";

/** A word that was mistyped, and how it is spelled. */
export interface Slip {
  readonly was: string;
  readonly now: string;
}

/** How many letters may be off, all fields together. */
const MOST_SLIPS = 2;
const LEAST_WORD = 5;
// nobody writes one, and letters are compared two by two
const MOST_WORD = 60;

/**
 * The words that were mistyped, when the texts differ by nothing else, and by no more than two of them in all; null when
 * they differ by more. Each is one letter added, left out, mistaken or changed with its neighbour, inside a word of five
 * small letters or more that keeps its first and its last. So no number, no name, no mark, no word in a script without
 * capitals (names cannot be told there), no short word ("no", "not", "now"), no beginning or end of one ("unable",
 * "harboured") and no space that makes other words ("maybe", "may be") is ever a slip; of spaces there may be more or
 * fewer. `names` are known to be names, capitals or not.
 */
export function slipsBetween(
  changes: readonly { readonly was: string; readonly now: string }[],
  names: readonly string[] = [],
): Slip[] | null {
  const known = new Set(names.flatMap((name) => piecesOf(name).words.map((word) => word.toLowerCase())));
  const found: Slip[] = [];
  for (const { was, now } of changes) {
    const slips = slipsOf(piecesOf(was), piecesOf(now), known);
    if (slips === null) return null;
    found.push(...slips);
  }
  return found.length <= MOST_SLIPS ? found : null;
}

/** What makes a change more than slips, in words. */
export const MORE_THAN_SLIPS =
  "One editor may mend a letter in one or two longer words in small letters, and no name, number, mark, beginning or end of a word.";

/** Why a slip that the record does not prove is none, in words. */
export function against({ was, now, because }: Slip & { readonly because: "used" | "unknown" }): string {
  return because === "used"
    ? `“${was}” stands elsewhere on record: it is a word, and may have been meant.`
    : `“${now}” stands neither in the source nor in anything else that is published.`;
}

interface Pieces {
  readonly words: readonly string[];
  /** What stands before, between and behind the words. */
  readonly gaps: readonly string[];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a text, as they are printed. */
export function wordsOf(text: string): readonly string[] {
  return piecesOf(text).words;
}

function piecesOf(text: string): Pieces {
  const words: string[] = [];
  const gaps = [""];
  for (const { segment, isWordLike } of segmentsOf(segmenter, text.normalize("NFC"))) {
    if (isWordLike) {
      words.push(segment);
      gaps.push("");
    } else gaps[gaps.length - 1] += segment;
  }
  return { words, gaps };
}

function slipsOf(was: Pieces, now: Pieces, names: ReadonlySet<string>): Slip[] | null {
  if (was.words.length !== now.words.length) return null;
  const isSpaced = was.gaps.every((gap, index) => {
    const isNumbered = [was.words[index - 1], was.words[index]].some((word) => /\p{N}/u.test(word ?? ""));
    return isSameGap(gap, now.gaps[index] ?? "", isNumbered);
  });
  if (!isSpaced) return null;
  const slips = was.words.flatMap((word, index): Slip[] =>
    word === now.words[index] ? [] : [{ was: word, now: now.words[index] ?? "" }],
  );
  return slips.every((slip) => isSlip(slip, names)) ? slips : null;
}

/** The same marks, however they are spaced and whichever of their shapes is printed; beside a number nothing moves. */
function isSameGap(was: string, now: string, isNumbered: boolean): boolean {
  if (was === now) return true;
  if (isNumbered || /\p{N}|\p{S}/u.test(was + now)) return false;
  // a space that comes or goes altogether joins or parts what stands beside it
  if (/\s/u.test(was) !== /\s/u.test(now)) return false;
  const marks = (gap: string) => foldSigns(gap).replace(/\s/gu, "");
  return marks(was) === marks(now);
}

// one letter makes these of other words, and the sense turns; the record proves the rest in every language
const WEIGHTY = new Set("never neither nobody nothing without unless except hardly barely".split(" "));
const NUMBER =
  /^(three|seven|eigh|nin|eleven|twel|twen|thir|fif|for?ty|hundred|thousand|[mb]illion|trillion)/u;

function isSlip({ was, now }: Slip, names: ReadonlySet<string>): boolean {
  for (const word of [was, now]) {
    if (!/^[\p{Ll}\p{M}]+$/u.test(word) || word.length > MOST_WORD) return false;
    if (names.has(word) || WEIGHTY.has(word) || NUMBER.test(word)) return false;
  }
  const [from, to] = [[...was], [...now]];
  if (Math.min(from.length, to.length) < LEAST_WORD) return false;
  return from[0] === to[0] && from.at(-1) === to.at(-1) && isOneApart(from, to);
}

/** Whether one letter was added, left out or mistaken, or two neighbours changed places. */
function isOneApart(from: readonly string[], to: readonly string[]): boolean {
  const start = from.findIndex((letter, index) => letter !== to[index]);
  // the shorter one stands whole at the beginning of the other: the last letters would differ, which was asked before
  const at = start === -1 ? from.length : start;
  const same = (a: number, b: number) => from.slice(a).join("\n") === to.slice(b).join("\n");
  if (from.length === to.length) {
    const isTurned = from[at] === to[at + 1] && from[at + 1] === to[at];
    return same(at + 1, at + 1) || (isTurned && same(at + 2, at + 2));
  }
  return from.length > to.length ? same(at + 1, at) : same(at, at + 1);
}
