import type { Trained } from "../languages";
import type { Stretch } from "../text";
import { ints, symbol, tagTest, wordSymbol } from "../weights";
import type { Sentence } from "./document";

/** What a sentence shows before it is parsed: its words, their tags, and how they lie in quotation marks. */
export interface Surface {
  /** What the language of the sentence knows. */
  readonly trained: Trained;
  readonly sentence: Sentence;
  readonly size: number;
  readonly tags: readonly string[];
  readonly lower: readonly string[];
  /** Whether any word stands in a quotation. */
  readonly hasMarks: boolean;
  /** The number of the stretch a word stands in, or -1. */
  readonly quote: Int32Array;
  /** 1 where a stretch opens before the word (2 when the word is capitalised), or closes with it or with the punctuation after it. */
  readonly opens: Int32Array;
  readonly closes: Int32Array;
}

/** The heads of a sentence turned round, with what each word governs. */
export interface Tree extends Surface {
  /** The tags and the words as symbols, for features and tests. */
  readonly tagSymbols: Int32Array;
  readonly wordSymbols: Int32Array;
  readonly heads: Int32Array;
  /** The first word that a word governs and, from there, the next with the same head; -1 when there is none. */
  readonly firstChild: Int32Array;
  readonly nextChild: Int32Array;
  /** The leftmost and rightmost position that a word governs, itself included. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const WORD = /[\p{L}\p{N}]/u;

/** Builds the tree of a sentence. `firstStretch` is the first stretch that ends after the sentence begins. */
export function treeOf(sentence: Sentence, stretches: readonly Stretch[], firstStretch: number): Tree {
  return parsed(surfaceOf(sentence, stretches, firstStretch));
}

/** Reads the surface of a sentence, which is enough to see whether it is worth parsing. */
export function surfaceOf(sentence: Sentence, stretches: readonly Stretch[], firstStretch: number): Surface {
  const { tokens, tags, trained } = sentence;
  return {
    trained,
    sentence,
    size: tokens.length,
    tags,
    lower: tokens.map(({ lower }) => (lower.includes("’") ? lower.replace("’", "'") : lower)),
    ...marksIn(sentence, stretches, firstStretch),
  };
}

/** Adds to the surface of a sentence what governs what in it. */
export function parsed(surface: Surface): Tree {
  const { trained, sentence, size, tags, lower, hasMarks, quote, opens, closes } = surface;
  const { heads } = sentence;
  const first = ints(size);
  const last = ints(size);
  const tagSymbols = ints(size);
  const wordSymbols = ints(size);
  for (let at = 0; at < size; at += 1) {
    first[at] = at;
    last[at] = at;
    wordSymbols[at] = wordSymbol(sentence.tokens[at]?.word ?? -1, lower[at] ?? "");
    tagSymbols[at] = symbol(tags[at] ?? "");
  }
  // every arc of a projective tree is reached within a few passes; crossing arcs cannot arise from the parser
  for (let pass = 0; pass < 12; pass += 1) {
    let changed = false;
    for (let at = 0; at < size; at += 1) {
      const head = heads[at] ?? -1;
      if (head < 0) continue;
      if ((first[at] ?? 0) < (first[head] ?? 0)) {
        first[head] = first[at] ?? 0;
        changed = true;
      }
      if ((last[at] ?? 0) > (last[head] ?? 0)) {
        last[head] = last[at] ?? 0;
        changed = true;
      }
    }
    if (!changed) break;
  }
  const firstChild = ints(size).fill(-1);
  const nextChild = ints(size).fill(-1);
  for (let at = size - 1; at >= 0; at -= 1) {
    const head = heads[at] ?? -1;
    if (head < 0) continue;
    nextChild[at] = firstChild[head] ?? -1;
    firstChild[head] = at;
  }
  return {
    trained,
    sentence,
    size,
    tags,
    lower,
    tagSymbols,
    wordSymbols,
    heads,
    firstChild,
    nextChild,
    first,
    last,
    hasMarks,
    quote,
    opens,
    closes,
  };
}

function marksIn({ tokens, endUtf16, startUtf16 }: Sentence, stretches: readonly Stretch[], from: number) {
  const size = tokens.length;
  const quote = ints(size).fill(-1);
  const opens = ints(size);
  const closes = ints(size);
  let next = from;
  let hasMarks = false;
  for (let at = 0; at < size; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    while (next < stretches.length && (stretches[next]?.endUtf16 ?? 0) <= token.startUtf16) next += 1;
    const stretch = stretches[next];
    if (stretch === undefined || stretch.startUtf16 >= endUtf16) break;
    if (stretch.startUtf16 <= token.startUtf16) {
      quote[at] = next;
      hasMarks = true;
      const before = tokens[at - 1];
      if (stretch.startUtf16 >= (before?.endUtf16 ?? startUtf16))
        opens[at] = /^\p{Lu}/u.test(token.text) ? 2 : 1;
      // the closing mark may stand after the comma or full stop that follows the last word
      let after = at + 1;
      while (after < size && !WORD.test(tokens[after]?.text ?? "")) after += 1;
      if (stretch.endUtf16 <= (tokens[after]?.startUtf16 ?? endUtf16)) closes[at] = 1;
    }
  }
  return { hasMarks, quote, opens, closes };
}

export const isNoun = (tag: string | undefined): boolean =>
  tag !== undefined && (tag.startsWith("NN") || tag === "PRP" || tag === "FW");

/** The same, and whether it is a verb, asked of a tag's symbol. */
export const isVerbTag = tagTest(/^(?:VB|MD$)/);
export const isNounTag = tagTest(/^(?:NN|PRP$|FW$)/);
