import type { Span } from "../model";
import {
  type Gender,
  genderOfWord,
  isDemonym,
  isDeterminer,
  isFirstName,
  isNoName,
  isPlainVerb,
  isPreposition,
  isRoleModifier,
  isRoleNoun,
  isSpeechVerb,
  isTitle,
} from "./lexicon";
import type { NameMention } from "./names";
import type { Token } from "./tokens";

/** A description printed beside a name, with its words for comparison. */
export interface Role extends Span {
  /** Head noun ("minister"), folded. */
  readonly head: string;
  /** Every content word, folded. */
  readonly words: ReadonlySet<string>;
  readonly gender: Gender | null;
  readonly sentence: number;
}

const MAX_APPOSITION = 24;
const MAX_LEFT = 12;
const LINKING = new Set("who which whose where when that but or while because whom".split(" "));
// marks that may stand between the words of one description
const INNER = new Set(["", ".", "-", "&", "/", "'", "’", "“", "”", '"', "‘", "’s", "'s"]);

function isInside(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    INNER.has(token.gap) &&
    !(token.isOpening && (token.gap === "" || token.gap === "."))
  );
}

function isVerb(token: Token): boolean {
  if (token.isCapital && !token.isOpening) return false;
  return (isSpeechVerb(token) && !isRoleNoun(token)) || isPlainVerb(token);
}

/** Index of the head noun in `from..to`: the last noun of the phrase before its first preposition, or -1. */
export function headOf(tokens: readonly Token[], from: number, to: number): number {
  let head = -1;
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (!token || (at > from && !INNER.has(token.gap))) break;
    if (isPreposition(token) || LINKING.has(token.fold)) {
      if (head >= 0) break;
      continue;
    }
    if (at > from && token.fold === "and") {
      // "professor and author": the first of two nouns heads the phrase
      if (head >= 0 && isPersonHead(tokens[head])) break;
      continue;
    }
    if (token.isPossessive && at < to) continue;
    head = at;
  }
  return head;
}

/** Whether the word names a person by role, rank or kin. */
export function isPersonHead(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return isRoleNoun(token) || (isTitle(token) && token.text.length > 3) || genderOfWord(token) !== null;
}

function roleFrom(tokens: readonly Token[], from: number, to: number, head: number): Role | null {
  let begin = from;
  while (begin < to && (isDeterminer(tokens[begin]) || tokens[begin]?.fold === "and")) begin += 1;
  const first = tokens[begin];
  const last = tokens[to];
  const noun = tokens[head];
  if (!first || !last || !noun) return null;
  const words = new Set<string>();
  for (let at = begin; at <= to; at += 1) {
    const word = tokens[at];
    if (!isPreposition(word) && !isDeterminer(word)) words.add(word?.fold ?? "");
  }
  return {
    startUtf16: first.startUtf16,
    endUtf16: last.endUtf16,
    head: noun.fold,
    words,
    gender: genderOfWord(noun),
    sentence: first.sentence,
  };
}

// one step to the left inside a description, or -1 when the description begins at `from`
function stepLeft(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  const before = tokens[from - 1];
  if (!token?.isJoined || !before || token.isOpening) return -1;
  if (LINKING.has(before.fold) || isDeterminer(before)) {
    const isOfThe =
      before.fold === "the" && isPreposition(tokens[from - 2]) && isPersonHead(tokens[from - 3]);
    return isOfThe && token.isCapital ? from - 3 : -1;
  }
  if (isPreposition(before) || before.fold === "and") {
    const noun = tokens[from - 2];
    const isProper = before.fold === "of" && token.isCapital && noun?.isCapital === true && !isNoName(noun);
    return (isProper || isPersonHead(noun)) && before.isJoined && noun && !noun.isPossessive ? from - 2 : -1;
  }
  if (isVerb(before)) return -1;
  if (isNoName(before) && !isRoleModifier(before))
    return before.fold === "new" || before.isShout ? from - 1 : -1;
  return from - 1;
}

/** The role before a name: "Pakistan's Defence Minister", "Security analyst", "Ambassador to the United States". */
function roleBefore(tokens: readonly Token[], mention: NameMention): Role | null {
  let headAt = mention.first - 1;
  let head = tokens[headAt];
  if (!head || !tokens[mention.first]?.isJoined) return null;
  // "Undersecretary for Education Mr Toccafondi": an honorific between role and name belongs to neither
  if (isTitle(head) && !isRoleNoun(head) && headAt > mention.runFirst) head = tokens[--headAt];
  if (!head || head.isPossessive) return null;
  let from = headAt;
  let hasRole = isPersonHead(head) ? headAt : -1;
  // an honorific alone is no role
  if (
    hasRole === headAt &&
    isTitle(head) &&
    !isRoleNoun(head) &&
    mention.runFirst === headAt &&
    !isPersonHead(tokens[headAt - 1])
  )
    return null;
  for (let steps = 0; steps < MAX_LEFT; steps += 1) {
    const left = stepLeft(tokens, from);
    if (left < 0) break;
    for (let at = from - 1; at >= left; at -= 1) if (hasRole < 0 && isPersonHead(tokens[at])) hasRole = at;
    from = left;
  }
  if (hasRole < 0) return null;
  // without a role directly before the name, the complement must be a capitalised one ("Minister of Education")
  if (hasRole < headAt && !tokens[headAt]?.isCapital) return null;
  return roleFrom(tokens, from, headAt, hasRole);
}

/** An apposition after the name: ", a national security journalist and former Wilson Center fellow,". */
function roleAfter(tokens: readonly Token[], mention: NameMention): Role | null {
  let at = mention.runLast + 1;
  let comma = tokens[at];
  if (comma && comma.gap === "(" && /^\d+$/u.test(comma.text)) comma = tokens[++at];
  if (!comma || comma.gap.includes("\n") || !/^[)]?[,—–(-]+$/u.test(comma.gap)) return null;
  if (/^\d+$/u.test(comma.text)) {
    comma = tokens[++at];
    if (!comma?.gap.startsWith(",") || comma.gap.includes("\n")) return null;
  }
  const first = comma;
  if (isVerb(first)) return null;
  if (first.isCapital && isFirstName(first) && !first.isPossessive) return null;
  let end = at;
  while (end - at < MAX_APPOSITION) {
    const next = tokens[end + 1];
    if (!next || !isInside(next) || LINKING.has(next.fold)) break;
    if (isVerb(next)) {
      // "Rathbun, a detective was told": no comma closes it, so it is no apposition
      if (!tokens[end]?.isPossessive) return null;
      break;
    }
    end += 1;
  }
  if (end - at >= MAX_APPOSITION) return null;
  const head = headOf(tokens, at, end);
  return head >= 0 && isPersonHead(tokens[head]) ? roleFrom(tokens, at, end, head) : null;
}

/** A description closed by a comma before the name: "the team's coach, Alireza Mehraban,". */
function roleAcrossComma(tokens: readonly Token[], mention: NameMention): Role | null {
  const first = tokens[mention.runFirst];
  if (first?.gap !== ",") return null;
  const to = mention.runFirst - 1;
  let from = to;
  for (let steps = 0; steps < MAX_LEFT; steps += 1) {
    const token = tokens[from];
    const before = tokens[from - 1];
    if (!token || !before || token.isOpening || !isInside(token)) break;
    // "the head of the water board": the first article opens the description
    const isWithin = isPreposition(before) && isPersonHead(tokens[from - 2]);
    if (isDeterminer(token) && !isWithin) break;
    if (isVerb(before) || LINKING.has(before.fold)) break;
    from -= 1;
  }
  const opening = tokens[from];
  if (!opening) return null;
  const isClosed = isDeterminer(opening) || opening.isPossessive || opening.isOpening || isDemonym(opening);
  const head = headOf(tokens, from, to);
  return isClosed && head >= 0 && isPersonHead(tokens[head]) ? roleFrom(tokens, from, to, head) : null;
}

/** "Mehraban is the coach": a predicate that names a role. */
function rolePredicate(tokens: readonly Token[], mention: NameMention): Role | null {
  const verb = tokens[mention.runLast + 1];
  if (!verb?.isJoined || !["is", "was", "became", "remains"].includes(verb.fold)) return null;
  const from = mention.runLast + 2;
  if (!isDeterminer(tokens[from])) return null;
  let end = from;
  while (end - from < 12 && isInside(tokens[end + 1]) && !LINKING.has(tokens[end + 1]?.fold ?? "")) end += 1;
  const head = headOf(tokens, from, end);
  return head >= 0 && isPersonHead(tokens[head]) ? roleFrom(tokens, from, end, head) : null;
}

const FINDERS = [roleBefore, roleAfter, roleAcrossComma, rolePredicate];

/** Every description printed with this mention. */
export function rolesOf(tokens: readonly Token[], mention: NameMention): Role[] {
  if (mention.kind === "body" || mention.kind === "place") return [];
  const roles: Role[] = [];
  for (const find of FINDERS) {
    const role = find(tokens, mention);
    if (role !== null) roles.push(role);
  }
  return roles;
}
