import type { ProofSentence } from "./proof";

// what a page carries of each, in its markup and once more for its scripts
const BYTES = { sentence: 380, run: 130, utf16: 2.2 } as const;
// some ten thousand words of prose; a part ends with a paragraph, and in the midst of one only where that is longer than a page may be
const FULL_BYTES = 450_000;
const MOST_BYTES = 550_000;

/** A draft in parts that a page shows one at a time: each its paragraphs, each its sentences, none of them left out. */
export function proofParts(text: string, sentences: readonly ProofSentence[]): ProofSentence[][][] {
  const parts: ProofSentence[][][] = [];
  let [end, bytes] = [0, 0];
  for (const sentence of sentences) {
    // what nobody checked has no mark
    const marked = sentence.runs.filter(({ state }) => state !== "unchecked").length;
    const own = BYTES.sentence + BYTES.run * marked + BYTES.utf16 * (sentence.end - sentence.start);
    const part = parts.at(-1);
    const paragraph = part?.at(-1);
    const isNext = paragraph === undefined || text.slice(end, sentence.start).includes("\n");
    bytes += own;
    if (part === undefined || bytes > (isNext ? FULL_BYTES : MOST_BYTES)) {
      parts.push([[sentence]]);
      bytes = own;
    } else if (isNext) part.push([sentence]);
    else paragraph.push(sentence);
    end = sentence.end;
  }
  return parts;
}
