const MOST_WORDS = 1 << 15;
const LONGEST_WORD = 40;
const SLOTS = 2 * MOST_WORDS;
// words made to fall on one slot would cost the square of their count
const MOST_STEPS = 32;

// an open-addressed table from the letters of a word to its number plus one; 0 is an empty slot
const slots = new Int32Array(SLOTS);
const hashes = new Int32Array(MOST_WORDS);
const words: string[] = [];

/**
 * The number of the word `text.slice(from, to)`, the same wherever it stands, or -1 for a word that is not kept: news
 * repeats its words, so ordinary ones are kept, but no odd long tokens and no more than a bounded count. The letters are
 * compared in place, which takes less time than cutting the word out and looking it up.
 */
export function wordNumber(text: string, from: number, to: number): number {
  const length = to - from;
  if (length > LONGEST_WORD) return -1;
  let hash = length;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  hash |= 0;
  let slot = Math.imul(hash, 0x9e3779b1) >>> 16;
  for (let step = 0; ; step += 1) {
    if (step === MOST_STEPS) return -1;
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0) break;
    if (hashes[number] === hash && standsAt(words[number] ?? "", text, from, length)) return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (words.length >= MOST_WORDS) return -1;
  hashes[words.length] = hash;
  // an engine may keep a slice as a view of its text: one word would keep a whole article in memory, hence the copy
  words.push(` ${text.slice(from, to)}`.slice(1));
  slots[slot] = words.length;
  return words.length - 1;
}

/** The word that has this number: one string for all its places, which look-ups recognise at a glance. */
export function wordOf(number: number): string {
  return words[number] ?? "";
}

function standsAt(word: string, text: string, from: number, length: number): boolean {
  if (word.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}
