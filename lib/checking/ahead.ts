import { SAYING } from "./beside";
import type { Claimed } from "./draft";
import { withNumbers } from "./numbers";
import { readWords, type Word } from "./words";

const MOST_AHEAD = 4;
const SAYS = new RegExp(`^${SAYING}$`, "iu");

/** "They cannot prove that …", "she could not promise that …": what stands before the statement and is no verb of saying. */
export function aheadOf(
  { proposal, sentence, start }: Claimed,
  draft: string,
  language: string,
): readonly Word[] {
  const words = readWords(draft, sentence[0], start).slice(-MOST_AHEAD);
  const said = words.findLastIndex(({ raw }) => SAYS.test(raw));
  const own = words.slice(said + 1);
  return proposal === null ? [] : withNumbers(own, language);
}
