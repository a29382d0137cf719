const MOST_WORDS = 20_000;
const LONGEST_WORD = 40;

/**
 * Remembers what was worked out about a word, since news repeats its words: a look-up takes less time than a pattern or
 * a handful of lists. The memory holds ordinary words of many articles and is bounded; odd long tokens are not kept.
 */
export class WordMemory<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly workOut: (word: string) => T) {}

  /** What `workOut` says of the word. */
  of(word: string): T {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST_WORD || this.known.size >= MOST_WORDS) return this.workOut(word);
    const own = detached(word);
    const value = this.workOut(own);
    this.known.set(own, value);
    return value;
  }
}

const words = new Map<string, string>();

/**
 * One string for a word in all memories, so that they recognise it at a glance. An engine may keep a slice as a view of
 * its text: remembered so, one word would keep a whole article in memory, hence the copy.
 */
function detached(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  const own = ` ${word}`.slice(1);
  words.set(own, own);
  return own;
}
