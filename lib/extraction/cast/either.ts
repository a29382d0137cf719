import { type Figure, presence } from "./figures";
import { isDeterminer } from "./lexicon";
import { isPersonHead } from "./roles";
import type { Token } from "./tokens";

const FURTHEST = 6;

/**
 * Whether "and" joins the last mention of a figure to that of another whom the pronoun could mean as well: "Ruiz and Díaz met.
 * She said …" is either.
 */
export function isOneOfTwo(
  tokens: readonly Token[],
  figures: readonly Figure[],
  best: Figure,
  token: Token,
  pronoun: "m" | "f",
): boolean {
  return figures.some((other) => {
    if (other === best || other.gender !== best.gender || other.last.sentence !== best.last.sentence)
      return false;
    const isFirst = other.last.first < best.last.first;
    const [one, two] = isFirst ? [other.last, best.last] : [best.last, other.last];
    if (one.isPronoun || two.isPronoun || two.first - one.last > FURTHEST) return false;
    const between = tokens.slice(one.last + 1, two.first);
    return (
      between[0]?.fold === "and" &&
      between.every(
        (word) => word.fold === "and" || word.isCapital || isPersonHead(word) || isDeterminer(word),
      ) &&
      presence(other, token, pronoun) !== null
    );
  });
}
