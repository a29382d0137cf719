import type { Reading, Step } from "./alignment";
import { isSentenceBreak } from "./sentences";

/** So far a last word may stand behind what a quotation passes over. */
const REACH = 10;
const FEWEST_BEFORE = 2;
const SHORTEST = 3;

/**
 * "What saved us was luck" where the record has "What saved us was, in my judgment, mostly luck": a last word that stands in
 * the record's sentence some words on is left where it stands, and not taken for another word in the place of the next.
 */
export function withLastWord(steps: readonly Step[], draft: Reading, record: Reading): readonly Step[] {
  const last = steps.at(-1);
  if (last === undefined || last.isSame || last.draft < 0) return steps;
  const own = draft.words[last.draft];
  const before = steps.slice(-1 - FEWEST_BEFORE, -1);
  if (own === undefined || own.key.length <= SHORTEST || draft.brackets[last.draft]) return steps;
  if (before.length < FEWEST_BEFORE || before.some(({ isSame }) => !isSame)) return steps;
  const from = (before.at(-1)?.record ?? -1) + 1;
  for (let at = from; at < Math.min(record.words.length, from + REACH); at++) {
    const other = record.words[at];
    if (other === undefined || isSentenceBreak(other.before)) return steps;
    if (other.key !== own.key) continue;
    const left = Array.from({ length: at - from }, (_, step) => ({
      draft: -1,
      record: from + step,
      isSame: false,
    }));
    return [...steps.slice(0, -1), ...left, { draft: last.draft, record: at, isSame: true }];
  }
  return steps;
}
