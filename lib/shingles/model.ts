import { foldForSearch } from "@/lib/text";

/** Words in a row that make a shingle, and how many neighbours one of them stands for. */
export const WORDS_A_SHINGLE = 4;
const WINDOW = 3;

// a script without spaces has no longer word that two texts would share
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

/**
 * The shingles that are kept of a text, by winnowing (Schleimer, Wilkerson and Aiken 2003): the smallest of every three
 * in a row, so that any six words in a row which stand in two texts have one in common. Hashes are whole numbers of 32 bits.
 */
export function shinglesOf(text: string): Set<number> {
  const winnow = new Winnow();
  for (const piece of piecesOf(text)) winnow.take(piece);
  return winnow.kept;
}

// a text is taken for about so long before others have a turn
const TURN_MS = 15;

/** `shinglesOf` a text of any length, while everybody else goes on. */
export async function shinglesAtLeisure(text: string): Promise<Set<number>> {
  const winnow = new Winnow();
  let since = performance.now();
  for (const piece of piecesOf(text)) {
    winnow.take(piece);
    if (performance.now() - since < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return winnow.kept;
}

/** From how much of the shorter of two texts on they are nearly the same: docs/decisions/097. */
export const LEAST_NEAR = 0.6;
/** Some fifty words: of less, nobody could say whether it is the same piece. */
export const LEAST_SHINGLES = 24;

/** How much of the shorter of two texts the other has, by their kept shingles; null where one is too short to say. */
export function resemblance(one: string, other: string): number | null {
  return shareOf(shinglesOf(one), shinglesOf(other));
}

function shareOf(kept: ReadonlySet<number>, there: ReadonlySet<number>): number | null {
  const least = Math.min(kept.size, there.size);
  if (least < LEAST_SHINGLES) return null;
  let shared = 0;
  for (const hash of kept) if (there.has(hash)) shared += 1;
  return shared / least;
}

/** Whether two texts, by their kept shingles, are nearly the same. */
export const resemble = (kept: ReadonlySet<number>, there: ReadonlySet<number>) =>
  (shareOf(kept, there) ?? 0) >= LEAST_NEAR;

/** Every shingle of a text, to look for in what was kept of others. */
export function everyShingleOf(text: string): Set<number> {
  const found = new Set<number>();
  const hashes = new Hashes();
  for (const piece of piecesOf(text)) hashes.take(piece, (hash) => found.add(hash));
  return found;
}

// a million words at once are more than a machine throws away again in passing
const PIECE_UTF16 = 32_768;
// a mark of byte order is a space to JavaScript, and nothing at all to a fold
const BETWEEN = /[^\S\ufeff]|\p{P}/gu;

/** A text in pieces that end between two words: what a fold makes of each it makes of the whole. */
function* piecesOf(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    BETWEEN.lastIndex = from + PIECE_UTF16;
    const end = BETWEEN.exec(text)?.index ?? text.length;
    yield text.slice(from, end);
    from = end;
  }
}

/** The hashes of so many words in a row, as the words come. */
class Hashes {
  // of the last words, the newest behind
  readonly #words = new Int32Array(WORDS_A_SHINGLE);
  #taken = 0;

  take(piece: string, found: (hash: number) => void): void {
    for (const word of foldForSearch(piece).match(WORD) ?? []) {
      this.#words.copyWithin(0, 1);
      this.#words[WORDS_A_SHINGLE - 1] = hashOf(word);
      this.#taken += 1;
      if (this.#taken < WORDS_A_SHINGLE) continue;
      let hash = 0;
      for (const each of this.#words) hash = mixed(Math.imul(hash, 31) + each);
      found(hash);
    }
  }
}

/** The smallest of every few in a row. */
class Winnow {
  readonly #hashes = new Hashes();
  readonly #kept = new Set<number>();
  // of the last hashes, in any order
  readonly #window = new Int32Array(WINDOW);
  #taken = 0;

  take(piece: string): void {
    this.#hashes.take(piece, (hash) => {
      this.#window[this.#taken % WINDOW] = hash;
      this.#taken += 1;
      if (this.#taken >= WINDOW) this.#kept.add(this.#window.reduce((one, other) => Math.min(one, other)));
    });
  }

  get kept(): Set<number> {
    // a text of few words has no window
    return this.#taken < WINDOW ? new Set(this.#window.subarray(0, this.#taken)) : this.#kept;
  }
}

// FNV-1a over UTF-16 units
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}

// the finaliser of MurmurHash3: without it the smallest of three is always that of the same few words
function mixed(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
