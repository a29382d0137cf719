import { searchWords } from "@/lib/text";
import type { Query, Term, WordsTerm } from "./model";

type Range = readonly [startUtf16: number, endUtf16: number];

/** A text of the record that holds what was looked for. */
interface FoundIn<Field extends string> {
  readonly field: Field;
  readonly text: string;
  readonly places: readonly Range[];
}

// signs that nobody sees stand within words
const RUN = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

/** Where the words that a search looks for stand in a text, in its order and apart. */
export function placesIn(text: string, query: Query): Range[] {
  const words = wordsOf(text);
  const places = soughtAmong(query.all.flat()).flatMap((term) => placesOfTerm(words, term));
  places.sort(([a], [b]) => a - b);
  const apart: Range[] = [];
  for (const place of places) {
    const last = apart.at(-1);
    if (last && place[0] <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], place[1])];
    else apart.push(place);
  }
  return apart;
}

/**
 * Where the words of a search stand that do not stand in the first text: of each the first of the other texts that has it.
 * `unseen` are those that stand in none, as they were typed.
 */
export function foundIn<Field extends string>(
  query: Query,
  wording: string,
  others: readonly (readonly [Field, string])[],
): { readonly found: readonly FoundIn<Field>[]; readonly unseen: readonly string[] } {
  const said = wordsOf(wording);
  const found = new Map<Field, FoundIn<Field>>();
  const unseen: string[] = [];
  for (const terms of query.all) {
    const sought = soughtAmong(terms);
    // of several that may stand one is enough
    if (sought.length === 0 || sought.some((term) => placesOfTerm(said, term).length > 0)) continue;
    const where = others.find(([, other]) =>
      sought.some((term) => placesOfTerm(wordsOf(other), term).length > 0),
    );
    if (where) found.set(where[0], { field: where[0], text: where[1], places: placesIn(where[1], query) });
    else if (sought.length === terms.length) unseen.push(...sought.map(({ typed }) => typed));
  }
  return { found: [...found.values()], unseen };
}

/** The words of a search that must stand somewhere; what must not is nowhere. */
export function soughtAmong(terms: readonly Term[]): WordsTerm[] {
  return terms
    .filter(({ isNot }) => !isNot)
    .flatMap((term): WordsTerm[] => {
      if (term.kind === "words") return term.words.length > 0 ? [term] : [];
      const said = (words: readonly string[], typed: string): WordsTerm => ({
        ...{ words, typed },
        ...{ kind: "words", isPrefix: false },
      });
      if (term.field === "exact") return [said(term.value.words, term.value.typed)];
      // those that are the same show which are not
      return term.field === "near" ? term.value.words.map((word) => said([word], word)) : [];
    });
}

interface Word {
  readonly word: string;
  readonly place: Range;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ index, 0: run }) => {
    const letters = [...run.matchAll(SPACELESS)];
    if (letters.length === 0)
      return searchWords(run).map((word) => ({ word, place: [index, index + run.length] as const }));
    return letters.flatMap(({ index: within, 0: letter }) =>
      searchWords(letter).map((word) => ({
        word,
        place: [index + within, index + within + letter.length] as const,
      })),
    );
  });
}

function placesOfTerm(words: readonly Word[], { words: sought, isPrefix }: WordsTerm): Range[] {
  const fits = (at: number) =>
    sought.every((wanted, nth) => {
      const word = words[at + nth]?.word;
      const isLast = nth === sought.length - 1;
      return isPrefix && isLast ? word?.startsWith(wanted) : word === wanted;
    });
  return words.flatMap(({ place }, at) =>
    fits(at) ? [[place[0], words[at + sought.length - 1]?.place[1] ?? place[1]] as const] : [],
  );
}
