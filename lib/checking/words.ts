import { foldSigns } from "@/lib/text";

/** The words of a text by number alone: where each begins, and a number that is the same for the same word. */
export interface Scan {
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
}

const [, SPACE, LETTER, DIGIT, APOSTROPHE, SILENT, ALONE] = [0, 1, 2, 3, 4, 5, 6];

// what a sign is, asked once for each sign that occurs
const kinds = new Uint8Array(65_536);
/** The sign without case and diacritics; 0 for one that is not counted. */
const plain = new Uint16Array(65_536);

function learn(unit: number): number {
  const sign = String.fromCharCode(unit);
  let kind = SPACE;
  if (unit >= 0xd800 && unit <= 0xdfff) kind = LETTER;
  else if (/\u00ad|[\u200b-\u200f\u202a-\u202e\u2060-\u2064]|\ufeff|[\ufe00-\ufe0f]|\p{M}/u.test(sign))
    kind = SILENT;
  else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(sign)) kind = ALONE;
  else if (/\p{L}/u.test(sign)) kind = LETTER;
  else if (/\p{N}/u.test(sign)) kind = DIGIT;
  else if (/['’‘‛ʼ′]/u.test(sign)) kind = APOSTROPHE;
  kinds[unit] = kind;
  const folded = sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  plain[unit] = kind === SILENT ? 0 : kind === APOSTROPHE ? 39 : folded.charCodeAt(0) || unit;
  return kind;
}

const kindAt = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return kinds[unit] || learn(unit);
};

/** Where the word that begins at `from` ends. */
function wordEnd(text: string, from: number): number {
  const first = kindAt(text, from);
  if (first === ALONE) return from + 1;
  let at = from + 1;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === LETTER || kind === DIGIT || kind === SILENT) continue;
    if (at + 1 >= text.length) break;
    const next = kindAt(text, at + 1);
    if (kind === APOSTROPHE && next === LETTER && kindAt(text, at - 1) === LETTER) continue;
    // 1,200 and 1.5 and 10:30 and 1/2 are one word each
    if (next === DIGIT && kindAt(text, at - 1) === DIGIT && /[.,:/\u2044]/.test(text[at] ?? "")) continue;
    break;
  }
  return at;
}

/** The words of a whole text; a quarter of a second for ten megabytes. */
export function scanWords(text: string): Scan {
  let starts = new Int32Array(Math.max(16, text.length >> 2));
  let hashes = new Int32Array(starts.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT && kind !== ALONE) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at);
    if (count === starts.length) {
      starts = grown(starts);
      hashes = grown(hashes);
    }
    starts[count] = at;
    hashes[count] = hashOf(text, at, end);
    count += 1;
    at = end;
  }
  return { starts: starts.slice(0, count), hashes: hashes.slice(0, count) };
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!kinds[unit]) learn(unit);
    const sign = plain[unit] ?? 0;
    // 1,200 and 1200 are found as the same; whether they are is asked later
    if (sign === 0 || sign === 44) continue;
    hash = Math.imul(hash ^ sign, 0x01000193);
  }
  return hash | 0;
}

/** A word, a number or a sign that is read like a word, as it stands in a text. */
export interface Word {
  /** What is compared: the same for two words that are one. */
  key: string;
  /** Offsets in the text, UTF-16. */
  start: number;
  end: number;
  /** As it is printed. */
  raw: string;
  /** What a number is worth; null for a word. */
  value: number | null;
  /** What stands between it and the word before. */
  before: string;
}

// signs that are read aloud: a price is no number, and seven degrees below nought are not seven
const SPOKEN_SIGN = /[\p{Sc}%‰°&@#§+=<>±×÷]|\p{So}|(?<![\p{L}\p{N}]\s?)[-−–](?=\p{N})/gu;
const UNSPOKEN = /[©®™`´]/u;

/** The words of a part of a text with everything that two of them are compared by. */
export function readWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let last = from;
  for (let at = from; at < to; ) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT && kind !== ALONE) {
      at += 1;
      continue;
    }
    const end = Math.min(to, wordEnd(text, at));
    last = addSigns(words, text, last, at);
    const raw = text.slice(at, end);
    words.push({
      key: keyOf(raw),
      start: at,
      end,
      raw,
      value: null,
      before: text.slice(last, at),
    });
    at = end;
    last = end;
  }
  addSigns(words, text, last, to);
  return words;
}

/** The spoken signs between two words; returns where the last of them ends. */
function addSigns(words: Word[], text: string, from: number, to: number): number {
  if (to - from < 1) return from;
  const between = text.slice(from, to);
  if (!/[^\s\p{P}]|[-−–%&@#§]/u.test(between)) return from;
  let last = from;
  // the sign before is seen with what stands around it
  const around = text.slice(Math.max(0, from - 2), to + 1);
  const shift = Math.max(0, from - 2);
  for (const match of around.matchAll(SPOKEN_SIGN)) {
    const start = shift + match.index;
    if (start < from || start >= to || UNSPOKEN.test(match[0])) continue;
    const end = start + match[0].length;
    words.push({
      key: foldSigns(match[0]),
      start,
      end,
      raw: match[0],
      value: null,
      before: text.slice(last, start),
    });
    last = end;
  }
  return last;
}

const PLAIN = /^[A-Za-z]+$/;
const keys = new Map<string, string>();
const MOST_KEYS = 50_000;

/** A word without case, invisible signs and forms of an apostrophe; diacritics stay. */
function keyOf(raw: string): string {
  const known = keys.get(raw);
  if (known !== undefined) return known;
  const key = PLAIN.test(raw)
    ? raw.toLowerCase()
    : foldSigns(raw)
        .toLowerCase()
        .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "");
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(raw, key);
  return key;
}

/** The hashes of words as `scanWords` has them: what candidates are looked for by. */
export function hashesOf(words: readonly Word[]): Int32Array {
  return Int32Array.from(
    words.flatMap(({ raw }) => (/[\p{L}\p{N}]/u.test(raw) ? [hashOf(raw, 0, raw.length)] : [])),
  );
}
