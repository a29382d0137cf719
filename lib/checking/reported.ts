import { STRONG_CONDITION } from "./behind";
import { SAYING } from "./beside";
import { isContent, stemOf } from "./content";
import { type Difference, lostHere } from "./differences";
import type { Claimed } from "./draft";
import type { Found } from "./found";
import { withNumbers } from "./numbers";
import { isAmount, QUALIFIER_NAMES, type Qualifier, type Qualifying, qualifiersIn } from "./qualifiers";
import { sentenceEnd, sentenceStart } from "./sentences";
import { marksAround } from "./voices";
import { readWords, type Word } from "./words";

const SCOPE =
  /^(?:some|most|few|a few|only|merely|at least|at most|up to|almost|nearly|sometimes|rarely|partly|partially|in part|often|usually|mostly|largely|mainly|part of|half of|half|for now|so far|at first|initially|at best|in theory|on paper|on average|more than|less than|fewer than|einige|manche|nur|fast|teilweise|algunos|algunas|solo|sólo|casi)$/iu;
const HEDGE =
  /^(?:may|might|perhaps|maybe|possibly|probably|likely|apparently|allegedly|seems?|seemed|appears?|appeared|potentially|arguably|hoped to|hopes to|könnte|könnten|vielleicht|podría|podrían|quizás?)$/iu;
const CUT = new RegExp(
  `^.*(?:(?<!\\p{L})(?:${SAYING}|that|because|when|while|where|which|who|after|before|since|dass|weil|que)(?!\\p{L})|[;:–—]|,\\s(?:and|but|und|aber|y|pero)(?!\\p{L}))`,
  "isu",
);
const NEAR = 5;
const SAME = /^(?:den(?:y|ies|ied)|reject\p{L}*|dismiss\p{L}*|refus\p{L}*|ruled|doubt\p{L}*)$/iu;
const DOUBTS =
  /(?<!\p{L})(?:warn|fear|suggest|hope|hoped|think|thought|believe|guess|suspect|speculat|expect|in (?:his|her|their) (?:view|opinion)|glaubt|hofft|cree|teme|if|could|can)\p{L}*/iu;
const LATER =
  /^(?:if|unless|provided|as long as|so long as|only if|except|for now|so far|at least|in part|at first|for the moment|for the time being|on paper|in theory|at best|until|falls|sofern|solange|vorerst|por ahora|siempre que|a menos que)(?!\p{L})/iu;

/**
 * What the record tells beside the marks of a fragment and the draft does not: "said that most of it was “a waste”", "was not
 * “a gift”", "would “close the mill” if orders fell".
 */
export function lostBesideMarks(
  claim: Claimed,
  { placed, voice }: Found,
  draft: string,
  language: string,
): Difference[] {
  const { source, start, end } = placed;
  const { text } = source;
  if (voice.how !== "said" || voice.statement !== null || source.language !== language) return [];
  const marks = marksAround(source, (start + end) >> 1)?.find(
    ([from, to]) => from <= start + 1 && to >= end - 1,
  );
  if (marks === undefined) return [];
  const [from, to] = marks;
  const own = outsideOf(claim, draft);
  const there = qualifiersIn(withNumbers(readWords(own), language), language);
  const has = (is: Qualifier) => there.some((one) => one.is === is);
  const lead = start - from > 2 ? "" : leadOf(text, from);
  const words = withNumbers(readWords(lead), language);
  const found = qualifiersIn(words, language).findLast((one) => isBeside(one, words));
  if (found !== undefined && !has(found.is) && isTold(found, words, own, claim, language))
    return [lostHere(found.text, QUALIFIER_NAMES[found.is])];
  if (to - end > 3) return [];
  const tail = text.slice(to, sentenceEnd(text, to)).replace(/^[”"’»,\s]+/u, "");
  const later = LATER.exec(tail)?.[0];
  if (later === undefined || /^[.!?]/u.test(text.slice(Math.max(0, to - 1), to))) return [];
  const is = STRONG_CONDITION.test(later) || /if$/iu.test(later) ? "condition" : "scope";
  if (
    has(is) ||
    has("condition") ||
    /(?<!\p{L})(?:when|once|should|depend\p{L}*|condition\p{L}*)(?!\p{L})/iu.test(own)
  )
    return [];
  const shown =
    tail
      .split(/[.,;:!?“”"]/u)[0]
      ?.trim()
      .split(/\s+/u)
      .slice(0, 8)
      .join(" ") ?? later;
  return own.toLowerCase().includes(later.toLowerCase()) ? [] : [lostHere(shown, QUALIFIER_NAMES[is])];
}

/** What leads into marks within their clause. */
function leadOf(text: string, from: number): string {
  const open = text.slice(0, from).replace(/["“„«‘'\s]+$/u, "");
  return text
    .slice(sentenceStart(text, open.length), open.length)
    .replace(/[“"][^“”"]*[”"]/gu, " ")
    .replace(CUT, "");
}

function isBeside({ is, at, length, text }: Qualifying, words: readonly Word[]): boolean {
  const left = words.length - at - length;
  // "almost all of the blasts had been “…”": of whom or what it is told
  const most = at === 0 && SCOPE.test(text) ? NEAR * 2 : NEAR;
  if (left > most || /,/u.test(words[at + length]?.before ?? "")) return false;
  if (is === "negation")
    return !/^(?:without|instead of|rather than)$/iu.test(text) && words[at + 1]?.key !== "only";
  if (is === "hedge" && !SCOPE.test(text)) return HEDGE.test(text);
  return (is === "scope" || is === "hedge") && SCOPE.test(text) && !isAmount(words[at + length]);
}

/** Whether the draft tells the same beside its marks, so that what it leaves out is missed there. */
function isTold(
  { is, at, length }: Qualifying,
  words: readonly Word[],
  own: string,
  claim: Claimed,
  language: string,
): boolean {
  const mine = readWords(own);
  if (is === "negation") return !mine.some(({ raw }) => SAME.test(raw) || /n['’]t$/iu.test(raw));
  if (claim.outside.length === 0) return false;
  if (is === "hedge" && DOUBTS.test(own)) return false;
  const stems = new Set(mine.map((word) => stemOf(word, language)));
  const rest = words.filter((_, each) => each < at || each >= at + length);
  const telling = rest.filter((word) => isContent(word, language));
  return telling.length === 0 ? is === "hedge" : telling.some((word) => stems.has(stemOf(word, language)));
}

/** What the draft's sentence has outside its marks. */
function outsideOf({ sentence, start, end, parts }: Claimed, draft: string): string {
  let [told, at] = ["", Math.min(sentence[0], start)];
  for (const part of parts) {
    told += ` ${draft.slice(at, part.start)}`;
    at = part.end;
  }
  return `${told} ${draft.slice(at, Math.max(sentence[1], end))}`;
}
