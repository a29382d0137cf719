import { isForName } from "./callings";
import {
  isBodyHead,
  isBodyNoun,
  isDemonym,
  isDeterminer,
  isDocumentNoun,
  isFirstName,
  isNoName,
  isOpener,
  isParticle,
  isPluralRole,
  isPronounWord,
  isRoleNoun,
  isSpeechVerb,
  isTitle,
  placeLength,
  startsNamedBody,
} from "./lexicon";
import type { Token } from "./tokens";

// words that may stand inside a capitalised run although they open sentences as ordinary words
const INSIDE = new Set(
  "new first second third last young may march june april august will moon best long long wells rice brown early day say long west right own morning evening daily summer winter thu".split(
    " ",
  ),
);
/** Words that may link two capitalised parts of one name. */
export const RUN_LINKS = new Set(["of", "for", "and", "&", "on", "de", "du", "des"]);
const DAYS = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february october november december".split(
    " ",
  ),
);
const PAPERS = new Set("times telegraph mirror mail herald post express star sun news tribune".split(" "));
// "… and Human Services": nouns that complete the name of a body and are none themselves
const COMPLEMENTS = new Set(
  "services affairs sciences resources works studies arts development technology planning welfare relations security safety".split(
    " ",
  ),
);
const MAX_RUN = 14;

/** Whether a word is a pronoun rather than a name in capitals: "WHO" and "US" among ordinary words are names. */
export function isPronoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !isPronounWord(token)) return false;
  // "Vice Premier He Lifeng", "He Jiankui said": a family name before a given one
  if (token.text === "He" && isFamilyName(tokens, at)) return false;
  if (!token.isShout || token.fold.length < 2) return true;
  return (tokens[at - 1]?.isShout ?? false) || (tokens[at + 1]?.isShout ?? false);
}

function isFamilyName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next?.isCapital || !next.isJoined || next.isShout || isPronounWord(next)) return false;
  // "Says He Never Pledged": in a line of capitals it is the pronoun
  const after = tokens[at + 2];
  if (isNoName(next) || (after?.isJoined && after.isCapital) || isSpeechVerb(next)) return false;
  return tokens[at]?.isOpening !== true || isSpeechVerb(after);
}

/** Whether a capitalised run starts at this token. */
export function startsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.isCapital || isPronoun(tokens, at) || /^\d/u.test(token.text)) return false;
  if (token.isShout && isPronounWord(token)) return true;
  const next = tokens[at + 1];
  // "A. P. J. Raman"
  if (token.text.length === 1 && next?.isCapital && next.gap === "." && next.isJoined) return true;
  if (namedBodyAt(tokens, at) > 0 || isSaidByName(tokens, at) || token.text === "He") return true;
  if (isOpener(token))
    return !token.isOpening && !token.isPossessive && next?.isJoined === true && next.isCapital;
  if (!isNoName(token)) return !(token.text.length === 1 && token.isOpening && !tokens[at + 1]?.isJoined);
  // "Jan de Vries", "Will van der Berg"
  if (isParticleOfName(tokens, at + 1)) return isFirstName(token) && !isDeterminer(token);
  if (!next?.isCapital || !next.isJoined || token.isPossessive || isNoName(next)) return false;
  if (token.fold === "new" || token.fold === "first") return !token.isOpening || token.fold === "new";
  if (PAPERS.has(next.fold)) return true;
  return isFirstName(token) && !isDeterminer(token);
}

/** Whether one or more particles begin there that a capital follows: "de Vries", "van der Berg". */
function isParticleOfName(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (at < from + 3 && isLowerParticle(tokens[at])) at += 1;
  return at > from && tokens[at]?.isCapital === true && tokens[at]?.isJoined === true;
}

const isLowerParticle = (token: Token | undefined) =>
  token?.isJoined === true && !token.isCapital && isParticle(token);

/** "Jr.", "III": what may follow a name behind a comma, and tells two bearers of it apart. */
export const isGeneration = (folding: string): boolean =>
  /^(?:jr|sr|i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi{0,3})$/u.test(folding);

function continuesRun(token: Token): boolean {
  if (!token.isCapital || !token.isJoined || (isPronounWord(token) && !token.isShout)) return false;
  return (!isNoName(token) || INSIDE.has(token.fold) || token.isShout) && !DAYS.has(token.fold);
}

/** How many tokens spell a body whose name is made of plain words: "Doctors Without Borders"; 0 when none do. */
export function namedBodyAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !startsNamedBody(token)) return 0;
  let words = token.fold;
  let found = 0;
  for (let length = 2; length <= 6; length += 1) {
    const next = tokens[at + length - 1];
    if (!next?.isJoined) break;
    words = `${words} ${next.fold}`;
    if (token.lexicon.words.namedBodies.has(words)) found = length;
  }
  if (found > 0) return found;
  // "Physicians for Human Rights", "Mothers Against Drunk Driving"
  const link = tokens[at + 1];
  const isLinked = link?.isJoined === true && /^(?:for|against|without)$/u.test(link.fold);
  if (!isLinked || !isPluralRole(token)) return 0;
  let end = at + 2;
  while (tokens[end]?.isJoined && tokens[end]?.isCapital && !isPronoun(tokens, end)) end += 1;
  const count = end - at - 2;
  return count > 1 || (count === 1 && link.isCapital) ? count + 2 : 0;
}

// "Will told us": a first name that is an ordinary word, before a verb of saying
function isSaidByName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return (
    token !== undefined &&
    next?.isJoined === true &&
    isFirstName(token) &&
    isNoName(token) &&
    !isDeterminer(token) &&
    /^(?:said|says|told|asked|added|wrote|replied|explained|insisted|warned|argued|claimed|denied)$/u.test(
      // "June Summer said"
      (next.isCapital && tokens[at + 2]?.isJoined === true ? tokens[at + 2] : next)?.fold ?? "",
    )
  );
}

/** The last token of the capitalised run that starts at `from`. */
export function endOfRun(tokens: readonly Token[], from: number): number {
  const named = namedBodyAt(tokens, from);
  if (named > 0) return from + named - 1;
  let end = from;
  let hasHead = false;
  let hasOf = false;
  while (end - from < MAX_RUN) {
    const current = tokens[end];
    if (!current || (current.isPossessive && !isOwnedBody(tokens, from, end))) break;
    if (isBodyHead(current) || isRoleNoun(current)) hasHead = true;
    const next = tokens[end + 1];
    if (!next) break;
    if (
      current.isPossessive ||
      continuesRun(next) ||
      (next.text === "He" && next.isJoined && isFamilyName(tokens, end + 1)) ||
      (next.gap === "&" && next.isCapital) ||
      (next.gap === "," && /^[js]r$/u.test(next.fold)) ||
      isNumberOfName(tokens, end + 1) ||
      (end > from && isFirstOfName(tokens, end + 1))
    ) {
      end += 1;
      continue;
    }
    const listed = restOfBody(tokens, end + 1, hasHead && hasOf);
    if (listed > 0) return listed;
    // one or two particles or links, then a capital again; nothing but "&" may stand between
    const linked = linkLength(tokens, end + 1, { from, hasHead, hasOf });
    if (linked === 0) break;
    if (next.fold === "of" || next.fold === "for") hasOf = true;
    end += linked + 1;
  }
  return end;
}

const OWNERS = new Set(
  "king queen kings queens children women men people farmers workers veterans writers teachers doctors guy lloyd trinity saint nurses mothers girls boys students artists players".split(
    " ",
  ),
);

// "St Mary's Hospital", "King's College", "the Children's Commissioner": the owner is a part of the name
function isOwnedBody(tokens: readonly Token[], from: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!next?.isCapital || !(next.isJoined || /^[’']$/u.test(next.gap))) return false;
  const owner = tokens[at]?.fold ?? "";
  const before = at > from ? (tokens[at - 1]?.fold ?? "") : "";
  return (
    (/^(?:st|saint)$/u.test(before) || OWNERS.has(owner)) &&
    (isBodyHead(next) ||
      /^(?:hospital|college|church|cathedral|school|hospice|house|hall|bench|council|club|union|society|guild|park|theatre|academy)$/u.test(
        next.fold,
      ))
  );
}

// "Phillips 66 said": a number before a verb of saying ends the name
function isNumberOfName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.isJoined === true && /^\d{1,3}$/u.test(token.text) && isSpeechVerb(tokens[at + 1]);
}

// "Juan Carlos I said": the first of a name, and no pronoun
function isFirstOfName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  // "Nguyễn Văn An said": a capital within the sentence and before a verb of saying is a part of the name
  if (token?.isJoined === true && token.isCapital && token.text !== "I")
    return isSpeechVerb(next) && !DAYS.has(token.fold) && !isPronounWord(token);
  return (
    token?.isJoined === true &&
    token.text === "I" &&
    (isSpeechVerb(next) || /^(?:was|is|has|had|will)$/u.test(next?.fold ?? ""))
  );
}

// "Anna Bell of the Green Party": a person, and where she belongs
function isPersonSoFar(tokens: readonly Token[], from: number, to: number): boolean {
  let first = from;
  while (first < to && (isTitle(tokens[first]) || isRoleNoun(tokens[first]))) first += 1;
  const count = to - first + 1;
  if (count > 3 || (count < 2 && first === from)) return false;
  // "Prof. Lim of Nanyang Tech"
  if (
    count === 1 &&
    /^(?:prof|dr|mr|mrs|ms|miss|mx|rev|sgt|capt|det|insp)$/u.test(tokens[first - 1]?.fold ?? "")
  )
    return tokens[first]?.isCapital === true;
  for (let at = first; at <= to; at += 1) {
    const token = tokens[at];
    if (!token?.isCapital || token.isShout || isBodyHead(token) || isBodyNoun(token)) return false;
    if (isDemonym(token) || isDocumentNoun(token) || isPluralRole(token)) return false;
  }
  const opening = tokens[first];
  if (isFirstName(opening) && count > 1) return true;
  const isAfterTitle = first > from && isTitle(tokens[first - 1]) && count > 1;
  const isFree = !isDeterminer(tokens[from - 1]) || !tokens[from]?.isJoined;
  return (
    isAfterTitle ||
    (isFree && count === 2 && placeLength(tokens, first, to) === 0 && !/s$/u.test(tokens[to]?.fold ?? ""))
  );
}

interface RunSoFar {
  readonly from: number;
  readonly hasHead: boolean;
  readonly hasOf: boolean;
}

function linkLength(tokens: readonly Token[], at: number, run: RunSoFar): number {
  const link = tokens[at];
  const next = tokens[at + 1];
  if (!link?.isJoined || link.isCapital || !(next?.isJoined || /^[’'‘]$/u.test(next?.gap ?? ""))) return 0;
  if (next === undefined) return 0;
  if (link.fold === "and") return continuesRun(next) && joinsBody(tokens, at, run) ? 1 : 0;
  if (link.fold === "of" && isPersonSoFar(tokens, run.from, at - 1)) return 0;
  const belongs = isParticle(link);
  const isLink = RUN_LINKS.has(link.fold) && (link.fold === "of" || link.fold === "de" || run.hasHead);
  // "Society for the Prevention of Cruelty to Animals said"
  const isTo = link.fold === "to" && run.hasHead && run.hasOf && isSpeechVerb(tokens[at + 2]);
  if (!belongs && !isLink && !isTo && !isForName(tokens, run.from, at)) return 0;
  if (next.isCapital) return continuesRun(next) ? 1 : 0;
  const isSecond = (isLink && next.fold === "the") || (belongs && isParticle(next));
  const third = tokens[at + 2];
  if (isSecond && third && continuesRun(third)) return 2;
  // "Bas van ’t Hof", "Otto von und zu Stein"
  if (belongs && /^[ts]$/u.test(next.fold) && third?.isCapital) return 2;
  const isThird = isSecond && third?.isJoined && isParticle(third);
  return isThird && tokens[at + 3]?.isCapital && tokens[at + 3]?.isJoined ? 3 : 0;
}

// "Department of Health and Human Services", "the Food and Drug Administration", but not "the Army and the Navy"
function joinsBody(tokens: readonly Token[], at: number, run: RunSoFar): boolean {
  if (run.hasOf && run.hasHead && COMPLEMENTS.has(tokens[at + 2]?.fold ?? "")) return true;
  if (run.hasOf && run.hasHead) return !startsPerson(tokens, at + 1) && !tokens[at + 1]?.isShout;
  const first = tokens[run.from];
  if (run.hasHead || at - run.from > 1 || !first || !isDeterminer(tokens[run.from - 1]) || first.isShout)
    return false;
  for (let next = at + 1; next < at + 4 && tokens[next]?.isCapital; next += 1) {
    if (next > at + 1 && isBodyHead(tokens[next])) return true;
  }
  return false;
}

// "Ministry of Agriculture, Food and Rural Affairs": the end of a body whose name lists what it is for, or 0
function restOfBody(tokens: readonly Token[], at: number, isOpen: boolean): number {
  if (!isOpen || tokens[at]?.gap !== "," || !tokens[at]?.isCapital) return 0;
  let end = at;
  let hasAnd = false;
  while (end - at < 8) {
    const next = tokens[end + 1];
    const isWord = next?.isCapital === true && (next.isJoined || next.gap === ",");
    if (!isWord && !(next?.isJoined && next.fold === "and" && tokens[end + 2]?.isCapital)) break;
    if (next.fold === "and") hasAnd = true;
    end += 1;
  }
  return hasAnd && COMPLEMENTS.has(tokens[end]?.fold ?? "") ? end : 0;
}

function startsPerson(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (isFirstName(token) || isTitle(token) || isBodyHead(tokens[at + 1]));
}
