import { isFirstName } from "./lexicon";
import type { NameMention } from "./names";
import type { Token } from "./tokens";

/** "Karl and Inge Meyer": the surname is both their names, and behind it alone either may stand. */
export function isSecondOfCouple(tokens: readonly Token[], { runFirst, first, kind }: NameMention): boolean {
  const [before, given] = [tokens[first - 1], tokens[first - 2]];
  if (runFirst !== first || kind === "body" || kind === "place" || before?.fold !== "and" || !before.isJoined)
    return false;
  const earlier = tokens[first - 3];
  // "Siblings Jude and Hope Marsh": the capital of the first word of a sentence is no part of a name
  const isLonger = given?.isJoined === true && earlier?.isCapital === true && !earlier.isOpening;
  return given?.isCapital === true && isFirstName(given) && !isLonger;
}
