import { isSentenceBreak } from "./sentences";
import type { Word } from "./words";

const MOST = 0.55;

/** Of the telling words in several sentences those of a later one that has most of them; null where the first has. */
export function mainOf(
  words: readonly Word[],
  telling: ReadonlySet<Word>,
): { readonly start: number; readonly end: number } | null {
  const parts: Word[][] = [[]];
  for (const [at, word] of words.entries()) {
    if (at > 0 && isSentenceBreak(word.before)) parts.push([]);
    if (telling.has(word)) parts.at(-1)?.push(word);
  }
  const most = parts.reduce((best, part) => (part.length > best.length ? part : best));
  const [first, last] = [most[0], most.at(-1)];
  if (most === parts[0] || first === undefined || last === undefined) return null;
  return most.length > telling.size * MOST ? { start: first.start, end: last.end } : null;
}
