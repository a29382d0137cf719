import { foldForSearch } from "./normalise";

// what the scripts of Europe and the Near East set over and under letters; elsewhere a mark is a vowel and stays
const OVER_AND_UNDER =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/gu;
// letters that keyboards of Arabic, Persian, Urdu and Pashto have each of their own
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ى: "ي", ی: "ي", ې: "ي", ۍ: "ي", ئ: "ي", ک: "ك", ګ: "گ", ہ: "ه", ھ: "ه", ۀ: "ه", ۃ: "ة" },
  ...{ ø: "o", đ: "d", ð: "d", ł: "l", æ: "ae", œ: "oe", þ: "th", ı: "i", ħ: "h" },
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

// where words stand without spaces between them each letter is a word, and a word is looked for as letters in a row
const SPACELESS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const WORD = new RegExp(`[${SPACELESS}]\\p{M}*|(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}])+`, "gu");

// most of what is written in English: nothing in it is folded but case, and no sign of it stands within a word
const PLAIN = /^[\t\n\r !-~–—‘’“”…]*$/u;
const PLAIN_WORD = /[a-z0-9]+/g;

/** A text as its words are compared: folded as `foldForSearch` does, and without what stands over and under letters. */
function foldWords(text: string): string {
  return foldForSearch(text)
    .normalize("NFKD")
    .replace(OVER_AND_UNDER, "")
    .normalize("NFKC")
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}

/**
 * The words of a text as a search has them: "détente" and "DETENTE", "cease-fire" and "cease fire", "Straße" and "strasse"
 * are the same words.
 */
export function searchWords(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(PLAIN_WORD) ?? [];
  return foldWords(text).match(WORD) ?? [];
}

/**
 * Texts as a search looks in them: each a line of its words with a space before and behind each, so that ` a b ` is a phrase
 * and ` a` the beginning of a word. Empty texts leave no line.
 */
export function searchKeyOf(...texts: readonly string[]): string {
  return texts
    .map((text) => searchWords(text).join(" "))
    .filter(Boolean)
    .map((words) => ` ${words} `)
    .join("\n");
}
