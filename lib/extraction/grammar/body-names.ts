import type { CastWords } from "../languages";
import type { Token } from "../text";

const LONGEST = 6;

/** "Save the Children", "Number 10": plain words that are together the name of a body are tagged as one. */
export function withBodyNames(
  { namedBodies, namedBodyStarts }: CastWords,
  tokens: readonly Token[],
  tags: readonly string[],
): readonly string[] {
  let better: string[] | null = null;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const first = tokens[at];
    if (first === undefined || !namedBodyStarts.has(first.lower) || !isCapital(first)) continue;
    let words = first.lower;
    let count = 0;
    for (let length = 2; length <= LONGEST && at + length <= tokens.length; length += 1) {
      words += ` ${tokens[at + length - 1]?.lower ?? ""}`;
      if (namedBodies.has(words)) count = length;
    }
    const last = tokens[at + count - 1];
    if (count === 0 || last === undefined || !isCapital(last)) continue;
    better ??= [...tags];
    for (let word = at; word < at + count; word += 1) better[word] = "NNP";
    at += count - 1;
  }
  return better ?? tags;
}

const isCapital = ({ text }: Token) => /^[\p{Lu}\d]/u.test(text);
