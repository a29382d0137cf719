import type { GrammarWords, Language, Trained } from "../languages";
import type { Span } from "../model";
import type { Stretch, Token } from "../text";
import { paragraphsOf, quotedStretches, sentencesOf, tokenize } from "../text";
import { WordMemory, wordNumber } from "../weights";
import { withBodyNames } from "./body-names";
import type { Parser } from "./parser";
import { makeParser } from "./parser";
import type { Marks } from "./repairs";
import { repaired, withInversion, withTagOf } from "./repairs";
import type { Tagger } from "./tagger";
import { makeTagger } from "./tagger";

/** A sentence with its words, their parts of speech and their heads (-1 for the root). */
export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly tags: readonly string[];
  readonly heads: Int32Array;
  /** What its language knows. @throws {Error} in a language without weights, whose sentences nobody asks. */
  readonly trained: Trained;
}

/** An article as the rules see it. */
export interface Article {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly stretches: readonly Stretch[];
  readonly language: Language;
}

const LONGEST_PARSED = 250;

interface Models {
  readonly tagger: Tagger;
  parser: Parser | null;
}

const models = new WeakMap<GrammarWords, Models>();

/** Made when they are first needed: an article without a possible cue is never parsed. */
function modelsOf(words: GrammarWords): Models {
  const made = models.get(words) ?? { tagger: makeTagger(words.tagger), parser: null };
  models.set(words, made);
  return made;
}

/**
 * Reads a text once: paragraphs, quotation marks, sentences and words. Parts of speech and heads are worked out only for
 * the sentences that are asked for them, since most of the time goes there.
 */
export function readArticle(text: string, language: Language): Article {
  const paragraphs = paragraphsOf(text);
  const stretches = quotedStretches(text, paragraphs);
  const isMark = markTest(stretches);
  const closings = new Set(stretches.map((stretch) => stretch.endUtf16));
  const openings = new Set(stretches.map((stretch) => stretch.startUtf16));
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, at) => {
    for (const span of sentencesOf(text, paragraph, language.sentences)) {
      const tokens: Token[] = [];
      const closes: number[] = [];
      let opensAt = -1;
      for (const token of tokenize(text, span.startUtf16, span.endUtf16)) {
        if (!isMark(token)) tokens.push(token);
        else if (closings.has(token.endUtf16)) closes.push(tokens.length);
        else if (opensAt < 0 && openings.has(token.startUtf16)) opensAt = tokens.length;
      }
      sentences.push(new ReadSentence(span, sentences.length, at, tokens, { opensAt, closes }, language));
    }
  });
  return { text, paragraphs, sentences, stretches, language };
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
    private readonly marks: Marks,
    private readonly language: Language,
  ) {
    this.startUtf16 = span.startUtf16;
    this.endUtf16 = span.endUtf16;
  }

  get trained(): Trained {
    const { trained, code } = this.language;
    if (trained === null) throw new Error(`No parts of speech are known in ${code}`);
    return trained;
  }

  get tags(): readonly string[] {
    if (this.knownTags === null) {
      const { grammar } = this.trained;
      const { tagger } = modelsOf(grammar);
      const read = tagger(this.stopped);
      const repairs = repaired(
        grammar,
        this.tokens,
        read.length > this.tokens.length ? read.slice(0, -1) : read,
      );
      const named = withBodyNames(this.trained.cast, this.tokens, repairs);
      const tags = withInversion(grammar, this.tokens, named, this.marks);
      this.knownTags = this.marks.closes.reduce(
        (known, from) => withTagOf(grammar, this.tokens, known, from),
        tags,
      );
    }
    return this.knownTags;
  }

  /** The words as the tagger and the parser know sentences, which end with a full stop. */
  private get stopped(): readonly Token[] {
    const last = this.tokens.at(-1);
    const isOver = last === undefined || !/[\p{L}\p{N}]/u.test(last.text);
    return isOver || this.tokens.length >= LONGEST_PARSED ? this.tokens : [...this.tokens, STOP];
  }

  private parsedBy(parser: Parser): Int32Array {
    const { tokens, tags, stopped } = this;
    if (stopped === tokens) return parser.parseTokens(tokens, tags);
    const stop = tokens.length;
    return parser
      .parseTokens(stopped, [...tags, "."])
      .slice(0, stop)
      .map((head) => (head === stop ? -1 : head));
  }

  get heads(): Int32Array {
    if (this.knownHeads === null) {
      const { grammar } = this.trained;
      const known = modelsOf(grammar);
      known.parser ??= makeParser(grammar.parser);
      const canParse = this.tokens.length <= LONGEST_PARSED;
      this.knownHeads = canParse ? this.parsedBy(known.parser) : new Int32Array(this.tokens.length).fill(-1);
    }
    return this.knownHeads;
  }
}

/** The full stop that a line of a list, a caption or a headline goes without. */
const STOP: Token = { startUtf16: 0, endUtf16: 0, text: ".", lower: ".", word: wordNumber(".", 0, 1) };

/** Quotation marks are no words: the tagger and the parser read the sentence without them. */
function markTest(stretches: readonly Stretch[]): (token: Token) => boolean {
  const ends = new Set(stretches.flatMap((stretch) => [stretch.startUtf16, stretch.endUtf16 - 1]));
  return ({ word, text, startUtf16 }) => {
    const sort = sortsOfMark.ofNumbered(word, text);
    return sort === "mark" || (sort === "apostrophe" && ends.has(startUtf16));
  };
}

const sortsOfMark = new WordMemory((text) =>
  /^(?:["“”„«»‹›＂‘]+|''|``)$/u.test(text) ? "mark" : /^['’‚]$/u.test(text) ? "apostrophe" : "none",
);
