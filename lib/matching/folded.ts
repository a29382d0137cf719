import { foldSigns } from "@/lib/text";

/**
 * A text as it is compared, and where each of its characters stands in the original. White space runs are one space.
 * `lower` has the length of `text`.
 */
export interface Folded {
  readonly text: string;
  readonly lower: string;
  /** Where the original of the character at this place begins, in UTF-16. */
  readonly startsUtf16: Int32Array;
  /** Where it ends. */
  readonly endsUtf16: Int32Array;
}

// one letter with its marks; conjoining Hangul and joined emoji stay together, for NFKC may join them
const CLUSTER = /[\u1100-\u11ff]+|\s+|\P{M}\p{M}*|\p{M}+/gu;
const PLAIN = /^[!-~]$/;
const COMBINING_FROM = 0x300;

/** Folds `original` and remembers where everything came from. */
export function fold(original: string): Folded {
  const letters: string[] = [];
  const lowers: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let isAfterSpace = false;

  const keep = (letter: string, start: number, end: number) => {
    const lower = letter.toLowerCase();
    // İ grows when lowered; the two texts must stay in step
    const isInStep = lower.length === letter.length;
    for (let unit = 0; unit < letter.length; unit++) {
      letters.push(letter[unit] ?? "");
      lowers.push((isInStep ? lower : letter)[unit] ?? "");
      starts.push(start);
      ends.push(end);
    }
  };
  const keepSpace = (start: number, end: number) => {
    if (isAfterSpace) ends[ends.length - 1] = end;
    else keep(" ", start, end);
    isAfterSpace = true;
  };

  let at = 0;
  while (at < original.length) {
    const unit = original[at] ?? "";
    const isAlone = at + 1 >= original.length || original.charCodeAt(at + 1) < COMBINING_FROM;
    if (isAlone && PLAIN.test(unit) && unit !== "`") {
      keep(unit, at, at + 1);
      isAfterSpace = false;
      at += 1;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(original)?.[0] ?? unit;
    const end = at + cluster.length;
    const folded = foldSigns(cluster);
    if (/^\s+$/u.test(folded)) {
      keepSpace(at, end);
    } else if (folded !== "") {
      keep(folded.replace(/\s+/gu, " "), at, end);
      isAfterSpace = false;
    }
    at = end;
  }
  return {
    text: letters.join(""),
    lower: lowers.join(""),
    startsUtf16: Int32Array.from(starts),
    endsUtf16: Int32Array.from(ends),
  };
}
