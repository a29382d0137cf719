import type { Sentence } from "./document";
import type { Stretch } from "./marks";

/** The heads of a sentence turned round, with what each word governs and how the words lie in quotation marks. */
export interface Tree {
  readonly sentence: Sentence;
  readonly size: number;
  readonly tags: readonly string[];
  readonly lower: readonly string[];
  readonly heads: Int32Array;
  /** The leftmost and rightmost position that a word governs, itself included. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The number of the stretch a word stands in, or -1. */
  readonly quote: Int32Array;
  /** 1 where a stretch opens before the word (2 when the word is capitalised), or closes with it or with the punctuation after it. */
  readonly opens: Uint8Array;
  readonly closes: Uint8Array;
  childrenBefore(at: number): number[];
  childrenAfter(at: number): number[];
}

const WORD = /[\p{L}\p{N}]/u;

/** Builds the tree of a sentence. `firstStretch` is the first stretch that ends after the sentence begins. */
export function treeOf(sentence: Sentence, stretches: readonly Stretch[], firstStretch: number): Tree {
  const { tokens, heads } = sentence;
  const size = tokens.length;
  const first = Int32Array.from({ length: size }, (_, at) => at);
  const last = Int32Array.from({ length: size }, (_, at) => at);
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
  const children: number[][] = Array.from({ length: size }, () => []);
  for (let at = 0; at < size; at += 1) children[heads[at] ?? -1]?.push(at);
  const quote = new Int32Array(size).fill(-1);
  const opens = new Uint8Array(size);
  const closes = new Uint8Array(size);
  let next = firstStretch;
  for (let at = 0; at < size; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    while (next < stretches.length && (stretches[next]?.endUtf16 ?? 0) <= token.startUtf16) next += 1;
    const stretch = stretches[next];
    if (stretch === undefined) break;
    if (stretch.startUtf16 <= token.startUtf16) {
      quote[at] = next;
      const before = tokens[at - 1];
      if (stretch.startUtf16 >= (before?.endUtf16 ?? sentence.startUtf16))
        opens[at] = /^\p{Lu}/u.test(token.text) ? 2 : 1;
      // the closing mark may stand after the comma or full stop that follows the last word
      let after = at + 1;
      while (after < size && !WORD.test(tokens[after]?.text ?? "")) after += 1;
      if (stretch.endUtf16 <= (tokens[after]?.startUtf16 ?? sentence.endUtf16)) closes[at] = 1;
    }
  }
  return {
    sentence,
    size,
    tags: sentence.tags,
    lower: tokens.map((token) => token.lower.replace("’", "'")),
    heads,
    first,
    last,
    quote,
    opens,
    closes,
    childrenBefore: (at) => (children[at] ?? []).filter((child) => child < at),
    childrenAfter: (at) => (children[at] ?? []).filter((child) => child > at),
  };
}

export const isVerb = (tag: string | undefined): boolean => tag?.startsWith("VB") === true || tag === "MD";
export const isNoun = (tag: string | undefined): boolean =>
  tag !== undefined && (tag.startsWith("NN") || tag === "PRP" || tag === "FW");
