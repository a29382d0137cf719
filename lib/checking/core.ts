import type { Placed } from "./changes";
import { isContent, stemOf } from "./content";
import { isSentenceBreak } from "./sentences";
import type { Word } from "./words";

const CLOSE = 0.75;
const THAT = /^(?:that|dass|daß|que)$/u;
const AND = /^(?:and|but|und|aber|y|pero)$/u;

/** "…, and that the board had not been told": what is said before is another statement. */
const isNew = (words: readonly Word[], at: number) =>
  THAT.test(words[at]?.key ?? "") && AND.test(words[at - 1]?.key ?? "");

/** The words of the record that the statement is about: from the first that both have to the last, and a little before. */
export function coreOf(
  own: readonly Word[],
  all: readonly Word[],
  { likeness, start, end }: Placed,
  language: string,
): readonly Word[] {
  const stems = new Set(
    own.filter((word) => isContent(word, language)).map((word) => stemOf(word, language)),
  );
  const isShared = (word: Word) => isContent(word, language) && stems.has(stemOf(word, language));
  // the same words in a row, and the telling ones among them: nothing else of the sentence is meant
  if (likeness >= CLOSE) {
    const first = all.findIndex((word) => word.start >= start);
    const last = all.findLastIndex((word) => word.end <= end);
    let from = Math.max(0, first);
    while (from > 0 && first - from < 4 && !/[,.;:!?]/u.test(all[from]?.before ?? "") && !isNew(all, from))
      from -= 1;
    const words = all.slice(from, last + 1);
    const isAll = words.filter(isShared).length >= all.filter(isShared).length;
    if (first >= 0 && last >= first && isAll) return words;
  }
  const record = sentencesOf(all).reduce(
    (best, one) => (one.filter(isShared).length > best.filter(isShared).length ? one : best),
    [] as readonly Word[],
  );
  const first = record.findIndex(isShared);
  if (first < 0) return all;
  let from = first;
  while (from > 0 && first - from < 6 && !/[.;:!?]/u.test(record[from]?.before ?? "") && !isNew(record, from))
    from -= 1;
  return record.slice(from, record.findLastIndex(isShared) + 1);
}

function sentencesOf(words: readonly Word[]): (readonly Word[])[] {
  const cuts = [
    0,
    ...words.flatMap(({ before }, at) => (at > 0 && isSentenceBreak(before) ? [at] : [])),
    words.length,
  ];
  return cuts.slice(1).map((cut, at) => words.slice(cuts[at], cut));
}

/** "…, he said, provided that …": what follows the clause belongs to what stands before it. */
export function withoutCue(words: readonly Word[]): readonly Word[] {
  const cue = words
    .slice(0, 4)
    .findIndex(({ key }) => /^(?:said|says|added|told|explained|sagte|dijo)$/u.test(key));
  if (cue < 0 || cue > 3) return words;
  const rest = words.slice(cue + 1);
  // "Costa said": the name behind the cue
  const stop = rest.findIndex(({ before }) => /,/u.test(before));
  return stop < 0 || stop > 2 ? rest : rest.slice(stop);
}
