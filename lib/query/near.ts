/** Fewer words than these are near to everything. */
export const FEWEST_WORDS = 4;

// of ten words four may be others, of any number eight
const MOST_OF = 0.4;
const MOST_OTHERS = 8;

/** How many words of so many may be left out, put in or be others in a wording that is near. */
export const sparedOf = (words: number) => Math.min(Math.floor(words * MOST_OF), MOST_OTHERS);

/**
 * Whether a wording, or a part of it, is these words but for a few: the fewest changes that make them a stretch of it (Sellers
 * 1980), over words instead of letters.
 */
export function isNear(asked: readonly string[], wording: readonly string[]): boolean {
  const most = sparedOf(asked.length);
  // changes that make the first words of those asked for a stretch that ends at the word at hand
  let changes = asked.map((_, at) => at + 1);
  if ((changes.at(-1) ?? 0) <= most) return true;
  for (const word of wording) {
    const next: number[] = [];
    for (const [at, wanted] of asked.entries()) {
      const before = at === 0 ? 0 : (changes[at - 1] ?? 0);
      const kept = before + (wanted === word ? 0 : 1);
      const left = (at === 0 ? 0 : (next[at - 1] ?? 0)) + 1;
      next.push(Math.min(kept, left, (changes[at] ?? 0) + 1));
    }
    changes = next;
    if ((changes.at(-1) ?? 0) <= most) return true;
  }
  return false;
}
