import { partEnd, searchKeyOf } from "@/lib/text";

/** A stretch of a text in which words are looked up together, and the words as a search has them. */
export interface Passage {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly searchKey: string;
}

// about a page: words that stand further apart say little of one another
const LONGEST = 2000;
// what two neighbours share, so that a phrase over the cut stands in one of them whole
const SHARED = 250;

/**
 * A text in passages, in order: each begins where the one before it was cut and ends a little behind its own cut. A text without
 * words is one passage, so that whoever looks for texts that were not cut yet does not find it again.
 */
export function* passagesOf(text: string): Generator<Passage> {
  for (let startUtf16 = 0, isFirst = true; startUtf16 < text.length || isFirst; isFirst = false) {
    const cut = partEnd(text, startUtf16, LONGEST);
    const endUtf16 = cut >= text.length ? text.length : partEnd(text, cut, SHARED);
    const searchKey = searchKeyOf(text.slice(startUtf16, endUtf16));
    if (searchKey !== "" || isFirst) yield { startUtf16, endUtf16, searchKey };
    startUtf16 = cut;
  }
}
