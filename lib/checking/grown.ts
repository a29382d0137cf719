import type { Placed } from "./changes";
import { isContent } from "./content";
import { NEAR_UTF16 } from "./only-named";
import { shareNear } from "./quotation";
import { longestRun } from "./runs";
import type { Word } from "./words";

/** "Haven’t decided | whether to carry on": a few words that the record has, and nothing of the rest is near them. */
export function isHeadGrown(placed: Placed): boolean {
  const { draftWords, reading, source } = placed;
  const spoken = reading.words.filter((_, at) => !reading.outside[at]).map(({ key }) => key);
  const run = longestRun(
    draftWords.map(({ key }) => key),
    spoken,
  );
  const telling = (words: readonly Word[]) => words.filter((word) => isContent(word, source.language)).length;
  const rest = draftWords.slice(run);
  if (run < 2 || telling(draftWords.slice(0, run)) < 1 || telling(rest) < 2) return false;
  return shareNear(rest, placed, NEAR_UTF16) === 0;
}
