import { soughtAmong } from "./found";
import { phraseOf } from "./keys";
import type { Query } from "./model";

/** What of a statement says how well it answers a search. */
interface Ranked {
  /** As `statementKeyOf` makes it: the wording is its first line. */
  readonly searchKey: string;
  /** The names of its speaker, as `nameKeyOf` or `searchKeyOf` makes them. */
  readonly speakerKey: string;
}

// in the words that were said, or by whom; in what else the statement says of itself; in its source, outlet or claims
const WEIGHT = { said: 8, beside: 3, elsewhere: 1 };
// all that was typed stands in the wording in a row
const IN_A_ROW = 6;

/**
 * How well a statement that a search found answers it, higher for better: a sum over what was looked for of the best place in
 * which each stands, and more where all of it stands in the wording in a row. Computed here and not by an engine, so that both
 * give one order, and nothing of other statements moves it.
 */
export function relevanceOf(query: Query, { searchKey, speakerKey }: Ranked): number {
  const end = searchKey.indexOf("\n");
  const wording = end < 0 ? searchKey : searchKey.slice(0, end);
  const groups = query.all.map((terms) => soughtAmong(terms)).filter((sought) => sought.length > 0);
  const sum = groups
    .flatMap((sought) => {
      const phrases = sought.map(phraseOf);
      const isIn = (text: string) => phrases.some((phrase) => text.includes(phrase));
      if (isIn(wording) || isIn(speakerKey)) return WEIGHT.said;
      return isIn(searchKey) ? WEIGHT.beside : WEIGHT.elsewhere;
    })
    .reduce((total, weight) => total + weight, 0);
  const row = groups.length > 1 && groups.every(({ length }) => length === 1) ? groups.flat() : [];
  const words = row.flatMap((term) => term.words);
  const inRow = phraseOf({ words, isPrefix: row.at(-1)?.isPrefix ?? false });
  return sum + (row.length > 0 && wording.includes(inRow) ? IN_A_ROW : 0);
}

/** Whether a search looks for words, so that one answer can be better than another. */
export function isRankable(query: Query): boolean {
  return query.all.some((terms) => soughtAmong(terms).length > 0);
}

/** What a search looks for, as it stands in a search key. */
export function phrasesOf(query: Query): string[] {
  return soughtAmong(query.all.flat()).map(phraseOf);
}
