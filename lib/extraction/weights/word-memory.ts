import { wordNumber, wordOf } from "./words";

/**
 * Remembers what was worked out about a word, since news repeats its words: a look-up takes less time than a pattern or
 * a handful of lists. Only words that have a number are remembered.
 */
export class WordMemory<T> {
  private readonly known: (T | undefined)[] = [];

  constructor(private readonly workOut: (word: string) => T) {}

  /** What `workOut` says of the word. */
  of(word: string): T {
    return this.ofNumbered(wordNumber(word, 0, word.length), word);
  }

  /** The same for a word whose number is known, or -1 when it has none. */
  ofNumbered(number: number, word: string): T {
    if (number < 0) return this.workOut(word);
    const known = number < this.known.length ? this.known[number] : undefined;
    if (known !== undefined) return known;
    const value = this.workOut(wordOf(number));
    // an array without holes is read faster
    while (this.known.length <= number) this.known.push(undefined);
    this.known[number] = value;
    return value;
  }
}
