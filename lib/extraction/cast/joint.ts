import type { NamedMention } from "./entities";
import { isDeterminer, isPreposition } from "./lexicon";
import type { MentionIndex } from "./mention-index";
import type { Resolution } from "./resolution";
import type { Token } from "./tokens";

/** "Ash and Bell", "the Taliban and the government": two who speak together, unless one name holds the "and". */
export function jointly(
  text: string,
  tokens: readonly Token[],
  index: MentionIndex,
  first: number,
  last: number,
): Resolution | null {
  for (let at = first + 1; at < last; at += 1) {
    if (tokens[at]?.fold !== "and" || !tokens[at]?.isJoined) continue;
    if (index.touching(at, at).some((mention) => mention.first < at && mention.last > at)) continue;
    const one = nameAlone(tokens, index, first, at - 1);
    const other = nameAlone(tokens, index, at + 1, last);
    if ((one === null && other === null) || one?.entity === other?.entity) return null;
    // "the Taliban and Iran", but "the union and the airline"
    const areAlike = isDeterminer(tokens[at + 1]) && one === null;
    const isLed = isDeterminer(tokens[first]) && first + 1 < at;
    const begins = isLed && !areAlike ? first + 1 : first;
    const printed = text
      .slice(tokens[begins]?.startUtf16 ?? 0, tokens[last]?.endUtf16 ?? 0)
      .replace(/\s+/gu, " ");
    const areKnown =
      one !== null &&
      other !== null &&
      ((isShort(one) && isShort(other)) ||
        // "Union leaders Jorge Pinto and Ana Reis"
        (isWholePerson(one) && isWholePerson(other) && one.first > begins));
    return {
      canonical: areKnown ? `${one.entity.canonical} and ${other.entity.canonical}` : printed,
      kind: "collective",
      role: null,
      because: "two are named together",
      antecedent: null,
    };
  }
  return null;
}

/** "The union and the airline": two phrases with an article each. */
export function isPairOf(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first + 1; at < last; at += 1)
    if (tokens[at]?.fold === "and" && isDeterminer(tokens[at + 1])) return true;
  return false;
}

const isWholePerson = ({ kind, first, last }: NamedMention) => kind === "person" && last > first;
const isShort = ({ entity, parts }: NamedMention) => entity.parts.length > parts.length;

/** The one name that a phrase is, a determiner or a role before it apart. */
function nameAlone(
  tokens: readonly Token[],
  index: MentionIndex,
  first: number,
  last: number,
): NamedMention | null {
  const found = index.touching(first, last).filter((mention) => mention.runLast === last);
  const [only] = found;
  if (found.length !== 1 || !only || tokens[last]?.isPossessive) return null;
  return isGoverned(tokens, first, only.runFirst) ? null : only;
}

/** "A spokesman for the ministry": the name hangs on a preposition, and a noun before it is the head. */
export function isGoverned(tokens: readonly Token[], first: number, at: number): boolean {
  for (let back = at - 1; back >= first; back -= 1) {
    const token = tokens[back];
    if (!token) return false;
    if (isPreposition(token)) return back > first;
    if (!tokens[back + 1]?.isJoined) return false;
  }
  return false;
}

/** Whether "and" stands before a name. */
export function isCoordinated(tokens: readonly Token[], mention: NamedMention): boolean {
  for (let at = mention.runFirst - 1; at > mention.runFirst - 3 && at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.fold === "and") return true;
    if (!token || !isDeterminer(token)) return false;
  }
  return false;
}
