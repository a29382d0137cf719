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
  const all = hashes(text);
  const kept = new Set<number>();
  for (let from = 0; from + WINDOW <= all.length; from++) {
    let least = all[from] as number;
    for (let at = from + 1; at < from + WINDOW; at++) least = Math.min(least, all[at] as number);
    kept.add(least);
  }
  // a text of few words has no window
  if (all.length < WINDOW) for (const hash of all) kept.add(hash);
  return kept;
}

/** From how much of the shorter of two texts on they are nearly the same: docs/decisions/097. */
export const LEAST_NEAR = 0.6;
/** Some fifty words: of less, nobody could say whether it is the same piece. */
export const LEAST_SHINGLES = 24;

/** How much of the shorter of two texts the other has, by their kept shingles; null where one is too short to say. */
export function resemblance(one: string, other: string): number | null {
  const [kept, there] = [shinglesOf(one), shinglesOf(other)];
  const least = Math.min(kept.size, there.size);
  if (least < LEAST_SHINGLES) return null;
  return [...kept].filter((hash) => there.has(hash)).length / least;
}

/** Every shingle of a text, to look for in what was kept of others. */
export function everyShingleOf(text: string): Set<number> {
  return new Set(hashes(text));
}

function hashes(text: string): number[] {
  const words = (foldForSearch(text).match(WORD) ?? []).map(hashOf);
  const found: number[] = [];
  for (let from = 0; from + WORDS_A_SHINGLE <= words.length; from++) {
    let hash = 0;
    for (let at = from; at < from + WORDS_A_SHINGLE; at++)
      hash = mixed(Math.imul(hash, 31) + (words[at] as number));
    found.push(hash);
  }
  return found;
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
