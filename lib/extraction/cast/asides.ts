import type { NamedMention } from "./entities";
import {
  isDeterminer,
  isDocumentNoun,
  isPlainVerb,
  isPluralRole,
  isPreposition,
  isSpeechVerb,
} from "./lexicon";
import type { MentionIndex } from "./mention-index";
import { headOf, isPersonHead } from "./roles";
import type { Token } from "./tokens";

const ONE = new Set(["one", "another"]);

/**
 * "One of them, Els Maes, said", "The alcalde, Julio Mena, told", "Van Dyk's sister, Elsa van Dyk, said": the whole name
 * between commas behind a phrase for one person.
 */
export function nameBehind(
  tokens: readonly Token[],
  index: MentionIndex,
  first: number,
  last: number,
): NamedMention | null {
  let at = last + 1;
  // "one of them", "the head of the union"
  if (isPreposition(tokens[at])) while (at < last + 6 && tokens[at]?.isJoined && !isVerb(tokens, at)) at += 1;
  if (tokens[at]?.gap !== ",") return null;
  // an honorific may stand before the name itself
  const mention = index.touching(at, at + 5).find((name) => opensAside(tokens, at, name));
  if (!mention || mention.kind === "place" || mention.kind === "body") return null;
  const next = tokens[mention.runLast + 1];
  if (next?.gap !== "," || /^(?:and|or)$/u.test(next.fold)) return null;
  const opening = tokens[first];
  const isWhole = mention.parts.length > 1 || mention.parts[0]?.includes("-") === true;
  if (opening !== undefined && ONE.has(opening.fold)) return isWhole ? mention : null;
  const head = tokens[headOf(tokens, first, last)];
  if (!head || isPluralRole(head) || (isDocumentNoun(head) && !isPersonHead(head))) return null;
  if (!isWhole && !(isPersonHead(head) && mention.kind === "person")) return null;
  const own = index.touching(first, last).filter(({ runLast }) => runLast === last);
  // "The Asantehene, Otumfuo Osei Tutu": one word in capitals behind an article is an office
  if (own.length > 0 && !(opening && isDeterminer(opening) && own.every(({ parts }) => parts.length === 1)))
    return null;
  return mention;
}

/** Whether an aside begins with a name, or with an office and its name: "the historian Mary Hill". */
function opensAside(tokens: readonly Token[], at: number, { runFirst, parts }: NamedMention): boolean {
  if (runFirst === at) return true;
  if (runFirst <= at + 1 || parts.length < 2 || !isDeterminer(tokens[at])) return false;
  for (let next = at + 1; next <= runFirst; next += 1) if (!tokens[next]?.isJoined) return false;
  return isPersonHead(tokens[runFirst - 1]);
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (isSpeechVerb(token) || isPlainVerb(token));
}

/** "a source close to the chairman", "a person familiar with the plan": what follows tells one voice from another */
export function endOfSource(tokens: readonly Token[], last: number): number {
  const link = tokens[last + 1];
  if (!link?.isJoined || (link.fold !== "close" && link.fold !== "familiar")) return last;
  let end = last + 2;
  while (end < last + 9 && tokens[end + 1]?.isJoined) {
    const next = tokens[end + 1];
    if (!next || next.fold === "as" || isSpeechVerb(next) || isPlainVerb(next)) break;
    end += 1;
  }
  return tokens[end] ? end : last;
}

/** The word after a name, or after an apposition that commas close. */
export function afterApposition(tokens: readonly Token[], last: number): Token | undefined {
  const next = tokens[last + 1];
  if (!next || next.isOpening) return undefined;
  if (next.gap === "") return next;
  if (!next.gap.startsWith(",") && !next.gap.startsWith("(")) return undefined;
  for (let at = last + 2; at < last + 20; at += 1) {
    const token = tokens[at];
    if (!token || token.isOpening) return undefined;
    if (token.gap.startsWith(",") || token.gap.startsWith(")")) return token;
  }
  return undefined;
}
