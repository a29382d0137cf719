import type { Placed } from "./changes";
import { type Difference, drift } from "./differences";
import type { Word } from "./words";

const OPPOSITES = new Map(
  "minor serious|minor major|for against|clear guilty|rise fall|rose fell|rising falling|increase decrease|increased decreased|open close|opened closed|opening closing|win lose|won lost|support oppose|supported opposed|supports opposes|accept reject|accepted rejected|accepts rejects|higher lower|up down|more fewer|more less|north south|east west|buy sell|bought sold|hire fire|hired fired|guilty innocent|before after|earlier later|approve refuse|approved refused|start end|started ended|begin end|began ended|raise cut|raised cut|raise lower|gain loss|gained lost|strengthen weaken|strong weak|safe dangerous|safe unsafe|possible impossible|legal illegal|public private|admit deny|admitted denied|arrive leave|arrived left|best worst|better worse|good bad|large small|larger smaller|longer shorter|long short|first last|early late|success failure|succeed fail|succeeded failed|agree disagree|agreed disagreed|keep drop|include exclude|included excluded|same different|allow ban|allowed banned|for against|stay leave|higher less|higher fewer|more fewer|lower more|increase fall|increased fell|grow shrink|grew shrank|rose shrank|within outside|inside outside|within out|into out|in out|mandatory voluntary|compulsory voluntary|drop rise|dropped rose|fallen risen|fewer more|all most|all some|all many|all few|most few|most some|many few|likely unlikely|able unable|certain uncertain|clear unclear|fair unfair|lawful unlawful|brother sister|mother father|son daughter|husband wife|morning evening|day night|often rarely|always sometimes|always never"
    .split("|")
    .flatMap((pair) => {
      const [one = "", other = ""] = pair.split(" ");
      return [
        [one, other],
        [other, one],
      ] as const;
    })
    .reduce((all, [one, other]) => {
      all.set(one, [...(all.get(one) ?? []), other]);
      return all;
    }, new Map<string, string[]>()),
);

/** "Unwilling" and "willing", "dishonest" and "honest": a word and the same one denied. */
function withoutPrefix(key: string, theirs: ReadonlySet<string>): string | undefined {
  const bare = /^(?:un|in|im|il|ir|dis|non)(\p{L}{4,})$/u.exec(key)?.[1];
  if (bare !== undefined && theirs.has(bare)) return bare;
  return ["un", "in", "im", "il", "ir", "dis", "non"]
    .map((prefix) => prefix + key)
    .find((denied) => key.length > 3 && theirs.has(denied) && !NO_DENIAL.has(denied));
}

const NO_DENIAL = new Set([
  "inform",
  "invest",
  "improve",
  "import",
  "impress",
  "imprint",
  "inside",
  "instead",
  "invent",
  "include",
  "discount",
  "display",
  "discover",
  "dispatch",
  "dismiss",
  "disclose",
]);

/** A word of the draft where the record has its contrary: "rise" for "fall", "most" for "all". */
export function ofOpposites(own: readonly Word[], record: readonly Word[], placed: Placed): Difference[] {
  const theirs = new Set(record.map(({ key }) => key));
  for (const { key, raw } of own) {
    const opposite = OPPOSITES.get(key)?.find((other) => theirs.has(other)) ?? withoutPrefix(key, theirs);
    if (opposite === undefined || theirs.has(key)) continue;
    const isInPlace = placed.blocks.some(
      (block) =>
        block.draft.some((word) => word.key === key) && block.record.some((word) => word.key === opposite),
    );
    if (isInPlace || placed.likeness > 0.6)
      return [drift(`The draft says “${raw}” where the record has “${opposite}”.`)];
  }
  return [];
}
