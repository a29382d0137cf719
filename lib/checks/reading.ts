import { createHash } from "node:crypto";
import { foldForSearch, segmentsOf, sentencesIn } from "@/lib/text";
import { salientIn } from "./salient";

/** A sentence of a draft with its words, whatever anybody says of them. */
export interface ReadSentence {
  /** Stays as long as the words do; the nth of several alike is the nth in every draft. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly ReadWord[];
}

interface ReadWord {
  readonly start: number;
  readonly end: number;
  /** Stands in a name, a number, a date or a superlative. */
  readonly isSalient: boolean;
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

// a draft never changes, and each decision asks for its words again: 20,000 of them take 0.3 s to find
const MOST_KEPT = 4;
const kept = new Map<string, readonly ReadSentence[]>();

/** The sentences of a draft that have a word. The last few drafts are remembered. */
export function readSentences(text: string, language: string): readonly ReadSentence[] {
  const name = `${language}\n${text}`;
  const found = kept.get(name) ?? sentencesOf(text, language);
  kept.delete(name);
  kept.set(name, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

function sentencesOf(text: string, language: string): ReadSentence[] {
  const salient = salientIn(text, language);
  const seen = new Map<string, number>();
  const sentences: ReadSentence[] = [];
  let fact = 0;
  for (const { start, end } of linesOf(text)) {
    const key = keyOf(text.slice(start, end), seen);
    const words: ReadWord[] = [];
    for (const { segment, index, isWordLike } of segmentsOf(WORDS, text.slice(start, end))) {
      if (!isWordLike) continue;
      const at = { start: start + index, end: start + index + segment.length };
      while ((salient[fact]?.end ?? Number.POSITIVE_INFINITY) <= at.start) fact++;
      words.push({ ...at, isSalient: (salient[fact]?.start ?? Number.POSITIVE_INFINITY) < at.end });
    }
    if (words.length > 0) sentences.push({ key, start, end, words });
  }
  return sentences;
}

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  for (const { segment, index } of sentencesIn(SENTENCES, text)) {
    // a line is a sentence: headlines, captions and turns of a transcript have no full stop
    let start = index;
    for (const line of segment.split("\n")) {
      if (line.trim() !== "") yield { start, end: start + line.length };
      start += line.length + 1;
    }
  }
}

function keyOf(sentence: string, seen: Map<string, number>): string {
  const hash = createHash("sha256").update(foldForSearch(sentence)).digest("hex").slice(0, 24);
  const nth = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, nth);
  return nth === 1 ? hash : `${hash}-${nth}`;
}
