/** Two speakers with the number of contradictions between them, by state. */
export interface SpeakerPairCounts {
  readonly one: { readonly slug: string; readonly name: string };
  readonly other: { readonly slug: string; readonly name: string };
  readonly suggested: number;
  readonly confirmed: number;
  readonly resolved: number;
}

export interface MatrixCell {
  readonly suggested: number;
  readonly confirmed: number;
  readonly resolved: number;
  readonly total: number;
}

export interface Matrix {
  readonly speakers: readonly { readonly slug: string; readonly name: string }[];
  /** Row by row, the cells left of the diagonal; null where nothing is on record. The diagonal is the last of its row. */
  readonly rows: readonly (readonly (MatrixCell | null)[])[];
  /** Speakers who contradict somebody and have no row. */
  readonly leftOut: number;
}

/** The speakers who stand in most contradictions, at most `most`, in order of name, against one another. */
export function matrixOf(pairs: readonly SpeakerPairCounts[], most: number): Matrix {
  const totals = new Map<string, { name: string; total: number }>();
  for (const pair of pairs) {
    // a contradiction with oneself counts once
    for (const { slug, name } of pair.one.slug === pair.other.slug ? [pair.one] : [pair.one, pair.other]) {
      const total = (totals.get(slug)?.total ?? 0) + totalOf(pair);
      totals.set(slug, { name, total });
    }
  }
  const speakers = [...totals]
    .sort(([slugA, a], [slugB, b]) => b.total - a.total || compare(slugA, slugB))
    .slice(0, most)
    .map(([slug, { name }]) => ({ slug, name }))
    .sort((a, b) => compare(a.name, b.name));
  const cells = new Map(pairs.map((pair) => [keyOf(pair.one.slug, pair.other.slug), pair]));
  const rows = speakers.map((row, index) =>
    speakers.slice(0, index + 1).map((column) => {
      const pair = cells.get(keyOf(row.slug, column.slug));
      if (!pair) return null;
      const { suggested, confirmed, resolved } = pair;
      return { suggested, confirmed, resolved, total: totalOf(pair) };
    }),
  );
  return { speakers, rows, leftOut: totals.size - speakers.length };
}

function totalOf({ suggested, confirmed, resolved }: SpeakerPairCounts): number {
  return suggested + confirmed + resolved;
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
