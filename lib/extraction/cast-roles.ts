import {
  type Gender,
  genderOfWord,
  isBodyHead,
  isBodyNoun,
  isDemonym,
  isFirstName,
  isRoleNoun,
  isTitle,
} from "./cast-lexicon";
import type { NameMention } from "./cast-names";
import type { Token } from "./cast-tokens";
import { ROLE_MODIFIERS } from "./en/cast-people";
import { DETERMINERS, NOT_NAMES, PLAIN_VERBS, PREPOSITIONS, SPEECH_VERBS } from "./en/cast-words";
import type { Span } from "./model";

/** A description printed beside a name, with its words for comparison. */
export interface Role extends Span {
  /** Head noun ("minister"), folded. */
  readonly head: string;
  /** Every content word, folded. */
  readonly words: ReadonlySet<string>;
  readonly gender: Gender | null;
  readonly sentence: number;
}

const MAX_APPOSITION = 22;
const MAX_LEFT = 7;
const LINKING = new Set([
  "who",
  "which",
  "whose",
  "where",
  "when",
  "that",
  "and",
  "but",
  "or",
  "while",
  "because",
]);

function endsPhrase(token: Token | undefined): boolean {
  return (
    token === undefined ||
    !(
      token.gap === "" ||
      token.gap === "." ||
      token.gap === "-" ||
      token.gap === "&" ||
      token.gap === "/" ||
      token.gap === "'"
    ) ||
    token.isOpening
  );
}

/** Index of the head noun in `from..to`: the last noun of the phrase before its first preposition, or -1. */
export function headOf(tokens: readonly Token[], from: number, to: number): number {
  let head = -1;
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (at > from && !token.isJoined && token.gap !== "-" && token.gap !== "&" && token.gap !== "/") break;
    if (PREPOSITIONS.has(token.fold) || LINKING.has(token.fold)) {
      if (at > from) break;
      continue;
    }
    if (token.isPossessive) continue;
    head = at;
  }
  return head;
}

function isPersonHead(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (isRoleNoun(token.fold) ||
      (isTitle(token.fold) && token.text.length > 3) ||
      genderOfWord(token.fold) !== null)
  );
}

function roleFrom(tokens: readonly Token[], from: number, to: number, head: number): Role | null {
  let begin = from;
  while (begin < to && DETERMINERS.has(tokens[begin]?.fold ?? "")) begin += 1;
  const first = tokens[begin];
  const last = tokens[to];
  const noun = tokens[head];
  if (!first || !last || !noun) return null;
  const words = new Set<string>();
  for (let at = begin; at <= to; at += 1) {
    const folding = tokens[at]?.fold ?? "";
    if (!PREPOSITIONS.has(folding) && !DETERMINERS.has(folding)) words.add(folding);
  }
  return {
    startUtf16: first.startUtf16,
    endUtf16: last.isPossessive ? last.endUtf16 : last.endUtf16,
    head: noun.fold,
    words,
    gender: genderOfWord(noun.fold),
    sentence: first.sentence,
  };
}

/** The role inside and before a capitalised run: "Pakistan's Defence Minister", "Security analyst", "team member". */
function roleBefore(tokens: readonly Token[], mention: NameMention): Role | null {
  const headAt = mention.first - 1;
  const head = tokens[headAt];
  if (!head || !tokens[mention.first]?.isJoined || head.isPossessive) return null;
  let from = headAt;
  let hasRole = isPersonHead(head) ? headAt : -1;
  for (let at = headAt; at >= mention.runFirst; at -= 1) {
    from = at;
    if (hasRole < 0 && isPersonHead(tokens[at])) hasRole = at;
  }
  if (hasRole < 0) return null;
  if (tokens[hasRole]?.text.replace(/\./gu, "").length === 2 || head.gap === ".") return null;
  // an honorific alone is no role
  if (from === headAt && isTitle(head.fold) && !isRoleNoun(head.fold)) return null;
  for (let steps = 0; steps < MAX_LEFT; steps += 1) {
    const token = tokens[from];
    const before = tokens[from - 1];
    if (!token?.isJoined || !before) break;
    if (
      PREPOSITIONS.has(before.fold) ||
      LINKING.has(before.fold) ||
      SPEECH_VERBS.has(before.fold) ||
      PLAIN_VERBS.has(before.fold)
    )
      break;
    if (
      DETERMINERS.has(before.fold) ||
      (NOT_NAMES.has(before.fold) && !ROLE_MODIFIERS.has(before.fold) && before.fold !== "us")
    )
      break;
    from -= 1;
  }
  return roleFrom(tokens, from, headAt, hasRole);
}

/** An apposition after the name: ", a national security journalist and former Wilson Center fellow,". */
function roleAfter(tokens: readonly Token[], mention: NameMention): Role | null {
  let at = mention.runLast + 1;
  let comma = tokens[at];
  if (comma && comma.gap === "(" && /^\d+$/u.test(comma.text)) at += 1;
  comma = tokens[at];
  if (!comma || comma.isOpening || !/^\)?[,—–(-]/u.test(comma.gap)) return null;
  if (/^\d+$/u.test(comma.text)) {
    at += 1;
    comma = tokens[at];
    if (!comma || comma.isOpening || !comma.gap.startsWith(",")) return null;
  }
  let end = at;
  while (end - at < MAX_APPOSITION && !endsPhrase(tokens[end + 1])) {
    const next = tokens[end + 1];
    if (!next || (LINKING.has(next.fold) && next.fold !== "and")) break;
    if (SPEECH_VERBS.has(next.fold) && !isRoleNoun(next.fold)) break;
    end += 1;
  }
  const head = headOf(tokens, at, end);
  if (head < 0 || !isPersonHead(tokens[head])) return null;
  const first = tokens[at];
  if (first && isFirstName(first.fold) && first.isCapital && !DETERMINERS.has(first.fold)) return null;
  if (end - at >= MAX_APPOSITION) return null;
  return roleFrom(tokens, at, end, head);
}

/** A description closed by a comma before the name: "the team's coach, Alireza Mehraban,". */
function roleAcrossComma(tokens: readonly Token[], mention: NameMention): Role | null {
  const first = tokens[mention.runFirst];
  if (!first || first.isOpening || first.gap !== ",") return null;
  let from = mention.runFirst - 1;
  if (
    !isPersonHead(tokens[from]) &&
    !PREPOSITIONS.has(tokens[from - 1]?.fold ?? "") &&
    !PREPOSITIONS.has(tokens[from - 2]?.fold ?? "")
  )
    return null;
  const to = from;
  for (let steps = 0; steps < 12; steps += 1) {
    const token = tokens[from];
    const before = tokens[from - 1];
    if (!token || DETERMINERS.has(token.fold)) break;
    if (endsPhrase(token) || !before) break;
    if (SPEECH_VERBS.has(before.fold) || PLAIN_VERBS.has(before.fold) || LINKING.has(before.fold)) break;
    from -= 1;
  }
  if (
    !DETERMINERS.has(tokens[from]?.fold ?? "") &&
    !tokens[from]?.isPossessive &&
    !isDemonym(tokens[from]?.fold ?? "")
  )
    return null;
  const head = headOf(tokens, from, to);
  return head >= 0 && isPersonHead(tokens[head]) ? roleFrom(tokens, from, to, head) : null;
}

/** "Mehraban is the coach": a predicate that names a role. */
function rolePredicate(tokens: readonly Token[], mention: NameMention): Role | null {
  const verb = tokens[mention.runLast + 1];
  if (!verb?.isJoined || !["is", "was", "became", "remains"].includes(verb.fold)) return null;
  const from = mention.runLast + 2;
  if (!DETERMINERS.has(tokens[from]?.fold ?? "")) return null;
  let end = from;
  while (end - from < 12 && !endsPhrase(tokens[end + 1]) && !LINKING.has(tokens[end + 1]?.fold ?? ""))
    end += 1;
  const head = headOf(tokens, from, end);
  return head >= 0 && isPersonHead(tokens[head]) ? roleFrom(tokens, from, end, head) : null;
}

/** Every description printed with this mention, the nearest first. */
export function rolesOf(tokens: readonly Token[], mention: NameMention): Role[] {
  if (mention.kind === "body" || mention.kind === "place") return [];
  return [roleBefore, roleAfter, roleAcrossComma, rolePredicate]
    .map((find) => find(tokens, mention))
    .filter((role): role is Role => role !== null);
}

/** Whether a lower-case noun names a body rather than a person ("ministry", "court"). */
export function namesBody(folding: string): boolean {
  return isBodyNoun(folding) || isBodyHead(folding);
}
