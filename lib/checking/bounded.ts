import type { Placed } from "./changes";
import { type Difference, drift, lostHere } from "./differences";
import type { Claimed } from "./draft";
import { sentenceEnd, sentenceStart } from "./sentences";
import { readWords, type Word } from "./words";

/** "… excluding land", "… in its present form", "… before tax": of what, or of which of its states, the words hold. */
const AS_IT_IS =
  "(?:excluding|not including|not counting|exclusive of|net of)\\s[^,.;:!?“”\"]{2,40}|(?:before|after) (?:tax|taxes|costs|interest|deductions|inflation|vat)(?!\\p{L})|at (?:(?:19|20)\\d\\d|today['’]s|current|constant|last year['’]s) prices|in (?:its|their|his|her|the|this|that) (?:present|current|existing|original|proposed|draft|final) (?:form|state|shape|version|wording|condition)|as (?:drafted|proposed|planned|worded|(?:it|they|things) (?:stands?|is|are)(?=[,.;!?\"”]|$)|(?:currently|presently|originally) \\p{L}+)(?!\\p{L})";
const BEHIND = new RegExp(`^(?:[\\s,(–—]+)(${AS_IT_IS})`, "iu");
/** The same, right behind quoted words. */
export const BOUND_AS = new RegExp(`^(?:${AS_IT_IS})`, "iu");

const NOT_TOLD =
  /(?<!\p{L})((?:did|does|do|would|will|could|can|has|have|had)(?: not|n['’]t)|never|refused to|refuses to|declined to|declines to|stopped short of|fell short of|without|avoided|far from)\s+(?:\p{L}+ly\s+)?(rul(?:e|ed|ing) out|den(?:y|ied|ying)|sa(?:y|id|ying)|confirm(?:ed|ing)?|exclud(?:e|ed|ing)|commit(?:ted|ting)? to|endors(?:e|ed|ing)|accus(?:e|ed|ing)|blam(?:e|ed|ing)|call(?:ed|ing)? for|promis(?:e|ed|ing)|claim(?:ed|ing)?|suggest(?:ed|ing)?|demand(?:ed|ing)?|favou?r(?:ed|ing)?|support(?:ed|ing)?|oppos(?:e|ed|ing)|reject(?:ed|ing)?|back(?:ed|ing)?|predict(?:ed|ing)?|threaten(?:ed|ing)?)\s*(?:that\s|the\s|an?\s|any\s|his\s|her\s|their\s)*$/iu;
const NEGATIVE =
  /(?<!\p{L})(?:not|never|no|nobody|without|refus\p{L}*|declin\p{L}*|avoid\p{L}*|\p{L}+n['’]t|far from|stop\p{L}* short)(?!\p{L})/iu;

/** What bounds a report in the record and is not in the draft's: a part of a whole, the state of a thing, a saying that was none. */
export function ofBounds(
  { sentence, start, end }: Claimed,
  own: readonly Word[],
  record: readonly Word[],
  placed: Placed,
  draft: string,
): Difference[] {
  const part = partOf(own, record);
  if (part !== null) return [drift(`The record has “${part}” here.`)];
  const { text } = placed.source;
  const told = draft.slice(Math.min(sentence[0], start), Math.max(sentence[1], end));
  const stop = sentenceEnd(text, placed.end);
  const bound = BEHIND.exec(text.slice(placed.end, stop))?.[1];
  const mine = new Set(readWords(told).map(({ key }) => key));
  if (bound !== undefined && readWords(bound).some(({ key }) => key.length > 3 && !mine.has(key)))
    return [lostHere(bound.trim(), "a limit")];
  const whether = whetherSaid(text.slice(sentenceStart(text, placed.end), stop));
  if (whether !== null && !NEGATIVE.test(told) && !WHETHER.test(told)) {
    const many = readWords(whether.behind).filter(({ key }) => key.length > 3 && mine.has(key)).length;
    if (many >= 2) return [lostHere(whether.said, "a negation")];
  }
  const open = text.slice(sentenceStart(text, placed.start), placed.start);
  const unsaid = NOT_TOLD.exec(open);
  return unsaid !== null && !NEGATIVE.test(told) ? [lostHere(`${unsaid[1]} ${unsaid[2]}`, "a negation")] : [];
}

const WHETHER = /(?<!\p{L})(?:whether|if|ob|si)(?!\p{L})/iu;
const NOT_WHETHER =
  /(?<!\p{L})((?:(?:did|does|do|would|will|could|can)(?: not|n['’]t)|refused to|declined to|was unable to|were unable to)\s+(?:\p{L}+ly\s+)?(?:say|tell|confirm|know|discuss|comment on|disclose|speculate(?: on)?|guess|be drawn on)\s+(?:whether|if))\s/iu;

/** "She would not say whether it would start again": what somebody left open. */
function whetherSaid(sentence: string): { readonly said: string; readonly behind: string } | null {
  const found = NOT_WHETHER.exec(sentence);
  if (found === null) return null;
  return { said: found[1] ?? "", behind: sentence.slice(found.index + found[0].length) };
}

const THE = /^(?:the|our|their|his|her|these|those|all)$/u;

/** "Six of the eleven visas", where the draft has the eleven. */
function partOf(own: readonly Word[], record: readonly Word[]): string | null {
  for (let at = 0; at + 3 < record.length; at++) {
    const [few, of, the, all] = record.slice(at, at + 4);
    if (few?.value == null || all?.value == null) continue;
    // "nineteen out of thirty" as well
    const isPart = of?.key === "out" ? the?.key === "of" : of?.key === "of" && THE.test(the?.key ?? "");
    if (!isPart) continue;
    if (!own.some(({ value }) => value === all.value) || own.some(({ value }) => value === few.value))
      continue;
    // "the other five", "most of the eleven": a part in other words
    if (own.some(({ key }) => /^(?:most|some|many|half|part|other|few|rest|of)$/u.test(key))) continue;
    return record
      .slice(at, at + 4)
      .map(({ raw }) => raw)
      .join(" ");
  }
  return null;
}
