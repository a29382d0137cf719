/** What of two given names is alike: a whole word, an initial, or nothing that either of them prints. */
export type Agreement = "word" | "initial" | "nothing";

interface Read {
  /** Two of one key have one name, and are not told here. */
  readonly key: string;
  readonly given: readonly string[];
}

interface How<T> {
  readonly how: Agreement;
  readonly read: (row: T) => Read;
}

/**
 * The pairs of two lists of people of one surname, or of two that are near, whose given names agree in this way. Each is looked up by its
 * words: of hundreds who have other given names none is looked at. A pair may come more than once.
 */
export function* agreeingPairs<T>(
  some: readonly T[],
  others: readonly T[],
  { how, read }: How<T>,
): Generator<readonly [T, T]> {
  const keysOf = (row: T) => read(row).given.flatMap((word) => found[how].kept(word));
  const by = new Map<string, T[]>();
  for (const other of others) {
    const keys = how === "nothing" ? [ALL, ...(read(other).given.length === 0 ? [BARE] : [])] : keysOf(other);
    for (const key of new Set(keys)) {
      const there = by.get(key);
      if (there) there.push(other);
      else by.set(key, [other]);
    }
  }
  for (const one of some) {
    const { key, given } = read(one);
    const asked =
      how === "nothing" ? [given.length === 0 ? ALL : BARE] : given.flatMap((word) => found[how].asked(word));
    for (const word of new Set(asked))
      for (const other of by.get(word) ?? []) if (read(other).key !== key) yield [one, other];
  }
}

const ALL = "all";
const BARE = "bare";

// under which keys a given name is kept, and which are asked for it: an initial asks for every name that begins so, a name for the initial
const found = {
  word: {
    kept: (word: string) => (word.length > 1 ? [word] : []),
    asked: (word: string) => (word.length > 1 ? [word] : []),
  },
  initial: {
    kept: (word: string) => [`begins ${word[0]}`, ...(word.length === 1 ? [`is ${word}`] : [])],
    asked: (word: string) => [word.length === 1 ? `begins ${word}` : `is ${word[0]}`],
  },
  nothing: { kept: () => [], asked: () => [] },
} as const;
