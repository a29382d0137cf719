import type { Span } from "./model";

/** A word, number, clitic or punctuation mark, with its place in the text. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
}

// A word keeps inner hyphens, apostrophes and ampersands (“vice-president”, “O’Malley”, “AT&T”), initialisms keep
// their dots (“U.S.”) and numbers their separators. A run of one repeated mark is a single token, so that a text of
// nothing but quotation marks or brackets stays small.
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,:]\p{N}+)+(?:\p{L}+)?|@?[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]*(?:[-'’‑&@/][\p{L}\p{N}][\p{L}\p{N}\p{M}_\u00ad\u200c\u200d]*)*|([^\s\p{L}\p{N}])\1*/gu;

const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|lt|col|sgt|capt|cmdr|maj|adm|hon|rev|sr|jr|st|mt|ft|inc|ltd|corp|co|bros|vs|etc|jan|feb|aug|sept|oct|nov|dec|dept|univ|assn|no|messrs|supt|insp|det|\p{L})$/iu;

const CLITIC = /^(.*[\p{L}\p{N}])(['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M))$/u;
const NEGATION = /^(.*\p{L})(n['’]t|N['’]T)$/u;

/** Splits `text.slice(from, to)` into tokens in order; runs in time linear in the length. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const slice = from === 0 && to === text.length ? text : text.slice(from, to);
  const push = (startUtf16: number, words: string) => {
    tokens.push({ startUtf16, endUtf16: startUtf16 + words.length, text: words, lower: words.toLowerCase() });
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(slice); match !== null; match = TOKEN.exec(slice)) {
    let words = match[0];
    const startUtf16 = from + match.index;
    if (words.length > 200) {
      push(startUtf16, words);
      continue;
    }
    const isTitleDot =
      slice[match.index + words.length] === "." && ABBREVIATION.test(words) && followsOn(slice, match, words);
    if (isTitleDot) {
      words += ".";
      TOKEN.lastIndex += 1;
    }
    const clitic = /['’]/.test(words) ? (NEGATION.exec(words) ?? CLITIC.exec(words)) : null;
    if (clitic === null) push(startUtf16, words);
    else {
      const stem = clitic[1] ?? "";
      push(startUtf16, stem);
      push(startUtf16 + stem.length, clitic[2] ?? "");
    }
  }
  return tokens;
}

/** Whether a dot after a short word belongs to it: a title or initial before a capital, a month before a number. */
function followsOn(slice: string, match: RegExpExecArray, words: string): boolean {
  const next = slice.slice(match.index + words.length + 1, match.index + words.length + 3);
  if (words.length === 1) return /^\p{Lu}$/u.test(words) && /^(?: ?\p{Lu}|,)/u.test(next);
  if (/^no$/i.test(words)) return /^ \p{N}/u.test(next);
  if (/^(?:inc|ltd|corp|co|bros|jr|sr|etc|dept|assn|univ)$/i.test(words))
    return /^(?: ?\p{Ll}|,| \()/u.test(next);
  return /^(?: ?[\p{Lu}\p{N}]|,)/u.test(next);
}
