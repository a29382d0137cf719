import type { Form } from "@/lib/statements";

/** Marks that open and close a quotation, as newspapers of many languages set them. */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["„", "“"],
  ["„", "”"],
  ["”", "”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ['"', '"'],
  ["‘", "’"],
  ["‚", "‘"],
  ["「", "」"],
  ["『", "』"],
  ["＂", "＂"],
];

/** What the marks of a wording show of its form: all words within one pair, some within one; null where there are none. */
export function formShown(wording: string): Form | null {
  const words = wording.trim();
  for (const [open, close] of PAIRS) {
    if (words.length < 3 || !words.startsWith(open) || !words.endsWith(close)) continue;
    const inner = words.slice(open.length, -close.length);
    // “No,” she said, “never” begins and ends with marks that are not of one pair
    if (!inner.includes(close) && (open === close || !inner.includes(open))) return "direct";
  }
  return hasQuotation(words) ? "mixed" : null;
}

/** The words as two tables have them alike, the one with marks around them and a stop behind, the other without. */
export function bareKey(wordingKey: string): string {
  return wordingKey.replace(/^["'“”„‘’‚«»‹›「」『』\s]+|["'“”„‘’‚«»‹›「」『』\s.,;:]+$/gu, "") || wordingKey;
}

/** Whether some of the words stand within double marks; single ones may be apostrophes. */
function hasQuotation(words: string): boolean {
  return /[“„«»"「『＂][^“”„«»"」』＂]+[”“»«"」』＂]/u.test(words);
}

const NAMES: Readonly<Record<Form, string>> = {
  direct:
    "direct quote quotation verbatim direkt wörtlich wörtliche directe directa diretta direto direta прямая مباشر مستقیم",
  indirect:
    "indirect paraphrase paraphrased reported indirekt sinngemäß paraphrasiert indirecte indirecta indiretta indireto indireta косвенная غير_مباشر غیرمستقیم",
  mixed: "mixed partial part gemischt teilweise mixte partielle mixta parcial mista parziale смешанная",
};

/** The form that a cell names; null for a word that names none. */
export function formNamed(cell: string): Form | null {
  const word = cell
    .trim()
    .toLowerCase()
    .replace(/\s+(?:quote|quotation|speech|zitat|rede|citation|cita)$/u, "");
  const found = (Object.entries(NAMES) as [Form, string][]).find(([, names]) =>
    names.split(" ").includes(word.replace(/\s+/gu, "_")),
  );
  return found?.[0] ?? null;
}
