interface Sentence {
  readonly key: string;
  readonly counts: { readonly unchecked: number };
  /** How many of its names, numbers, dates and superlatives nobody checked, in words. */
  readonly salientLeft: number;
}

/**
 * What to look at behind a sentence, going round: first those with names, numbers, dates and superlatives that nobody
 * checked, then the rest; null when every word has a state.
 */
export function nextToProof<S extends Sentence>(sentences: readonly S[], after: string | null): S | null {
  const at = sentences.findIndex(({ key }) => key === after);
  const round = [...sentences.slice(at + 1), ...sentences.slice(0, Math.max(0, at))];
  const isOpen = ({ counts }: S) => counts.unchecked > 0;
  return round.find(({ salientLeft }) => salientLeft > 0) ?? round.find(isOpen) ?? null;
}
