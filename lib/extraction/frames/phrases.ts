import type { Tree } from "../grammar";
import { isNoun } from "../grammar";
import { symbolOf } from "../weights";
import type { CueSite } from "./cue-sites";
import type { Frame } from "./frame";
import type { Layout } from "./layouts";
import type { SpeakerCandidate } from "./subjects";

/** How sure a phrase is that has no other reading. */
const SURE = 0.8;

/** Tokens of a sentence from the first to the last, both inclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The noun phrase that begins at a word, up to a mark or a verb. */
export function phraseFrom({ tags, lower, quote, size }: Tree, from: number): SpeakerCandidate | null {
  let to = from;
  while (
    to < size &&
    quote[to] === -1 &&
    (/^(?:NN|JJ|DT|PRP|CD|POS|FW|HYPH)/.test(tags[to] ?? "") ||
      (to > from && /^(?:of|for|&)$/.test(lower[to] ?? "")))
  )
    to += 1;
  while (to > from && !isNoun(tags[to - 1])) to -= 1;
  return to > from ? { head: to - 1, from, to: to - 1 } : null;
}

export function stretchFrom({ quote, size }: Tree, open: number): TokenRange {
  let to = open;
  while (to + 1 < size && quote[to + 1] === quote[open]) to += 1;
  return { from: open, to };
}

/** The quotation that opens behind a word with at most a comma, a colon and a few words between. */
export function quotationAfter(tree: Tree, from: number): TokenRange | null {
  for (let at = from; at < tree.size && at - from < 10; at += 1) {
    if (tree.opens[at]) return stretchFrom(tree, at);
    if (tree.quote[at] !== -1 || tree.lower[at] === ";") return null;
  }
  return null;
}

/** The quotation that closes at or just before a word. */
export function quotationBefore({ quote, closes }: Tree, at: number): TokenRange | null {
  let to = at;
  while (to >= 0 && at - to < 3 && !closes[to]) to -= 1;
  if (to < 0 || !closes[to] || quote[to] === -1) return null;
  let from = to;
  while (from > 0 && quote[from - 1] === quote[to]) from -= 1;
  return { from, to };
}

export function frameOf(
  tree: Tree,
  at: number,
  speaker: SpeakerCandidate,
  pieces: readonly TokenRange[],
  layout: Layout,
): Frame {
  const stem = tree.trained.grammar.stemOf(tree.lower[at] ?? "", tree.tags[at] ?? "");
  const site: CueSite = {
    at,
    stem,
    complement: "quote",
    symbols: { stem: symbolOf(stem), complement: symbolOf("quote"), simple: symbolOf("quote") },
  };
  const shares = { cue: SURE, speaker: 1, layout: 1, start: 1, end: 1 };
  return { tree, site, speaker, layout, pieces, shares, keep: SURE };
}

const BE = /^(?:is|are|was|were|be|been|being)$/;

/** Whether a form of "be" stands before a participle, with nothing but helping verbs between. */
export function isPassiveAt({ lower, tags }: Tree, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 5; back -= 1) {
    if (BE.test(lower[back] ?? "")) return true;
    if (!/^(?:RB|MD|VB.?)$/.test(tags[back] ?? "")) return false;
  }
  return false;
}
