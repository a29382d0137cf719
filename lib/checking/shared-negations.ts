import { qualifiersIn } from "./qualifiers";
import type { Word } from "./words";

/** "A motion of no confidence", "nobody else": negations of the same next word in both, which turn nothing. */
export function sharedNegations(own: readonly Word[], core: readonly Word[], language: string): number {
  const phrases = (words: readonly Word[]) =>
    qualifiersIn(words, language).flatMap(({ is, at, length, text }) => {
      const next = words[at + length]?.key;
      return is === "negation" && next !== undefined && /^(?:no|non|kein\p{L}*|ning\p{L}*)$/iu.test(text)
        ? [`${text.toLowerCase()} ${next}`]
        : [];
    });
  const theirs = phrases(core);
  return phrases(own).filter((phrase) => theirs.includes(phrase)).length;
}
