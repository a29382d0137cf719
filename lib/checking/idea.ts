import type { Placed } from "./changes";
import { isContent, stemOf } from "./content";

const LEAST_WORDS = 18;
const TIMES_LONGER = 1.6;

/** A stretch of the record that has telling words of a quotation, in any order and form. */
export interface Idea {
  readonly start: number;
  readonly end: number;
  /** How many of the quotation's telling words stand there, and which share of them that is. */
  readonly many: number;
  readonly share: number;
}

/** Where the words of a quotation that is told otherwise stand closest together: within a line, for a line is a voice. */
export function ideaIn({ draftWords, reading, source }: Placed): Idea | null {
  const { language } = source;
  const telling = new Set(
    draftWords.filter((word) => isContent(word, language)).map((word) => stemOf(word, language)),
  );
  const reach = Math.max(LEAST_WORDS, Math.round(draftWords.length * TIMES_LONGER));
  const hits = reading.words.flatMap((word, at) => {
    if (!isContent(word, language)) return [];
    const stem = stemOf(word, language);
    return telling.has(stem) ? [{ word, at, stem }] : [];
  });
  let best: Idea | null = null;
  hits.forEach((first, from) => {
    const seen = new Set<string>();
    for (const { word, at, stem } of hits.slice(from)) {
      if (at - first.at >= reach || source.text.slice(first.word.start, word.start).includes("\n")) break;
      seen.add(stem);
      if (seen.size > (best?.many ?? 0))
        best = { start: first.word.start, end: word.end, many: seen.size, share: seen.size / telling.size };
    }
  });
  return best;
}
