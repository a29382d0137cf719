import { classesOf } from "./en/cue-classes";
import { stemOf } from "./en/lemmas";
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

/**
 * Reads a text once: paragraphs, quotation marks, sentences and words. Parts of speech and heads are worked out only for
 * the sentences that are asked for them, since most of the time goes there.
 */
export function readArticle(text: string): Article {
  const paragraphs = paragraphsOf(text);
  const stretches = quotedStretches(text, paragraphs);
  const isMark = markTest(stretches);
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, at) => {
    for (const span of sentencesOf(text, paragraph)) {
      const tokens = tokenize(text, span.startUtf16, span.endUtf16).filter((token) => !isMark(token));
      sentences.push(new ReadSentence(span, sentences.length, at, tokens));
    }
  });
  return { text, paragraphs, sentences, stretches };
}

class ReadSentence implements Sentence {
  readonly startUtf16: number;
  readonly endUtf16: number;
  private knownTags: readonly string[] | null = null;
  private knownHeads: Int32Array | null = null;

  constructor(
    span: Span,
    readonly index: number,
    readonly paragraph: number,
    readonly tokens: readonly Token[],
  ) {
    this.startUtf16 = span.startUtf16;
    this.endUtf16 = span.endUtf16;
  }

  get tags(): readonly string[] {
    tagger ??= makeTagger(taggerData);
    this.knownTags ??= repaired(this.tokens, tagger(this.tokens));
    return this.knownTags;
  }

  get heads(): Int32Array {
    if (this.knownHeads === null) {
      parser ??= makeParser(parserData);
      const canParse = this.tokens.length <= LONGEST_PARSED;
      this.knownHeads = canParse
        ? parser(this.tokens.map(normalise), this.tags)
        : new Int32Array(this.tokens.length).fill(-1);
    }
    return this.knownHeads;
  }
}

/** "Analysts caution that": after a plural, before "that", a word that can be a verb of saying is one. */
function repaired(tokens: readonly Token[], tags: readonly string[]): readonly string[] {
  return tags.map((tag, at) =>
    (tag === "NN" || tag === "NNS") &&
    (tags[at - 1] === "NNS" || tags[at - 1] === "NNPS") &&
    tokens[at + 1]?.lower === "that" &&
    classesOf(stemOf(tokens[at]?.lower ?? "", "VB")).length > 0
      ? "VBP"
      : tag,
  );
}

/** Quotation marks are no words: the tagger and the parser read the sentence without them. */
function markTest(stretches: readonly Stretch[]): (token: Token) => boolean {
  const ends = new Set(stretches.flatMap((stretch) => [stretch.startUtf16, stretch.endUtf16 - 1]));
  return ({ text, startUtf16 }) =>
    !/^\w/.test(text) &&
    (/^(?:["“”„«»‹›＂‘]+|''|``)$/u.test(text) || (/^['’‚]$/u.test(text) && ends.has(startUtf16)));
}
