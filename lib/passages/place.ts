import { placesIn, type Query, type Term, type WordsTerm } from "@/lib/query";

/** A half-open slice of a text, in UTF-16. */
export type Range = readonly [start: number, end: number];

/** The words that must stand in a text: what must not stands nowhere. */
export function soughtIn(query: Query): WordsTerm[] {
  return query.all.flat().flatMap((term): WordsTerm[] => {
    if (term.isNot) return [];
    if (term.kind === "words") return term.words.length > 0 ? [term] : [];
    return term.field === "exact" ? [asWords(term)] : [];
  });
}

/** What was said in just these words, as words in a row. */
export function asWords({
  value: { words, typed },
}: Extract<Term, { field: "exact" }>): WordsTerm & { readonly isNot: false } {
  return { kind: "words", words, typed, isPrefix: false, isNot: false };
}

// words of a search that stand this near to one another are shown as one place
const TOGETHER = 300;

/**
 * Where in a text most of what is looked for stands together, and of several such places the first that nobody captured. The place
 * reaches from its first word to its last; null where nothing of it stands.
 */
export function placeIn(
  text: string,
  sought: readonly WordsTerm[],
  isCaptured: (place: Range) => boolean,
): Range | null {
  const found = sought
    .flatMap((term, nth) =>
      placesIn(text, { all: [[{ ...term, isNot: false }]] }).map(([start, end]) => ({ start, end, nth })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let best: { place: Range; terms: number } | null = null;
  for (let from = 0; from < found.length; from++) {
    const first = found[from];
    if (first === undefined) break;
    const met = new Set<number>();
    let end = first.end;
    for (let at = from; at < found.length; at++) {
      const one = found[at];
      if (one === undefined || one.end > first.start + TOGETHER) break;
      // what was met before makes the place no better
      if (!met.has(one.nth)) end = Math.max(end, one.end);
      met.add(one.nth);
    }
    const place: Range = [first.start, end];
    const terms = Math.max(1, met.size);
    const isBetter =
      best === null ||
      terms > best.terms ||
      (terms === best.terms && isCaptured(best.place) && !isCaptured(place));
    if (isBetter) best = { place, terms };
    // nothing is better than all of it where nobody captured it
    if (best && best.terms === sought.length && !isCaptured(best.place)) break;
  }
  return best?.place ?? null;
}
