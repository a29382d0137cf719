import { asideBefore } from "./asides-before";
import { lostBehind, STRONG_CONDITION } from "./behind";
import type { Placed } from "./changes";
import { isContent } from "./content";
import type { Claimed, QuotedPart } from "./draft";
import { limitBefore, takenBack } from "./limits";
import { nameWords } from "./names";
import { saidByOthers, tellsOf } from "./nested";
import { withNumbers } from "./numbers";
import { openedBefore, openedWith } from "./openings";
import { outsideMarks } from "./outside-marks";
import { rejoined } from "./parted";
import { type Around, type Qualifying, qualifiersIn } from "./qualifiers";
import { sentenceEnd, sentenceStart, toldBefore } from "./sentences";
import type { Voice } from "./voices";
import { readWords, type Word } from "./words";

// between a qualifier and what it is about: "I don't think that …", "this is not a …"
const CARRIERS = new Set(
  "that think believe say saying said know suppose claim mean it is was are were be been being to a an the of as so any at all really very quite exactly necessarily always yet call called want have has had he she they we i this there than even just true case and but then out would will do does did dass daß ein eine einen das die der es que un una el la lo es".split(
    " ",
  ),
);
const STRONG_SCOPE =
  /^(?:some|only|merely|at least|at most|up to|almost|nearly|sometimes|rarely|partly|partially|in part|often|usually|mostly|a few|few|most|majority of|minority of|handful of|more than|less than|fewer than|as many as|half|half of|part of|nur|einige|manche|meisten|die meisten|mayoría|mindestens|höchstens|fast|teilweise|algunos|algunas|solo|sólo|al menos|casi)$/iu;
const OPENING_SCOPE =
  /^(?:so far|thus far|as yet|as of now|as things stand|until now|up to now|to date|for now|for the moment|at the moment|at present|currently|at first|initially|in part|on average|for the most part|in theory|in principle|on paper|usually|generally|many|several|bisher|bislang|derzeit|vorerst|viele|por ahora|de momento|muchos|muchas|varios|varias)$/iu;
/** "Hoping that", "it is reasonable to assume that": what stands behind it is thought and not known. */
const THOUGHT =
  /(?<!\p{L})((?:hop|wish|fear|doubt|assum|suppos|think|thought|believ|suspect|guess|imagin|expect|worr|afraid|concern|pray|seem|appear|possib|likel|unlikel|probab|conceivab|speculat|rumou?r|alleg|glaub|hoff|befürcht|vermut|cree|creo|teme|espero)\p{L}*(?:\s+(?:it|is|was|to|be|sure|strongly|i|we|very|much))*(?:,?\s+(?:that|for|dass|que|auf))?)\s*$/iu;
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
  const { source } = placed;
  const { language } = source;
  const others = saidByOthers(source, voice, placed.start, placed.end);
  if (others !== null && !tellsOf(others, outsideMarks(claim, draft), language))
    return { is: "attribution", text: others };
  const { text, start, end, ...reach } = rejoined(source, voice, placed.start, placed.end);
  const from = openedBefore(text, Math.max(sentenceStart(text, start), reach.from));
  const to = Math.min(sentenceEnd(text, end), reach.to);
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
      ? lostBefore(
          left,
          before,
          language,
          /^\W*\p{Lu}/u.test(draft.slice(part.start, part.end)),
          text.slice(start, end),
        )
      : null) ??
    (isOpenBehind
      ? lostBehind(right, text.slice(end, right[0]?.start ?? to), text.slice(start, end), language)
      : null) ??
    (isOpenBehind && !isQuotedNext(claim, part, draft, text, end) ? takenBack(text, end, reach.to) : null) ??
    (voice.isDenial && !claim.proposal?.isDenial ? { is: "negation" as const, text: "denied" } : null);
  const told = toldBefore(source.text, voice.how === "said" ? voice.start : 0);
  if (lost === null || isSaidInDraft(lost, claim, draft, language, told)) return null;
  // "…, according to Lind", in a release of hers
  const own = nameWords(voice.name ?? claim.proposal?.speaker?.canonical ?? "").at(-1);
  const had = readWords(lost.text).map(({ key }) => key);
  return lost.is === "attribution" && own !== undefined && had.includes(own) ? null : lost;
}

/** Whether the draft has the record's next words in marks as well. */
function isQuotedNext(claim: Claimed, part: QuotedPart, draft: string, text: string, end: number): boolean {
  const next = readWords(text, end, end + 60).slice(0, 3);
  const rest = readWords(draft, part.end, Math.max(claim.end, part.end) + 400).map(({ key }) => key);
  return rest.some((_, at) => next.every(({ key }, step) => rest[at + step] === key));
}

const shortClause = (words: string) => words.trim().split(/\s+/u).slice(0, 8).join(" ");

function lostBefore(
  left: readonly Word[],
  before: string,
  language: string,
  isSentence: boolean,
  words: string,
): Around | null {
  if (left.length === 0) return null;
  const isClause = SUBJECT.test(words);
  if (SIMILE.test(before) && /,\s*$/u.test(before))
    return { is: "scope", text: before.trim().replace(/,$/u, "") };
  const limit = limitBefore(before);
  if (limit !== null) return { is: "scope", text: limit };
  if (IN_YEAR.test(before)) return { is: "scope", text: before.trim().replace(/,$/u, "") };
  const opening = openedWith(before, words);
  if (opening !== null) return opening;
  const aside = asideBefore(before);
  if (aside !== null) return aside;
  const opened = OPENING_HEDGE.exec(before);
  if (opened !== null) return { is: "hedge", text: opened[0].trim().replace(/,$/u, "") };
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
  const all = qualifiersIn(left, language).map((one) =>
    /^not yet$/iu.test(one.text) ? { ...one, is: "negation" as const } : one,
  );
  const within = embedding(left, all);
  if (within !== undefined) return { is: within.is, text: shown(within, left) };
  for (const one of all.toReversed()) {
    // what somebody should do is quoted without it: they should “close the gate”
    if (/^should$/iu.test(one.text)) continue;
    const tail = left.slice(one.at + one.length);
    const clause = before.slice((left[one.at]?.end ?? 0) - (left[0]?.start ?? 0));
    if (isGoverning(one, tail, clause, before, language, isSentence, isClause))
      return { is: one.is, text: shown(one, left) };
  }
  return null;
}

/** A clause of its own: it begins with who or what does something. */
const SUBJECT =
  /^\W*(?:i|we|he|she|it|they|you|there|this|that|these|nobody|everybody|no one|ich|wir|er|sie|es|yo|nosotros|ellos)(?:['’]\p{L}+)?\s/iu;
const THAT = /^(?:that|whether|dass|daß|ob|que)$/u;
const JOINS = /^(?:and|but|because|so|und|aber|weil|denn|y|pero|porque)$/u;

/** "We cannot prove yet that", "it is not clear whether": the quoted words stand within what is denied or doubted. */
function embedding(left: readonly Word[], all: readonly Qualifying[]): Qualifying | undefined {
  if (!THAT.test(left.at(-1)?.key ?? "")) return undefined;
  const opens = left.findLastIndex(
    ({ before, key }, at) => at < left.length - 1 && (/[,;:–—]/u.test(before) || JOINS.test(key)),
  );
  return all.findLast(({ is, at }) => at >= Math.max(0, opens) && (is === "negation" || is === "hedge"));
}

/** "As far as we know today, | nobody was missed": how sure the speaker is, set before the clause. */
const OPENING_HEDGE =
  /(?:^|(?<=(?:^|[\s,;:–—(“"])(?:that|but|and|so|well|yes|no|because)[\s,]+))(?:as far as (?:i|we|anybody|anyone)|so far as (?:i|we)|to (?:my|our|the best of (?:my|our)) |in (?:my|our) (?:view|opinion|judge?ment|experience)|from what (?:i|we)|if (?:i|we) (?:remember|recall|understand|read)|if (?:my|our) memory|if (?:i|we)(?:['’]m| am|['’]re| are) not mistaken|unless (?:i|we)(?:['’]m| am|['’]re| are) mistaken|in all (?:likelihood|probability)|at a guess|on (?:present|current|today['’]s) (?:evidence|figures)|as things stand|in theory|on paper|with (?:any )?luck|all being well|if all goes well|perhaps|probably|possibly|maybe|apparently|allegedly|supposedly|presumably|soweit (?:ich|wir)|meines wissens|nach heutigem stand|que yo sepa|hasta donde (?:yo )?sé)[^,.;:!?“”"]{0,50},\s*$/iu;
const ELLIPSIS = /^\s*[[(]?\s*(?:…|\.\s?\.\s?\.)/u;
const IN_YEAR =
  /^(?:in|since|until|before|by|during|im jahr|seit|en)\s+(?:\p{Lu}\p{Ll}+\s+)?(?:19|20)\d\d,?\s*$/iu;
const TOLD =
  /(?:^|[\s,;“"])((?:[\p{L}\p{N}’'-]+\s+){0,5}?([\p{L}’'-]+)\s+(?:(?:told|tells?|informed|assured?s?|warned)\s+(?:me|us)|says?|said|claims?|claimed|insists?|reports?|reported|writes?|wrote|argues?|believes?|feels?|thinks?|suspects?|fears?|hopes?|expects?|sagt|sagen|behaupte[tn]|dice|dicen|me dijo|nos dijo)(?:,?\s+(?:that|dass|que))?)\s*$/iu;
/** "People say, ‘…": the words stand within what the speaker has others say. */
const QUOTING =
  /(?:^|[\s,;“"(])((?:[\p{L}\p{N}’'-]+\s+){0,4}?([\p{L}’'-]+)\s+(?:(?:would|will|could|might|used to|always|often|sometimes)\s+){0,2}(?:says?|said|asks?|asked|thinks?|tells?|told|claims?|wrote|sagt|sagen|dicen?)(?:\s+(?:me|us|(?:to\s)?(?:(?:an?|the|his|her|their|my|our|any)\s)?[\p{L}’'-]+))?),?:?\s*[‘'](?:[^'‘’]|\p{L}['’]\p{L})*$/iu;
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
  isClause: boolean,
): boolean {
  // "mir wurde gesagt, dass …"
  const isBroken = tail.some(
    ({ before: mark, key }) => /[,;:–—]/u.test(mark) && !/^(?:that|dass|daß|que)$/u.test(key),
  );
  const isJoined = tail.some(({ key }) => JOINS.test(key));
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
      // "I wouldn't swear | it was the mate": a verb alone stands between
      return (
        !isBroken &&
        !isAtEdge &&
        tail.length <= MOST_CARRIERS + 2 &&
        carried <= (isClause && !isJoined ? 1 : 0)
      );
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
      // "if I may add, …" asks leave to speak
      if (/^if (?:i|we) (?:may|might|could|can)(?!\p{L})/iu.test(text + clause)) return false;
      // "If the steel comes late, …": the clause ends where the quotation begins
      return (
        STRONG_CONDITION.test(text) &&
        ((isAtEdge && (at <= 2 || opensClause)) ||
          /,?\s*then\s*$/iu.test(clause) ||
          // "If they do it again | we will have to talk": the clause ends where another begins, with no comma
          (isClause && !isBroken && tail.length > 1 && (at === 0 || opensClause)) ||
          (!isBroken && tail.length <= 1 && carried === 0))
      );
  }
}

const shown = ({ at, length }: Qualifying, words: readonly Word[]) =>
  words
    .slice(at, Math.max(at + length, Math.min(words.length, at + 8)))
    .map(({ raw }) => raw)
    .join(" ");

const DENIALS =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refus(?:e|es|ed)|rul(?:es|ed) out|doubt(?:s|ed)?|bestritt|bestreitet|negó|niega)\b/iu;
const DOUBTS =
  /\b(?:warn(?:s|ed)?|fear(?:s|ed)?|suggest(?:s|ed)?|hop(?:es?|ed)|thinks?|thought|believe[sd]?|guess(?:es|ed)?|suspect(?:s|ed)?|specul\w+|expect(?:s|ed)?|in (?:his|her|their) (?:view|opinion)|glaubt|hofft|cree|teme)\b/iu;

/** "“…,” she said": the tag of the quotation, and nobody whom the speaker had it from. */
const TAG = /^(?:he|she|they|er|sie|él|ella) (?:says?|said|sagt|dice)$/iu;

/** Whether the draft says outside the marks what the record has there. */
function isSaidInDraft(lost: Around, claim: Claimed, draft: string, language: string, told: string): boolean {
  const rest = outsideMarks(claim, draft);
  // "could save “perhaps a third of it”": what both tell outside the marks stands for nothing within them
  const both = readWords(told).map(({ key }) => key);
  // "Ten years ago, Lind said, “the lake was clean”", "according to Lind": told with the words
  const all = readWords(lost.text);
  const content = all.filter((word) => isContent(word, language));
  const telling = content.length > 0 ? content : all;
  const own = new Set(readWords(rest).map(({ key }) => key));
  if (telling.every(({ key }) => own.has(key))) return true;
  // “the pumps failed”, but it was “too early to be sure”: quoted as well, in other marks
  const whole = readWords(draft.slice(...claim.sentence)).map(({ key }) => key);
  if (content.length > 1 && content.every(({ key }) => whole.includes(key))) return true;
  const there = new Set(
    qualifiersIn(withNumbers(readWords(rest), language), language).flatMap(({ is, text }) =>
      TAG.test(text) ||
      (/^(?:could|would|should|might|may)$/iu.test(text) && both.includes(text.toLowerCase()))
        ? []
        : is,
    ),
  );
  if (lost.is === "negation") return there.has("negation") || /\bnot\b/u.test(rest) || DENIALS.test(rest);
  if (there.has(lost.is)) return true;
  if (lost.is === "hedge") return DOUBTS.test(rest);
  if (lost.is === "attribution")
    return /\b(?:told|heard|according)\b/iu.test(
      rest.replace(/\btold\b(?=\s+(?:the|a|reporters|\p{Lu}))/u, ""),
    );
  return (there.has("hedge") || there.has("condition") || DOUBTS.test(rest)) && lost.is !== "condition";
}
