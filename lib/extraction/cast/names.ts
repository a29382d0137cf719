import type { Span } from "../model";
import { behindWhere } from "./behind-where";
import { isCalling, isShortName } from "./callings";
import {
  type Gender,
  genderOfWord,
  isBodyHead,
  isBodyNoun,
  isDemonym,
  isDocumentNoun,
  isFamilyFirst,
  isFirstName,
  isLegalSuffix,
  isNoName,
  isParticle,
  isPlainVerb,
  isPluralRole,
  isPreposition,
  isRoleNoun,
  isSpeechVerb,
  isTitle,
  placeLength,
} from "./lexicon";
import { endOfRun, isGeneration, namedBodyAt, RUN_LINKS, startsRun } from "./runs";
import type { Token } from "./tokens";

export type NameKind = "person" | "body" | "place" | "unknown";

/** A proper name as it stands in the text, with the words around it that say who bears it. */
export interface NameMention extends Span {
  /** Tokens of the name itself, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Tokens of the whole capitalised run with roles and titles, inclusive. */
  readonly runFirst: number;
  readonly runLast: number;
  /** Folded words of the name without initials' full stops. */
  readonly parts: readonly string[];
  /** Its first part can be a family name that stands first. */
  readonly isFamilyFirst: boolean;
  readonly kind: NameKind;
  readonly title: string | null;
  readonly gender: Gender | null;
}

/** Where the name proper begins in a run, after titles, roles, bodies and places; past the end when there is none. */
function startOfName(
  tokens: readonly Token[],
  from: number,
  to: number,
): { start: number; title: string | null; isAfterRole: boolean } {
  let start = from;
  let title: string | null = null;
  let isAfterRole = false;
  // "Number 10": no word of it is a title
  if (namedBodyAt(tokens, from) === to - from + 1) return { start, title, isAfterRole };
  let lastBody = from - 1;
  for (let at = from; at <= to; at += 1) if (isBodyHead(tokens[at])) lastBody = at;
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (!token?.isCapital) continue;
    // "Muslim Student Association", "Toronto Star": a role noun inside a body's name is no role
    if (at <= lastBody && isRoleNoun(token) && !isTitle(token)) continue;
    // "Legal & General"
    if (token.gap === "&" && at > from) continue;
    const isLastOfTwo =
      at === to && at > from && isFirstName(tokens[at - 1]) && !isRolePhrase(tokens, from, at - 1);
    const isFirstPart = at < to && isFirstName(token) && !isTitle(token) && !isRoleNoun(token);
    // "Eight-year-old Noor"
    const isOffice =
      /-(?:year|month|week)s?-old$|^(?:mum|mom|mother|father|dad|gran|grandmother|grandfather|grandad)-of-/u.test(
        token.fold,
      ) ||
      isTitle(token) ||
      isRoleNoun(token) ||
      isCalling(tokens, from, at, to);
    if (!isLastOfTwo && !isShortName(tokens, from, at) && isOffice) {
      start = at + 1;
      if (isTitle(token)) title = token.fold;
      isAfterRole = true;
    } else if (isBodyHead(token) && at < to && isFirstName(tokens[at + 1]) && at + 1 < to && at > from) {
      start = at + 1;
    } else if (isFirstPart && isAfterRole) break;
    else if (isFirstPart && at > from + 1 && isTail(tokens, from, at, to)) {
      start = at;
      break;
    }
  }
  if (start > to) return { start, title, isAfterRole };
  const afterLink = skipComplement(tokens, start, to);
  if (afterLink !== start) return { start: afterLink, title, isAfterRole };
  return { start: skipPlace(tokens, start, to, isAfterRole), title, isAfterRole };
}

// "Islamic Relations Alia Salem": a known first name late in the run, after a place, a people or a plural, opens the name
function isTail(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  if (to - at > 2 || placeLength(tokens, at, to) > 0 || isFirstName(tokens[from])) return false;
  if (placeLength(tokens, from, at - 1) > 0 || isDemonym(tokens[from])) return true;
  for (let back = from; back < at; back += 1) {
    if (isBodyHead(tokens[back]) || !tokens[back]?.isCapital) return true;
  }
  return false;
}

function isRolePhrase(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    if (isRoleNoun(tokens[at]) || isTitle(tokens[at])) return true;
  }
  return false;
}

// "Minister of Education Stefania Giannini": the complement of the role ends where a first name is known, or two words remain
function skipComplement(tokens: readonly Token[], from: number, to: number): number {
  const link = tokens[from];
  if (!link || link.isCapital || !isPreposition(link)) return from;
  let at = from + 1;
  while (at <= to && !tokens[at]?.isCapital) at += 1;
  const place = placeLength(tokens, at, to);
  if (place > 0 && at + place <= to) return at + place;
  for (let next = at + 1; next < to; next += 1) if (isFirstName(tokens[next])) return next;
  return to - at >= 2 && place === 0 && isFirstName(tokens[to - 1]) ? to - 1 : to + 1;
}

function skipPlace(tokens: readonly Token[], from: number, to: number, isAfterRole: boolean): number {
  let at = from;
  for (;;) {
    const first = tokens[at];
    if (!first || at >= to) return at;
    const place = placeLength(tokens, at, to - 1);
    if (place > 0 && (isAfterRole || isFirstName(tokens[at + place])) && at + place < to) at += place;
    else if (isDemonym(first) && at < to && isFirstName(tokens[at + 1]) && at + 1 < to) at += 1;
    else return at;
  }
}

const HONOURS =
  /^(?:KC|QC|SC|SAN|MP|MEP|MSP|MS|TD|MLA|MNA|MHA|CBE|OBE|MBE|DBE|KBE|GCB|KCB|CB|CMG|FRS|FRCP|PhD|DPhil|MD|RN|JP|Esq|CFA|CPA|OFR|CON|MFR|GCFR)$/;

function trimmedEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  // "Holt & Co."
  while (end > from && isLegal(tokens[end]) && tokens[end]?.gap !== "&") end -= 1;
  // "Priti Sen KC", "Ola Bello OBE": letters behind a name of two
  while (end > from + 1 && HONOURS.test(tokens[end]?.text ?? "") && !tokens[end - 1]?.isShout) end -= 1;
  return end;
}

/** "Ltd." as "ltd" */
function isLegal(token: Token | undefined): boolean {
  return token !== undefined && isLegalSuffix(token.lexicon.word(token.fold.replace(/\./gu, "")));
}

function kindOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  title: string | null,
  isAfterRole: boolean,
): NameKind {
  const first = tokens[from];
  if (!first) return "unknown";
  const length = to - from + 1;
  const known = isFirstName(first);
  let hasBody = false;
  let hasLink = false;
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (isBodyHead(token)) hasBody = true;
    if (!token.isCapital && RUN_LINKS.has(token.fold) && token.fold !== "de" && token.fold !== "du")
      hasLink = true;
  }
  if (placeLength(tokens, from, to) === length && !(title && length === 1)) return "place";
  if (hasLink) return "body";
  if (hasBody && !(known && length === 2 && isAfterRole)) return "body";
  if (title) return "person";
  if (length === 1 && first.isShout) return isAfterRole ? "person" : "body";
  if (length > 1 && (known || (isFamilyFirst(first) && length <= 3))) return "person";
  if (isAfterRole) return "person";
  if (/^(?:\p{Lu}\.?){1,3}$/u.test(first.text) && length > 1 && !first.isShout) return "person";
  return known && !first.isOpening ? "person" : "unknown";
}

function hasRoleBefore(tokens: readonly Token[], at: number): { is: boolean; gender: Gender | null } {
  const before = tokens[at - 1];
  if (!before || !tokens[at]?.isJoined || before.isPossessive) return { is: false, gender: null };
  return { is: isRoleNoun(before) || isTitle(before), gender: genderOfWord(before) };
}

/**
 * Every proper name in reading order, each word in at most one. `titled` marks the words of headlines, where a capital makes
 * no name. Work grows with the number of words.
 */
export function findNames(tokens: readonly Token[], titled: Uint8Array | null = null): NameMention[] {
  const found: NameMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!startsRun(tokens, at)) {
      at += 1;
      continue;
    }
    let runLast = endOfRun(tokens, at);
    if (titled !== null) {
      if (titled[at] === 1 && !standsApart(tokens, at, runLast)) {
        at += 1;
        continue;
      }
      // "Police Say": the speaker of a headline ends before its verb
      while (runLast > at && titled[runLast] !== titled[at]) runLast -= 1;
    }
    at += behindWhere(tokens, at, runLast);
    const mention = nameInRun(tokens, at, runLast);
    if (mention) found.push(mention);
    at = runLast + 1;
  }
  return found;
}

/** Whether a run in a headline is set off on both sides and begins with a first name: the names of a list. */
function standsApart(tokens: readonly Token[], first: number, last: number): boolean {
  const opening = tokens[first];
  const next = tokens[last + 1];
  if (opening === undefined || (opening.isJoined && !opening.isOpening) || last - first > 3) return false;
  return isFirstName(opening) && last > first && (next === undefined || next.gap !== "");
}

function isVerbNext(token: Token | undefined): boolean {
  return token === undefined || !token.isJoined || isSpeechVerb(token) || isPlainVerb(token);
}

/** "Harry Connick Jr.": the stop belongs to the abbreviation. */
function endWithNumber(tokens: readonly Token[], runLast: number, closing: Token): number {
  const token = tokens[runLast];
  if (token === undefined) return closing.endUtf16;
  const hasStop = /^[js]r$/u.test(token.fold) && tokens[runLast + 1]?.gap.startsWith(".") === true;
  return token.endUtf16 + (hasStop ? 1 : 0);
}

function nameInRun(tokens: readonly Token[], runFirst: number, runLast: number): NameMention | null {
  let bare = runLast;
  while (bare > runFirst && isGeneration((tokens[bare]?.fold ?? "").replace(/\./gu, ""))) bare -= 1;
  const { start, title, isAfterRole } = startOfName(tokens, runFirst, bare);
  const before = hasRoleBefore(tokens, runFirst);
  if (start > runLast) return null;
  const last = trimmedEnd(tokens, start, runLast);
  const opening = tokens[start];
  const isKept =
    title !== null &&
    opening?.lexicon.words.keptTitles.has(title) === true &&
    last === start &&
    start > runFirst;
  const first = start;
  const kind = kindOf(tokens, first, last, title, isAfterRole || (before.is && start === runFirst));
  const closing = tokens[last];
  if (!opening || !closing) return null;
  if (first === last && isDemonym(opening)) return null;
  if (
    first === last &&
    opening.isOpening &&
    !opening.isShout &&
    (isDocumentNoun(opening) || isPluralRole(opening) || isBodyNoun(opening))
  )
    return null;
  if (first === last && (isRoleNoun(opening) || (opening.isOpening && !opening.isShout && isNoName(opening))))
    return null;
  // "Striking miners": a participle that opens the sentence is no name
  const isAlone = first === last && opening.isOpening && !opening.isShout && !opening.isPossessive;
  // “Painting is housework”: in a quotation a name so made would have to speak
  const isVerbal = /(?:ing|ed|ly)$/u.test(opening.fold);
  const isGerund = isVerbal && opening.quote >= 0 && !isSpeechVerb(tokens[last + 1]);
  if (isAlone && kind !== "person" && isVerbal && (isGerund || !isVerbNext(tokens[last + 1]))) return null;
  const parts: string[] = [];
  let gender: Gender | null = title ? genderOfWord(opening.lexicon.word(title)) : null;
  if (runFirst === start) gender ??= before.gender;
  for (let at = runFirst; at < start && gender === null; at += 1) gender = genderOfWord(tokens[at]);
  for (let at = first; at <= last; at += 1) {
    const folding = tokens[at]?.fold ?? "";
    parts.push(folding.includes(".") ? folding.replace(/\./gu, "") : folding);
  }
  if (kind === "person" && last > first && !isParticle(opening.lexicon.word(parts[0] ?? "")))
    gender ??=
      opening.lexicon.genderOfFirstName(parts[0] ?? "") ?? opening.lexicon.genderOfFirstName(parts[1] ?? "");
  const begin = isKept ? (tokens[start - 1]?.startUtf16 ?? opening.startUtf16) : opening.startUtf16;
  return {
    startUtf16: begin,
    // "Elizabeth II", "King Jr": printed with the name, and no part of it by which it is known
    endUtf16: last === bare ? endWithNumber(tokens, runLast, closing) : closing.endUtf16,
    first,
    last,
    runFirst,
    runLast,
    parts,
    isFamilyFirst: isFamilyFirst(opening.lexicon.word(parts[0] ?? "")),
    kind,
    title,
    gender,
  };
}
