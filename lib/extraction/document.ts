import parserData from "./en/parser-weights.json";
import taggerData from "./en/tagger-weights.json";
import type { Stretch } from "./marks";
import { quotedStretches } from "./marks";
import type { Span } from "./model";
import { paragraphsOf } from "./paragraphs";
import type { Parser } from "./parser";
import { makeParser } from "./parser";
import { sentencesOf } from "./sentences";
import type { Tagger } from "./tagger";
import { makeTagger, normalise } from "./tagger";
import type { Token } from "./tokens";
import { tokenize } from "./tokens";

/** A sentence with its words, their parts of speech and their heads (-1 for the root). */
export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly tags: readonly string[];
  readonly heads: Int32Array;
}

/** An article as the rules see it. */
export interface Article {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly stretches: readonly Stretch[];
}

const LONGEST_PARSED = 250;

let tagger: Tagger | null = null;
let parser: Parser | null = null;

/** Reads a text once: paragraphs, quotation marks, sentences, words, parts of speech and heads. */
export function readArticle(text: string): Article {
  tagger ??= makeTagger(taggerData);
  parser ??= makeParser(parserData);
  const paragraphs = paragraphsOf(text);
  const sentences: Sentence[] = [];
  const stretches = quotedStretches(text, paragraphs);
  const isMark = markTest(stretches);
  paragraphs.forEach((paragraph, at) => {
    for (const span of sentencesOf(text, paragraph)) {
      const tokens = tokenize(text, span.startUtf16, span.endUtf16).filter((token) => !isMark(token));
      const tags = tagger?.(tokens) ?? [];
      const heads =
        tokens.length <= LONGEST_PARSED && parser !== null
          ? parser(tokens.map(normalise), tags)
          : new Int32Array(tokens.length).fill(-1);
      sentences.push({ ...span, index: sentences.length, paragraph: at, tokens, tags, heads });
    }
  });
  return { text, paragraphs, sentences, stretches };
}

/** Quotation marks are no words: the tagger and the parser read the sentence without them. */
function markTest(stretches: readonly Stretch[]): (token: Token) => boolean {
  const ends = new Set(stretches.flatMap((stretch) => [stretch.startUtf16, stretch.endUtf16 - 1]));
  return (token) =>
    /^["“”„«»‹›＂‘]+$/u.test(token.text) || (/^['’‚]$/u.test(token.text) && ends.has(token.startUtf16));
}
