import type { AlignedPiece } from "@/lib/checking";

/** A part of a wording; `isOnly` where the other wording has not got it. */
export interface Part {
  readonly text: string;
  readonly isOnly: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const wordsIn = (text: string) => [...text.matchAll(WORD)];

/**
 * One wording, to the character, with what stands in it alone set off. Pieces that both have bear the draft's signs, so the
 * words are counted rather than looked for; where the count does not lead to the same words nothing is set off.
 */
export function setOff(whole: string, aligned: readonly AlignedPiece[], side: "draft" | "record"): Part[] {
  const words = wordsIn(whole);
  const only = new Set<number>();
  let at = 0;
  for (const { kind, text } of aligned) {
    if (kind !== "same" && kind !== side) continue;
    for (const [word] of wordsIn(text)) {
      if (folded(words[at]?.[0] ?? "") !== folded(word)) return [{ text: whole, isOnly: false }];
      if (kind === side) only.add(at);
      at += 1;
    }
  }
  if (at !== words.length || only.size === 0) return [{ text: whole, isOnly: false }];
  const parts: Part[] = [];
  let from = 0;
  for (const first of only) {
    if (only.has(first - 1)) continue;
    let last = first;
    while (only.has(last + 1)) last += 1;
    const start = words[first]?.index ?? 0;
    const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
    if (start > from) parts.push({ text: whole.slice(from, start), isOnly: false });
    parts.push({ text: whole.slice(start, end), isOnly: true });
    from = end;
  }
  if (from < whole.length) parts.push({ text: whole.slice(from), isOnly: false });
  return parts;
}

const folded = (word: string) => word.normalize("NFKC").toLowerCase();
