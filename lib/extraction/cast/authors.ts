import type { NamedMention } from "./entities";
import { isBodyNoun, isDeterminer, isDocumentNoun, isPluralRole } from "./lexicon";
import type { MentionIndex } from "./mention-index";
import { headOf, isPersonHead } from "./roles";
import type { Token } from "./tokens";

const ISSUES =
  /^(?:issued|issues|released|releases|published|publishes|posted|posts|sent|sends|wrote|writes|circulated|shared|tweeted|put|signed|filed|distributed|read|delivered|made|gave|prepared|drafted|emailed)$/u;
const FAR = 160;
const MOST_AUTHORS = 6;
const ISSUED = new Set(
  "published issued released conducted commissioned written compiled collected produced prepared carried".split(
    " ",
  ),
);

/** "Cornyn's statement", "data from the project", "a report by the ministry" */
export function authorWithin(
  tokens: readonly Token[],
  index: MentionIndex,
  first: number,
  last: number,
  head: number,
): NamedMention | null {
  for (const mention of index.touching(first, last)) {
    if (mention.entity.kind === "place") continue;
    if (mention.last < head && tokens[mention.last]?.isPossessive && mention.last === head - 1)
      return mention;
    const before = tokens[mention.runFirst - 1];
    const at = before && isDeterminer(before) ? mention.runFirst - 2 : mention.runFirst - 1;
    const link = tokens[at];
    const isIssued = at - 1 === head || ISSUED.has(tokens[at - 1]?.fold ?? "");
    if (link && (link.fold === "from" || link.fold === "by") && at > head && isIssued) return mention;
  }
  return null;
}

/**
 * Who wrote a document, by the words around it: "a letter signed by Prado", "a report by the Audit Office", or what was
 * said of it before: "The Harbour Board issued a statement. … the statement said".
 */
export function authorAround(
  tokens: readonly Token[],
  index: MentionIndex,
  first: number,
  last: number,
  head: Token,
): NamedMention | null {
  for (let at = last + 1; at < last + 4 && isBeside(tokens[at], at === last + 1); at += 1) {
    const link = tokens[at]?.fold ?? "";
    if (link !== "by" && link !== "from") continue;
    // "a memo seen by Reuters": who read it did not write it
    if (READ.test(tokens[at - 1]?.fold ?? "")) return null;
    let to = at + 1;
    while (to < at + 6 && tokens[to]?.isJoined && !tokens[to]?.isCapital) to += 1;
    const [mention] = index.touching(to, to + 2);
    if (mention && mention.entity.kind !== "place" && mention.runFirst <= to) return mention;
  }
  // only "the statement" was spoken of before
  if (!isDeterminer(tokens[first]) || /^(?:a|an|another)$/u.test(tokens[first]?.fold ?? "")) return null;
  for (let at = first - 1; at >= 0 && first - at < FAR; at -= 1) {
    const token = tokens[at];
    if (token?.fold !== head.fold) continue;
    for (
      let back = at - 1;
      back >= 0 && at - back < 14 && tokens[back]?.sentence === token.sentence;
      back -= 1
    ) {
      const isOwner = tokens[back]?.isPossessive === true && at - back < 4;
      if (!isOwner && !ISSUES.test(tokens[back]?.fold ?? "")) continue;
      const name = nearestName(tokens, index, isOwner ? back + 1 : back, token.sentence);
      if (name) return name;
    }
    for (let next = at + 1; next < at + 4 && tokens[next]?.isJoined; next += 1) {
      if (!/^(?:by|from)$/u.test(tokens[next]?.fold ?? "")) continue;
      const name = index.touching(next + 1, next + 2)[0];
      if (name && name.entity.kind !== "place") return name;
    }
    // "In a statement, the board said …"
    if (/^(?:in|through|via)$/u.test(tokens[at - 2]?.fold ?? "")) {
      for (const to of [at + 1, at + 2, at + 3]) {
        const name = index.touching(to, to)[0];
        if (name && name.entity.kind !== "place" && tokens[to]?.sentence === token.sentence) return name;
      }
      const name = nearestName(tokens, index, at - 2, token.sentence);
      if (name) return name;
    }
  }
  return null;
}

/** Whether a phrase is a document with its authors behind it: "a joint report from Oxfam and the Red Cross". */
export function isWritten(
  tokens: readonly Token[],
  index: MentionIndex,
  first: number,
  last: number,
): boolean {
  const headAt = headOf(tokens, first, last);
  const head = tokens[headAt];
  if (!head || !isDocumentNoun(head) || isPersonHead(head) || head.isCapital) return false;
  const author = authorWithin(tokens, index, first, last, headAt);
  return author !== null && headAt < author.first;
}

/** "A report by Ines Walter and Paulo Teles": the last word of the authors that begin with one, or -1 when there is but one. */
export function lastAuthor(tokens: readonly Token[], index: MentionIndex, author: NamedMention): number {
  let last = author.runLast;
  let hasAnd = false;
  for (let others = 0; others < MOST_AUTHORS && !hasAnd; others += 1) {
    let at = last + 1;
    const next = tokens[at];
    if (next === undefined || tokens[last]?.isPossessive) break;
    if (next.fold === "and" && (next.isJoined || next.gap === ",")) {
      hasAnd = true;
      at += 1;
    } else if (next.gap !== ",") break;
    if (isDeterminer(tokens[at])) at += 1;
    const [other] = index.touching(at, at);
    if (other === undefined || other.runFirst !== at || other.entity.kind === "place") return -1;
    last = other.runLast;
  }
  return hasAnd ? last : -1;
}

/** "A press release from the ministry": where the words for an author without a name begin, or -1. */
export function unnamedAuthor(tokens: readonly Token[], head: number, last: number): number {
  const link = tokens[head + 1];
  if (!link?.isJoined || !/^(?:from|by)$/u.test(link.fold) || head + 2 > last) return -1;
  const author = tokens[headOf(tokens, head + 2, last)];
  const isSomebody = author && (isBodyNoun(author) || isPersonHead(author) || isPluralRole(author));
  return isSomebody ? head + 2 : -1;
}

/** "The letter, signed by Prado, said": one comma may stand between a document and who made it. */
function isBeside(token: Token | undefined, isFirst: boolean): boolean {
  return (
    token !== undefined && (token.isJoined || (isFirst && token.gap === "," && ISSUED_BY.test(token.fold)))
  );
}

const ISSUED_BY =
  /^(?:by|from|signed|written|sent|issued|published|released|posted|prepared|drafted|compiled|dated|seen|read|co-written|commissioned)$/u;

const READ =
  /^(?:seen|obtained|reviewed|viewed|read|cited|examined|accessed|verified|received|leaked|shared)$/u;

function nearestName(
  tokens: readonly Token[],
  index: MentionIndex,
  before: number,
  sentence: number,
): NamedMention | null {
  for (let at = before - 1; at >= 0 && before - at < 12 && tokens[at]?.sentence === sentence; at -= 1) {
    const [mention] = index.touching(at, at);
    if (mention && mention.entity.kind !== "place") return mention;
  }
  return null;
}
