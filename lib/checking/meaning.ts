import { ofAdded } from "./added";
import { aheadOf } from "./ahead";
import { isAskedForYes, ofAsking } from "./asked";
import { RIGHT_HEDGE, RIGHT_SCOPE } from "./behind";
import { ofBounds } from "./bounded";
import type { Placed } from "./changes";
import { concededBehind, isConceding } from "./concessions";
import { isContent, stemOf } from "./content";
import { coreOf, withoutCue } from "./core";
import { ofCounts } from "./counts";
import { ofTimes } from "./days";
import { type Difference, drift, lostHere } from "./differences";
import type { Claimed } from "./draft";
import { ofNumbers } from "./figures";
import { literal } from "./literal";
import { madeSure } from "./made-sure";
import { ofNested } from "./nested";
import { ofOpposites } from "./opposites";
import { ofNames, ofOthers } from "./others";
import { isAmount, QUALIFIER_NAMES, type Qualifying, qualifiersIn } from "./qualifiers";
import { ofReasons } from "./reasons-given";
import { sharedNegations } from "./shared-negations";
import { ofSwapped } from "./swapped";
import { untilThen } from "./until-then";
import type { Voice } from "./voices";
import { readWords, type Word } from "./words";

const ABSOLUTE = new Set(
  "all every everyone everybody always must certainly definitely entirely completely fully immer alle sämtliche todos todas siempre".split(
    " ",
  ),
);
const ALONE = /^(?:only|solely|just|merely|alone|nur|lediglich|allein|solo|sólo|solamente|únicamente)$/u;
// what turns a sentence round though no negation stands there
const TURNS =
  /^(?:refus|den[iy]|reject|fail|unable|rul(?:e|ed|es)$|lack|stop|oppos|dismiss|avoid|prevent|un(?!der|til|less|ion|it|iv|iq|if|anim)\p{L}{4,}|impossib|against|little|doubt|no|without|absen|exclud|illegal|bestr|verne|nega|nieg)/u;
const REFUSAL = /^(?:den[iy]|reject|refus|declin|dismiss|rul(?:e|ed|es)$|bestr|nega|nieg)/iu;
const WEAK: ReadonlySet<string> = new Set(["hedge", "condition", "scope"]);
const MINOR_HEDGE =
  /^(?:would|should|seems?|seemed|appears?|appeared|i think|i believe|we think|we believe|i feel|we expect|expect to|plan to|my guess|würden?|ich glaube|ich denke|creo que|sería)$/iu;
const MINOR_SCOPE =
  /^(?:many|several|often|usually|generally|this year|last year|this season|initially|at first|currently|locally|at present|viele|muchos|muchas|varios|varias|half|more than|less than|fewer than|up to|at least|at most|as many as|as much as)$/iu;

/** What differs in a number, a negation, its strength, its limits or a name; empty for a faithful report. */
export function differencesOf(
  claim: Claimed,
  own: readonly Word[],
  {
    words: record,
    placed,
    voice,
    context,
    ...span
  }: {
    readonly words: readonly Word[];
    readonly placed: Placed;
    readonly voice: Voice;
    readonly context: readonly Word[];
    readonly start: number;
    readonly end: number;
  },
  draft: string,
  language: string,
): Difference[] {
  const all = [...context, ...record];
  const ahead = aheadOf(claim, draft, language);
  const numbers = ofNumbers(own, all, draft, claim, language);
  const isOther = numbers.some(({ label }) => label === "wording_drift");
  return [
    ...numbers,
    ...ofCounts(own, all),
    ...(isOther ? [] : ofBounds(claim, own, record, placed, draft)),
    ...ofNegation(claim, own, ahead, record, context, placed, voice, language),
    // with another number it is another statement, whatever limits it
    ...(isOther ? [] : ofQualifiers(claim, own, ahead, record, context, placed, draft, language)),
    ...ofAdded(own, placed, language),
    ...ofReasons(own, all, language),
    ...ofOpposites(own, record, placed),
    ...ofTimes(claim, own, all, placed, voice, draft),
    ...ofNames(claim, all, placed, language),
    ...ofOthers(record, placed, language),
    ...ofSwapped(own, record, language),
    ...ofAsking(claim, placed, span, draft),
    ...ofNested(claim, placed, voice, span, draft, language),
  ];
}

function ofNegation(
  claim: Claimed,
  own: readonly Word[],
  ahead: readonly Word[],
  record: readonly Word[],
  context: readonly Word[],
  placed: Placed,
  voice: Voice,
  language: string,
): Difference[] {
  const core = coreOf(own, record, placed, language);
  const turns = (words: readonly Word[], there: readonly Word[]) => {
    const plain = qualifiersIn(words, language).filter(
      ({ is, text }) => is === "negation" || /^not yet$/iu.test(text),
    );
    // "action against the strike": what both have turns nothing
    const other = words.filter(
      ({ key }) =>
        TURNS.test(key) &&
        !plain.some(({ text }) => text.toLowerCase().includes(key)) &&
        !there.some((word) => word.key === key),
    );
    return { plain, other, all: plain.length + other.length };
  };
  // "could not be excluded" is "might be"
  const isTwice =
    isDoubled(core, language) &&
    qualifiersIn([...ahead, ...own], language).some(({ is }) => is === "hedge") &&
    !own.some(({ key }) => EXCLUDED.test(key));
  if (isTwice) return [];
  // who says "no" may have it from any of the sentences
  const mine = turns([...ahead, ...own], record);
  const shared = sharedNegations(own, core, language);
  const theirs = turns(mine.all > shared ? record : core, own);
  const [head, tail] = [core[0], core.at(-1)];
  if (head && tail && theirs.all === 1 && isAskedForYes(placed.source.text, head.start, tail.end)) return [];
  const denied = claim.proposal?.isDenial || REFUSAL.test(claim.proposal?.cue?.text ?? "") ? 1 : 0;
  // "denied that he had refused": a negation that both have is a part of what is denied
  const isOwnDenial =
    denied > 0 ||
    mine.other.length > 0 ||
    mine.plain.some(({ text }) => !theirs.plain.some((one) => isSameText(one.text, text)));
  if (voice.isDenial && !isOwnDenial) return [drift("The record has the speaker deny this.")];
  // who says the contrary in other words says it without a negation
  const isTurned = theirs.all > shared || voice.isDenial;
  if (mine.all - shared + denied > 0 === isTurned) return [];
  // "was not told until Wednesday" is "was only told on Wednesday"
  const isNotUntil =
    theirs.all === 1 &&
    record.some(({ key }) => /^(?:until|till|before)$/u.test(key)) &&
    own.some(({ key }) => FIRST.test(key));
  // "had not been tested since 2020" is "was last tested in 2020"
  const isNotSince =
    theirs.all === 1 &&
    record.some(({ key }) => key === "since") &&
    own.some(({ key }) => /^(?:last|latest|previously)$/u.test(key));
  if (isNotUntil || isNotSince) return [];
  const isNear = isClose(placed, own, [...context, ...core], language);
  const refusal = theirs.other.find(({ key }) => REFUSAL.test(key));
  const first = theirs.plain[0] ?? (refusal ? { text: refusal.raw } : undefined);
  if (mine.all - shared + denied === 0 && first !== undefined && isNear)
    return [
      {
        label: "lost_qualifier",
        reason: `The record has “${first.text}” here, and the draft says it without.`,
        note: null,
      },
    ];
  if (theirs.all === shared && mine.plain[0] !== undefined && isNear)
    return [drift(`The draft says “${mine.plain[0].text}”, which the record does not.`)];
  // "has refused to step in" where the record has "is ready to"
  if (theirs.all === 0 && denied > 0 && isNear)
    return [drift("The draft has the speaker deny or refuse this, which the record does not.")];
  return [];
}

const EXCLUDED = /^(?:exclud|rul(?:e|ed)$|impossib|unlikely|doubt|den[iy])/u;

/** A negation of what is itself a negation: "cannot be excluded", "not impossible". */
const isDoubled = (words: readonly Word[], language: string) =>
  qualifiersIn(words, language).some(
    ({ is, at, length }) =>
      is === "negation" && words.slice(at + length, at + length + 3).some(({ key }) => EXCLUDED.test(key)),
  );

/** "Fewer than a tenth", "up to half": what limits an amount that is no figure. */
const isOfPart = ({ at, length }: Qualifying, words: readonly Word[]) =>
  words.slice(at + length, at + length + 2).some((word) => word.value === null && isAmount(word));

/** Whether the two are near enough in their words that one small word decides. */
function isClose(placed: Placed, own: readonly Word[], record: readonly Word[], language: string): boolean {
  if (placed.likeness > 0.6) return true;
  const stems = new Set(record.map((word) => stemOf(word, language)));
  const telling = own.filter((word) => isContent(word, language));
  return telling.filter((word) => stems.has(stemOf(word, language))).length >= telling.length * 0.6;
}

const DOUBTING_PHRASE = /\bin (?:his|her|their) (?:view|opinion)\b/iu;
const DOUBTING =
  /\b(?:warn|fear|suggest|hope|hopes|hoped|hoping|think|thought|believe|guess|suspect|speculat|expect|possib|likel|chance|risk|glaubt|hofft|cree|teme)\w*/iu;

function ofQualifiers(
  claim: Claimed,
  own: readonly Word[],
  ahead: readonly Word[],
  record: readonly Word[],
  context: readonly Word[],
  placed: Placed,
  draft: string,
  language: string,
): Difference[] {
  const core = coreOf(own, record, placed, language);
  // a condition may stand at either end of the sentence
  const behind = withoutCue(record.slice(record.indexOf(core.at(-1) as Word) + 1));
  const stop = behind.findIndex(({ before }) => /[.;:!?]/u.test(before));
  const all = [
    ...qualifiersIn(core, language).filter(({ is }) => WEAK.has(is)),
    ...qualifiersIn(stop < 0 ? behind : behind.slice(0, stop), language).filter(
      ({ is, at, text }) =>
        at <= 1 &&
        (is === "condition" ||
          RIGHT_SCOPE.test(text) ||
          (is === "hedge" && (RIGHT_HEDGE.test(text) || CHANCE.test(text)))),
    ),
    ...qualifiersIn(record.slice(0, record.indexOf(core[0] as Word)), language).filter(
      ({ is, at }) => is === "condition" && at <= 1,
    ),
  ];
  const sentence = draft.slice(
    Math.min(claim.sentence[0], claim.start),
    Math.max(claim.sentence[1], claim.end),
  );
  // "will" is "would" in a report
  const mine = qualifiersIn([...ahead, ...own], language).filter(
    ({ text }) =>
      !/^(?:would|würden?|sería)$/iu.test(text) &&
      !(text === "could" && record.some(({ key }) => key === "can")),
  );
  // what both have stands for nothing that one of them lacks
  const asked = qualifiersIn(context, language);
  const spare = mine.filter(({ text }) => ![...all, ...asked].some((one) => isSameText(one.text, text)));
  const has = (kinds: readonly string[]) => spare.some(({ is }) => kinds.includes(is));
  const [but, not] = behind;
  // "supported the protest, though not the blockade"
  if (
    /^(?:though|although|but|albeit|aber|aunque|pero)$/u.test(but?.key ?? "") &&
    /^(?:not|nicht|no)$/u.test(not?.key ?? "") &&
    !qualifiersIn(own, language).some(({ is }) => is === "negation") &&
    isClose(placed, own, core, language)
  )
    return [lostHere(`${but?.raw} ${not?.raw}`, "an exception")];
  const back = isConceding(sentence) ? null : concededBehind(placed, core.at(-1));
  if (back !== null && isClose(placed, own, core, language)) return [lostHere(back, "a limit")];
  const until = isClose(placed, own, core, language) ? untilThen(placed, core, sentence, language) : null;
  if (until !== null) return [lostHere(until, "a limit")];
  const surer = madeSure(placed);
  if (surer !== null) return [surer];
  // "will you stay until May?": the condition of the question is none of the answer's
  const answered = asked.reduce(
    (left, { text }) => left.replace(new RegExp(`(?<!\\p{L})${literal(text)}(?!\\p{L})`, "giu"), ""),
    sentence,
  );
  // "could be expected" in both doubts no more in the draft than in the record
  const isDoubted =
    readWords(sentence).some(({ key }) => DOUBTING.test(key) && !record.some((word) => word.key === key)) ||
    DOUBTING_PHRASE.test(sentence);
  const lost = all.find((one: Qualifying) => {
    if (mine.some(({ text }) => isSameText(one.text, text))) return false;
    if (one.is === "condition")
      return (
        !has(["condition"]) &&
        !(one.text === "until" && own.some(({ key }) => FIRST.test(key))) &&
        !/\b(?:if|unless|until|once|when|while|depend|provided|falls|wenn|sofern|si|salvo)\w*/iu.test(
          answered,
        )
      );
    if (ROUGHLY.test(one.text) && has(["scope"])) return false;
    if (has(one.is === "hedge" ? ["hedge"] : ["hedge", "condition", "scope"])) return false;
    if (one.is === "hedge") return !MINOR_HEDGE.test(one.text) && !isDoubted;
    if (PERIOD.test(one.text))
      return !/year|season|month|week|term|summer|winter|spring|autumn|(?:19|20)\d\d/iu.test(sentence);
    return (!MINOR_SCOPE.test(one.text) || isOfPart(one, core)) && !isDoubted;
  });
  if (lost !== undefined && isClose(placed, own, core, language))
    return [lostHere(lost.text, QUALIFIER_NAMES[lost.is])];
  // "only half a litre" is a small one
  const alone = own.find(({ key }, at) => ALONE.test(key) && !isAmount(own[at + 1]));
  if (
    alone !== undefined &&
    !record.some(
      ({ key }) => ALONE.test(key) || /^(?:sole|single|nothing|except|but|until|till)$/u.test(key),
    ) &&
    isClose(placed, own, core, language)
  )
    return [drift(`The draft says “${alone.raw}”, which the record does not.`)];
  const absolute = own.find(({ key }) => ABSOLUTE.has(key) && !record.some((word) => ABSOLUTE.has(word.key)));
  if (
    absolute !== undefined &&
    isClose(placed, own, core, language) &&
    qualifiersIn(core, language).some(({ is }) => WEAK.has(is))
  )
    return [drift(`The draft says “${absolute.raw}”, which the record does not.`)];
  return [];
}

/** "A flood | was possible in May." */
const CHANCE = /^(?:possible|likely|unlikely|conceivable)$/iu;
const FIRST = /^(?:only|first|late)$/u;
const PERIOD = /^(?:this|last) (?:year|season)$/iu;

const isSameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const ROUGHLY = /^(?:roughly|approximately|almost|nearly|ungefähr|fast|casi)$/iu;
