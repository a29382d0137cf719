import type { Span } from "../model";
import { WordMemory, wordNumber } from "../weights";

/** A word, number, clitic or punctuation mark, with its place in the text. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** The number of the word, by which what is known of it is found, or -1 when it has none. */
  readonly word: number;
}

// A word keeps inner hyphens, apostrophes and ampersands (“vice-president”, “O’Malley”, “AT&T”), initialisms keep
// their dots (“U.S.”) and numbers their separators. A run of one repeated mark is a single token, so that a text of
// nothing but quotation marks or brackets stays small; it ends somewhere, since an endless one fills the stack of a compiled pattern.
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{L}{2,}(?:\.\p{Ll}+)+(?![\p{L}\p{N}.’'-])|\p{N}+(?:[.,:]\p{N}+)+(?:\p{L}+)?|@?[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]*(?:[-'’‑&@/][\p{L}\p{N}][\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]*)*|([^\s\p{L}\p{N}])\1{0,9999}/gu;

const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|lt|col|sgt|capt|cmdr|maj|adm|hon|rev|sr|jr|st|mt|ft|inc|ltd|corp|co|bros|vs|etc|jan|feb|aug|sept|oct|nov|dec|dept|univ|assn|no|nos|pp|vol|art|fig|approx|sq|messrs|supt|insp|det|smt|adv|engr|alh|barr|cllr|cdr|sqn|msgr|retd|pres|sens|reps|brig|amb|atty|\p{L})$/iu;

// "Acme Corp. Chief Executive Lou Tran"
const OFFICE =
  /^ (?:Chief|President|Chairman|Chairwoman|Chair|CEO|CFO|Vice|Director|Executive|Spokes|Founder|Co-|Manager|Senior)/u;
const CLITIC = /^(.*[\p{L}\p{N}])(['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M))$/u;
const NEGATION = /^(.*\p{L})(n['’]t|N['’]T)$/u;

// one string for all places of a word, which later look-ups recognise at once
const seen = new WordMemory((text) => ({ text, lower: text.toLowerCase() }));

const SPACE = 32;

/** 1 for letters from a to z in either case, 2 for a sign that surely ends a word of such letters. */
const SORT_OF_ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z]/i.test(sign)) return 1;
  return /[0-9_.'&@/-]/.test(sign) ? 0 : 2;
});

/** The end of a word of plain letters at `at` that the pattern would find too, or `at` when the pattern must look. */
function endOfPlainWord(slice: string, at: number): number {
  let end = at;
  while (end < slice.length && SORT_OF_ASCII[slice.charCodeAt(end)] === 1) end += 1;
  return end === slice.length || SORT_OF_ASCII[slice.charCodeAt(end)] === 2 ? end : at;
}

/** Splits `text.slice(from, to)` into tokens in order; runs in time linear in the length. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const slice = from === 0 && to === text.length ? text : text.slice(from, to);
  let at = 0;
  for (;;) {
    const end = endOfPlainWord(slice, at);
    if (end > at) {
      push(tokens, text, from + at, end - at);
      at = slice.charCodeAt(end) === SPACE ? end + 1 : end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(slice);
    if (match === null) break;
    let words = match[0];
    at = TOKEN.lastIndex;
    const startUtf16 = from + match.index;
    if (words.length > 200) {
      push(tokens, text, startUtf16, words.length);
      continue;
    }
    const isTitleDot =
      slice[match.index + words.length] === "." && ABBREVIATION.test(words) && followsOn(slice, match, words);
    if (isTitleDot) {
      words += ".";
      at += 1;
    }
    if (isTitleDot && /^[’']s(?![\p{L}\p{N}])/u.test(slice.slice(at, at + 3))) {
      push(tokens, text, startUtf16, words.length);
      push(tokens, text, startUtf16 + words.length, 2);
      at += 2;
      continue;
    }
    const clitic = /['’]/.test(words) ? (NEGATION.exec(words) ?? CLITIC.exec(words)) : null;
    if (clitic === null) push(tokens, text, startUtf16, words.length);
    else {
      const stem = clitic[1] ?? "";
      push(tokens, text, startUtf16, stem.length);
      push(tokens, text, startUtf16 + stem.length, clitic[2]?.length ?? 0);
    }
  }
  return tokens;
}

function push(tokens: Token[], text: string, startUtf16: number, length: number): void {
  const endUtf16 = startUtf16 + length;
  const word = wordNumber(text, startUtf16, endUtf16);
  const { text: printed, lower } = seen.ofNumbered(word, word < 0 ? text.slice(startUtf16, endUtf16) : "");
  tokens.push({ startUtf16, endUtf16, text: printed, lower, word });
}

/** Whether a dot after a short word belongs to it: a title or initial before a capital, a month before a number. */
function followsOn(slice: string, match: RegExpExecArray, words: string): boolean {
  const next = slice.slice(match.index + words.length + 1, match.index + words.length + 3);
  if (/^(?:p|pp|vol|art|fig|approx|sq|nos)$/iu.test(words) && /^ (?:\p{N}|\$|€|£|\p{Ll})/u.test(next))
    return true;
  // "King Jr.'s widow"
  if (/^[’']s/.test(next)) return true;
  if (words.length === 1) return /^\p{Lu}$/u.test(words) && /^(?: ?\p{Lu}|,)/u.test(next);
  if (/^no$/i.test(words)) return /^ \p{N}/u.test(next);
  if (/^(?:inc|ltd|corp|co|bros|jr|sr|etc|dept|assn|univ)$/i.test(words))
    return (
      /^(?: ?\p{Ll}|,| \()/u.test(next) ||
      OFFICE.test(slice.slice(match.index + words.length + 1, match.index + words.length + 20))
    );
  return /^(?: ?[\p{Lu}\p{N}]|,)/u.test(next);
}
