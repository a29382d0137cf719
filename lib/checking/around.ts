import type { Placed } from "./changes";
import { isContent } from "./content";
import type { Claimed, QuotedPart } from "./draft";
import { withNumbers } from "./numbers";
import { type Qualifier, type Qualifying, qualifiersIn } from "./qualifiers";
import { sentenceEnd, sentenceStart } from "./sentences";
import type { Voice } from "./voices";
import { readWords, type Word } from "./words";

/** A qualifier of the record that stands beside the quoted words in the same sentence, and the words that show it. */
export interface Around {
  readonly is: Qualifier;
  readonly text: string;
}

// between a qualifier and what it is about: "I don't think that …", "this is not a …"
const CARRIERS = new Set(
  "that think believe say saying said know suppose claim mean it is was are were be been being to a an the of as so any at all really very quite exactly necessarily always yet call called want have has had he she they we i this there than even just true case and but then out would will do does did dass daß ein eine einen das die der es que un una el la lo es".split(
    " ",
  ),
);
const STRONG_SCOPE =
  /^(?:some|only|merely|at least|at most|up to|almost|nearly|sometimes|rarely|partly|partially|in part|often|usually|mostly|a few|few|most|majority of|minority of|handful of|more than|less than|fewer than|as many as|half|half of|part of|nur|einige|manche|meisten|die meisten|mayoría|mindestens|höchstens|fast|teilweise|algunos|algunas|solo|sólo|al menos|casi)$/iu;
const OPENING_SCOPE =
  /^(?:so far|to date|for now|for the moment|at the moment|at present|currently|at first|initially|in part|on average|for the most part|in theory|in principle|on paper|usually|generally|many|several|bisher|bislang|derzeit|vorerst|viele|por ahora|de momento|muchos|muchas|varios|varias)$/iu;
/** "Hoping that", "it is reasonable to assume that": what stands behind it is thought and not known. */
const THOUGHT =
  /(?<!\p{L})((?:hop|wish|fear|doubt|assum|suppos|think|thought|believ|suspect|guess|imagin|expect|worr|afraid|concern|pray|seem|appear|possib|likel|unlikel|probab|conceivab|speculat|rumou?r|alleg|glaub|hoff|befürcht|vermut|cree|creo|teme|espero)\p{L}*(?:\s+(?:it|is|was|to|be|sure|strongly|i|we|very|much))*(?:,?\s+(?:that|dass|que))?)\s*$/iu;
/** Limits that stand behind what they limit. */
export const RIGHT_SCOPE =
  /^(?:only|nur|solo|sólo|at the earliest|at the latest|at best|at worst|for the most part|on average|in the main|by and large|frühestens|im schnitt|en promedio|in some|in most|in part|in theory|in principle|on paper|so far|for now|for the moment|at the moment|for the time being|to date|not yet|yet|at first|initially|at least|temporarily|in the short term|in the long term|partly|mostly|sometimes|most of the time|vorerst|bisher|bislang|zunächst|derzeit|por ahora|de momento|a veces)$/iu;
const RIGHT_HEDGE =
  /^(?:i think|i believe|i guess|i suppose|i suspect|i hope|we hope|we think|maybe|perhaps|probably|possibly|in my view|in my opinion|as far as (?:i|we) know|apparently|allegedly|supposedly|glaube ich|denke ich|vielleicht|wahrscheinlich|quizás?|tal vez|creo)$/iu;
const STRONG_CONDITION =
  /^(?:if|unless|whether|provided|providing|assuming|as long as|so long as|in case|only when|depending on|except|until|ob|wenn|falls|sofern|solange|es sei denn|außer|si|a menos que|salvo|siempre que|hasta que)$/iu;
const SIMILE = /^(?:like|just like|just as|wie|como)\s/iu;
const MOST_CARRIERS = 3;

/** What stands just around the quoted words in the record's sentence, changes what they say, and is nowhere in the draft's. */
export function lostAround(
  placed: Placed,
  voice: Voice,
  claim: Claimed,
  part: QuotedPart,
  draft: string,
): Around | null {
  const { source, start, end } = placed;
  const { text, language } = source;
  const from = openedBefore(text, Math.max(sentenceStart(text, start), voice.start));
  const to = Math.min(sentenceEnd(text, end), voice.end);
  const left = from < start ? withNumbers(readWords(text, from, start), language) : [];
  const right = end < to ? withNumbers(readWords(text, end, to), language) : [];
  const before = text.slice(from, start).trimStart();
  // what an ellipsis or a clause within the sentence leaves out is judged by itself
  const isOpenBefore = part.joins === "first" || part.joins === "anew";
  const next = claim.parts[claim.parts.indexOf(part) + 1];
  const isOpenBehind =
    next === undefined ? !ELLIPSIS.test(draft.slice(part.end, part.end + 8)) : next.joins === "anew";
  const lost =
    (isOpenBefore
      ? lostBefore(left, before, language, /^\W*\p{Lu}/u.test(draft.slice(part.start, part.end)))
      : null) ??
    (isOpenBehind
      ? lostBehind(right, text.slice(end, right[0]?.start ?? to), text.slice(start, end), language)
      : null) ??
    (voice.isDenial && !claim.proposal?.isDenial ? { is: "negation" as const, text: "denied" } : null);
  if (lost === null || isSaidInDraft(lost, claim, draft, language)) return null;
  return lost;
}

const shortClause = (words: string) => words.trim().split(/\s+/u).slice(0, 8).join(" ");

const OPENED = /(?<!\p{L})(?:if|unless|until|not|never|only|falls|wenn|nicht|si|no|sólo)\s+["“„«]$/iu;

/** "He said that if “the steel comes late, we will wait”": the word before the marks belongs to what stands in them. */
function openedBefore(text: string, at: number): number {
  const word = OPENED.exec(text.slice(Math.max(0, at - 12), at));
  return word === null ? at : at - word[0].length;
}

function lostBefore(
  left: readonly Word[],
  before: string,
  language: string,
  isSentence: boolean,
): Around | null {
  if (left.length === 0) return null;
  if (SIMILE.test(before) && /,\s*$/u.test(before))
    return { is: "scope", text: before.trim().replace(/,$/u, "") };
  if (IN_YEAR.test(before)) return { is: "scope", text: before.trim().replace(/,$/u, "") };
  // "when that happens – then …"
  if (/^(?:when|if|once|unless|wenn|sobald)(?!\p{L}).*(?<!\p{L})(?:then|dann)\s*$/isu.test(before))
    return { is: "condition", text: shortClause(before) };
  const quoting = QUOTING.exec(before);
  if (quoting !== null && !OWN_VOICE.test(quoting[2] ?? ""))
    return { is: "attribution", text: shortClause(quoting[1] ?? "") };
  const told = toldBy(before);
  if (told !== null) return { is: "attribution", text: told };
  const thought = THOUGHT.exec(before)?.[1];
  if (thought !== undefined) return { is: "hedge", text: thought };
  const all = qualifiersIn(left, language);
  for (const one of all.toReversed()) {
    const tail = left.slice(one.at + one.length);
    const clause = before.slice((left[one.at]?.end ?? 0) - (left[0]?.start ?? 0));
    if (isGoverning(one, tail, clause, before, language, isSentence))
      return { is: one.is, text: shown(one, left) };
  }
  return null;
}

const ELLIPSIS = /^\s*[[(]?\s*(?:…|\.\s?\.\s?\.)/u;
const IN_YEAR =
  /^(?:in|since|until|before|by|during|im jahr|seit|en)\s+(?:\p{Lu}\p{Ll}+\s+)?(?:19|20)\d\d,?\s*$/iu;
const TOLD =
  /(?:^|[\s,;“"])((?:[\p{L}\p{N}’'-]+\s+){0,5}?([\p{L}’'-]+)\s+(?:(?:told|tells?|informed|assured?s?|warned)\s+(?:me|us)|says?|said|claims?|claimed|insists?|reports?|reported|writes?|wrote|argues?|believes?|feels?|thinks?|suspects?|fears?|hopes?|expects?|sagt|sagen|behaupte[tn]|dice|dicen|me dijo|nos dijo)(?:,?\s+(?:that|dass|que))?)\s*$/iu;
/** "People say, ‘…": the words stand within what the speaker has others say. */
const QUOTING =
  /(?:^|[\s,;“"(])((?:[\p{L}\p{N}’'-]+\s+){0,4}?([\p{L}’'-]+)\s+(?:says?|said|asks?|asked|thinks?|tells?|told|claims?|wrote|sagt|sagen|dicen?)(?:\s+(?:me|us|to me|to us))?),?:?\s*[‘'](?:[^'‘’]|\p{L}['’]\p{L})*$/iu;
const USED_TO_SAY =
  /(?:^|\s)((?:\S+\s+){0,4}(?:used|liked|likes|keeps?|kept) (?:to say|saying))(?: that)?\s*$/iu;
const OWN_VOICE =
  /^(?:i|we|you|to|not|never|would|could|can|must|should|may|might|will|and|ich|wir|yo|nosotros|it|n't|don't|didn't)$/iu;
const ACCORDING = /^(?:according to|if you believe|laut|nach angaben|según)\s[^,]{2,60},?\s*$/iu;

/** Whom the speaker had it from: "my sister told me that …", "according to the ministry, …". */
function toldBy(before: string): string | null {
  const told = TOLD.exec(before);
  const often = USED_TO_SAY.exec(before)?.[1];
  if (often !== undefined) return often;
  if (told && !OWN_VOICE.test(told[2] ?? "")) return (told[1] ?? told[0]).trim();
  return ACCORDING.test(before) ? before.trim().replace(/,$/u, "") : null;
}

function isGoverning(
  { is, at, text }: Qualifying,
  tail: readonly Word[],
  clause: string,
  before: string,
  language: string,
  isSentence: boolean,
): boolean {
  // "mir wurde gesagt, dass …"
  const isBroken = tail.some(
    ({ before: mark, key }) => /[,;:–—]/u.test(mark) && !/^(?:that|dass|daß|que)$/u.test(key),
  );
  // "Wenn der Regen anhält, müssen | wir …": the verb changes its place when the condition goes
  const isAtEdge = /,\s*$/u.test(before) || (language === "de" && /,\s*\p{L}+\s*$/u.test(before));
  // "let them know that if …, "
  const opensClause = /(?:[,;:–—]|(?<!\p{L})(?:that|and|but|because|so|dass|und|aber|que|y|pero))\s*$/iu.test(
    before.slice(0, before.length - clause.length - text.length).trimEnd(),
  );
  const carried = tail.filter((word) => !CARRIERS.has(word.key) && isContent(word, language)).length;
  switch (is) {
    case "negation":
      // "Without the harvest, …" is a condition
      if (/^(?:without|ohne|sin)$/iu.test(text) && (at === 0 || opensClause) && isAtEdge) return true;
      return !isBroken && !isAtEdge && tail.length <= MOST_CARRIERS + 2 && carried === 0;
    case "attribution":
      // "I'm told two things: that …, and that …"
      return (
        (!isBroken && tail.length <= 2 && carried === 0) || /(?<!\p{L})(?:that|dass|que)\s*$/iu.test(before)
      );
    case "hedge": {
      const isAside = tail.length === 0 && at <= 1;
      return isAside || (!isBroken && !isAtEdge && tail.length <= MOST_CARRIERS && carried === 0);
    }
    case "scope":
      // "So far | we know of nobody": a limit that opens the sentence of which the draft has the rest
      if (at === 0 && tail.length === 0 && isSentence && OPENING_SCOPE.test(text)) return true;
      return (
        STRONG_SCOPE.test(text) &&
        !isBroken &&
        ((at === 0 && tail.length === 0) || !isAtEdge) &&
        tail.length <= 2 &&
        carried === 0
      );
    case "condition":
      // "If the steel comes late, …": the clause ends where the quotation begins
      return (
        STRONG_CONDITION.test(text) &&
        ((isAtEdge && (at <= 2 || opensClause)) ||
          /,?\s*then\s*$/iu.test(clause) ||
          (!isBroken && tail.length <= 1 && carried === 0))
      );
  }
}

// "they need to know if …" asks, and makes no condition
const ASKING =
  /(?<!\p{L})(?:know|knows|knew|see|sees|ask|asks|asked|wonder|wonders|decide|tell|determine|learn|check|say|sure|wissen|fragen|saber)\s*$/iu;

function lostBehind(right: readonly Word[], gap: string, words: string, language: string): Around | null {
  if (right.length === 0 || /[.!?…;:]/u.test(gap)) return null;
  const isAsking = ASKING.test(words);
  const all = qualifiersIn(right.slice(0, 10), language);
  for (const one of all) {
    const isNear =
      one.at === 0 ||
      (one.at === 1 && /^(?:but|and|or|only|even|at|not|aber|oder|pero|o)$/u.test(right[0]?.key ?? ""));
    if (!isNear) break;
    const isLost =
      // "Probably | not."
      (one.is === "negation" && one.at === 0 && /^\s*$/u.test(gap)) ||
      (one.is === "condition" &&
        STRONG_CONDITION.test(one.text) &&
        !(one.at === 0 && /^(?:if|whether|ob|si)$/iu.test(one.text) && isAsking)) ||
      (one.is === "hedge" && RIGHT_HEDGE.test(one.text)) ||
      // "yet they fail" joins a sentence, and limits nothing
      (one.is === "scope" && RIGHT_SCOPE.test(one.text) && !(one.text === "yet" && isFollowed(right[1])));
    if (isLost) return { is: one.is, text: clauseFrom(right) };
  }
  const [first, second] = right;
  // "as we understood it"
  if (first?.key === "as" && /^(?:i|we|you|far)$/u.test(second?.key ?? ""))
    return { is: "scope", text: clauseFrom(right) };
  const isYear = second?.value != null && second.value >= 1000 && second.value < 2200;
  if (first?.key === "in" && isYear) return { is: "scope", text: `${first.raw} ${second.raw}` };
  return null;
}

const isFollowed = (word: Word | undefined) => word !== undefined && /^\s+$/u.test(word.before);

const shown = ({ at, length }: Qualifying, words: readonly Word[]) =>
  words
    .slice(at, Math.max(at + length, Math.min(words.length, at + 8)))
    .map(({ raw }) => raw)
    .join(" ");

function clauseFrom(words: readonly Word[]): string {
  const stop = words.findIndex(({ before }, at) => at > 0 && /[,;:.]/u.test(before));
  return words
    .slice(0, Math.min(8, stop < 0 ? words.length : stop))
    .map(({ raw }) => raw)
    .join(" ");
}

const DENIALS =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refus(?:e|es|ed)|rul(?:es|ed) out|doubt(?:s|ed)?|bestritt|bestreitet|negó|niega)\b/iu;
const DOUBTS =
  /\b(?:warn(?:s|ed)?|fear(?:s|ed)?|suggest(?:s|ed)?|hop(?:es?|ed)|thinks?|thought|believe[sd]?|guess(?:es|ed)?|suspect(?:s|ed)?|specul\w+|expect(?:s|ed)?|in (?:his|her|their) (?:view|opinion)|glaubt|hofft|cree|teme)\b/iu;

/** Whether the draft says outside the marks what the record has there. */
function isSaidInDraft(lost: Around, claim: Claimed, draft: string, language: string): boolean {
  const [from, to] = [Math.min(claim.sentence[0], claim.start), Math.max(claim.sentence[1], claim.end)];
  let rest = "";
  let at = from;
  for (const part of claim.parts) {
    rest += ` ${draft.slice(at, part.start)}`;
    at = part.end;
  }
  rest += ` ${draft.slice(at, to)}`;
  const there = new Set(qualifiersIn(withNumbers(readWords(rest), language), language).map(({ is }) => is));
  if (lost.is === "negation") return there.has("negation") || DENIALS.test(rest);
  if (there.has(lost.is)) return true;
  if (lost.is === "hedge") return DOUBTS.test(rest);
  if (lost.is === "attribution")
    return /\b(?:told|heard|according)\b/iu.test(
      rest.replace(/\btold\b(?=\s+(?:the|a|reporters|\p{Lu}))/u, ""),
    );
  return (there.has("hedge") || there.has("condition") || DOUBTS.test(rest)) && lost.is !== "condition";
}
