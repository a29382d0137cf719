import type { Placed } from "./changes";
import { isContent, stemOf } from "./content";
import type { Word } from "./words";

/** How far around a place its idea may be told. */
export const NEAR_UTF16 = 250;

/** "General Oro is a murderer": who is named is no idea, where the record has nothing else of it. */
export function isOnlyNamed({ draftWords, reading, source, start, end }: Placed): boolean {
  const { language } = source;
  const near = reading.words.filter((word) => word.end > start - NEAR_UTF16 && word.start < end + NEAR_UTF16);
  const isNamed = (word: Word) =>
    /^\p{Lu}/u.test(word.raw) && near.some(({ key, raw }) => key === word.key && /^\p{Lu}/u.test(raw));
  const stems = new Set(near.map((word) => stemOf(word, language)));
  const same = draftWords.filter((word) => isContent(word, language) && stems.has(stemOf(word, language)));
  return same.length > 0 && same.every(isNamed);
}
