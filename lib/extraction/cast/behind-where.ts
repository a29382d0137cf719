import { isFirstName, isSpeechVerb, placeLength } from "./lexicon";
import type { Token } from "./tokens";

const MONTHS = new Set(
  "january february march april may june july august september october november december".split(" "),
);

/** "In August Dray said", "In Reading Gill said": how many words of a run say when or where, behind a preposition that opens a sentence. */
export function behindWhere(tokens: readonly Token[], first: number, last: number): number {
  const before = tokens[first - 1];
  if (last <= first || !before?.isOpening || !/^(?:in|at|since|last)$/u.test(before.fold)) return 0;
  const next = tokens[last + 1];
  if (!next?.isJoined || !isSpeechVerb(next) || tokens[last]?.isPossessive) return 0;
  if (MONTHS.has(tokens[first]?.fold ?? "")) return 1;
  const place = placeLength(tokens, first, last - 1);
  // whatever it is that stands behind "in", nobody is called so
  return place > 0 || isFirstName(tokens[first]) ? place : 1;
}
