/** One word of a vocabulary: how it is stored and how it is shown. */
export interface Term {
  readonly key: string;
  readonly label: string;
}

/** The keys of a vocabulary, in its order and with their literal types, as a zod enum wants them. */
export function keysOf<const T extends readonly [Term, ...Term[]]>(
  terms: T,
): [T[number]["key"], ...T[number]["key"][]] {
  const [first, ...rest] = terms;
  return [first.key, ...rest.map((term) => term.key)];
}

/** The term stored under `key`, or null when the vocabulary has no such word (any more). */
export function termOf<T extends Term>(terms: readonly T[], key: string | null | undefined): T | null {
  return terms.find((term) => term.key === key) ?? null;
}

/** How the word is shown; a word that the vocabulary lost is shown as stored. */
export function labelOf(terms: readonly Term[], key: string): string {
  return termOf(terms, key)?.label ?? key.replaceAll("_", " ");
}
