import { compareTexts, type Reanchored, reanchorIn, type Stretch } from "@/lib/matching";

type Ranges = readonly (readonly [start: number, end: number])[];

/** Two texts that are to be compared, and where words stand in the former that are looked for in the later. */
export interface ToCompare {
  readonly former: string;
  readonly later: string;
  readonly places: readonly Ranges[];
}

export interface Compared {
  readonly wordsGone: number;
  readonly wordsNew: number;
  /** Of the former text. */
  readonly words: number;
  readonly stretches: readonly Stretch[];
  /** What became of the words at each place, in the order in which the places were given. */
  readonly fates: readonly Reanchored[];
}

/** Compares two texts once, for all that is asked of the comparison. */
export function compare({ former, later, places }: ToCompare): Compared {
  const comparison = compareTexts(former, later);
  const { wordsGone, wordsNew, stretches } = comparison;
  const words = comparison.former.tokens.filter(({ isWord }) => isWord).length;
  return { wordsGone, wordsNew, words, stretches, fates: places.map(reanchorIn(comparison)) };
}

const LOST: Reanchored = { state: "lost", pieces: [], found: "" };

/** Of two texts that nobody compared to their end: one is not the other, and what stood in it is for a person to look for. */
export function apart({ former, later, places }: ToCompare): Compared {
  const wordsIn = (text: string) => text.match(/\S+/gu)?.length ?? 0;
  const [was, now] = [former.length, later.length];
  return {
    ...{ wordsGone: wordsIn(former), wordsNew: wordsIn(later), words: wordsIn(former) },
    stretches: [
      { kind: "was", former: [0, was], later: [0, 0] },
      { kind: "now", former: [was, was], later: [0, now] },
    ],
    fates: places.map(() => LOST),
  };
}
