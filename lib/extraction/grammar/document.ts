import type { GrammarWords, Language, Trained } from "../languages";
import type { Span } from "../model";
import type { Stretch, Token } from "../text";
import { paragraphsOf, quotedStretches, sentencesOf, tokenize } from "../text";
import { WordMemory, wordNumber } from "../weights";
import type { Parser } from "./parser";
import { makeParser } from "./parser";
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

/** The word at which a sentence first opens a quotation (-1 for nowhere), and the words after its closing marks. */
interface Marks {
  readonly opensAt: number;
  readonly closes: readonly number[];
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
      const tags = withInversion(grammar, this.tokens, repairs, this.marks);
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

/** "Analysts caution that", "Pew notes that": after a subject, before "that", a word that can be a verb of saying is one. */
function repaired(
  { classesOf, stemOf, canTagQuotation }: GrammarWords,
  tokens: readonly Token[],
  tags: readonly string[],
): readonly string[] {
  let better: string[] | null = null;
  // "Will told us": before a past form the word is a name; "Teachers’ unions": behind a plural the sign is a possessive
  if (tags[0] === "MD" && /^(?:will|may)$/.test(tokens[0]?.lower ?? "") && isPast(tokens[1], tags[1]))
    better = ["NNP", "VBD", ...tags.slice(2)];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (lower.startsWith("@") && tags[at] !== "NNP" && lower.length > 2) {
      better ??= [...tags];
      better[at] = "NNP";
    }
    // "the general quoted her": an adjective that is a noun where no other noun follows
    if (
      tags[at] === "JJ" &&
      tags[at - 1] === "DT" &&
      NOUN_TOO.test(lower) &&
      !/^(?:NN|JJ|VBG|VBN|CC|HYPH)/.test(tags[at + 1] ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "In court papers, Lively accuses": a capital within a sentence, where a subject stands
    if (
      at > 1 &&
      /^(?:RB|JJ|UH)$/.test(tags[at] ?? "") &&
      tags[at - 1] === "," &&
      /^VB[DZ]$/.test(tags[at + 1] ?? "") &&
      /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? "") &&
      /^\p{Ll}/u.test(tokens[at + 1]?.text ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NNP";
    }
    // "told the inquest he loved the sea": no superlative
    if (tags[at] === "JJS" && NO_SUPERLATIVE.test(lower)) {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "Letters seen by the paper warn that …": the only verb that a plural at the head can have
    if (
      tags[at] === "NN" &&
      tokens[at + 1]?.lower === "that" &&
      tags[0] === "NNS" &&
      (tags[at - 1] ?? "").startsWith("NN") &&
      classesOf(stemOf(lower, "VB")).length > 0 &&
      !tags.slice(0, at).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
    ) {
      better ??= [...tags];
      better[at] = "VBP";
    }
    // "Judge Ann Pruitt rules the ban is illegal"
    if (
      tags[at] === "NNS" &&
      (tags[at - 1] ?? "").startsWith("NNP") &&
      /^(?:DT|PRP|PRP\$|EX)$/.test(tags[at + 1] ?? "") &&
      classesOf(stemOf(lower, "VBZ")).length > 0
    ) {
      better ??= [...tags];
      better[at] = "VBZ";
    }
    // "…, reckons Simon French": behind a whole clause and a comma
    if (
      at > 3 &&
      tags[at] === "NNS" &&
      tags[at - 1] === "," &&
      (tags[at + 1] ?? "").startsWith("NNP") &&
      canTagQuotation(lower) &&
      tags.slice(0, at).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
    ) {
      better ??= [...tags];
      better[at] = "VBZ";
    }
    // "says lead author Yuki Mori", "admitted United boss Erik Haaland"
    const isNounNext = (tags[at + 1] ?? "").startsWith("NN");
    if (
      isNounNext &&
      lower === "lead" &&
      /^VB/.test(tags[at] ?? "") &&
      /^(?:VB[DZ]|DT|,)$/.test(tags[at - 1] ?? "")
    ) {
      better ??= [...tags];
      better[at] = "JJ";
    }
    if (isNounNext && lower === "boss" && tags[at] !== "NN") {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "who police said was armed": a noun between "who" and a verb of saying
    if (
      /^VB[PZ]$/.test(tags[at] ?? "") &&
      /^W(?:P|DT)$/.test(tags[at - 1] ?? "") &&
      /^VB[DZP]$/.test(tags[at + 1] ?? "") &&
      /^(?:say|said|says|warned|warn|claimed|claim)$/.test(tokens[at + 1]?.lower ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NNS";
    }
    // "but neighbours claim it had": before a verb of saying a plural that was taken for a verb
    if (
      tags[at] === "VBZ" &&
      /^(?:CC|,)$/.test(tags[at - 1] ?? "") &&
      tags[at + 1] === "VBP" &&
      classesOf(stemOf(tokens[at + 1]?.lower ?? "", "VBP")).includes("say")
    ) {
      better ??= [...tags];
      better[at] = "NNS";
    }
    // "aide warns of a long winter", "an autopsy found that": forms that are never nouns
    const form = FORMS.get(lower);
    if (
      at > 0 &&
      form !== undefined &&
      (tags[at] ?? "").startsWith("NN") &&
      /^(?:NN|PRP|JJ)/.test(tags[at - 1] ?? "") &&
      (!/^(?:NN|VB)/.test(tags[at + 1] ?? "") || (form === "VBZ" && tags[at + 1] === "NNP"))
    ) {
      better ??= [...tags];
      better[at] = form;
      if (tags[at - 1] === "JJ" && tags[at - 2] === "DT") better[at - 1] = "NN";
    }
    // "Juan Carlos I said"
    if (
      lower === "i" &&
      tags[at] === "PRP" &&
      (tags[at - 1] ?? "").startsWith("NNP") &&
      (tags[at - 2] ?? "").startsWith("NNP") &&
      tags[at + 1] === "VBD"
    ) {
      better ??= [...tags];
      better[at] = "NNP";
    }
  }
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    if (!/^[’']$/.test(tokens[at]?.text ?? "") || !/^NNP?S$/.test(tags[at - 1] ?? "")) continue;
    if (tags[at] === "POS" || !(tags[at + 1] ?? "").startsWith("N")) continue;
    better ??= [...tags];
    better[at] = "POS";
  }
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    if (tokens[at + 1]?.lower !== "that" || (tags[at] !== "NN" && tags[at] !== "NNS")) continue;
    const lower = tokens[at]?.lower ?? "";
    const before = tags[at - 1];
    const isPlural = before === "NNS" || before === "NNPS";
    const isSingular =
      lower.endsWith("s") &&
      canTagQuotation(lower) &&
      (before === "NNP" ||
        (before === "NN" && tags[at - 2] === "DT" && !/^(?:VB|MD)/.test(tags[at + 2] ?? "")));
    const tag = isPlural && classesOf(stemOf(lower, "VB")).length > 0 ? "VBP" : isSingular ? "VBZ" : null;
    if (tag === null) continue;
    better ??= [...tags];
    better[at] = tag;
  }
  return better ?? tags;
}

const isPast = (token: Token | undefined, tag: string | undefined) =>
  tag === "VBD" || /^(?:said|told|wrote)$/.test(token?.lower ?? "");

const FORMS: ReadonlyMap<string, string> = new Map([
  ...[
    "warns",
    "says",
    "tells",
    "insists",
    "argues",
    "denies",
    "admits",
    "confirms",
    "suggests",
    "believes",
    "thinks",
    "reckons",
    "alleges",
    "asserts",
    "contends",
    "concedes",
    "acknowledges",
  ].map((form) => [form, "VBZ"] as const),
  ...["found", "said", "told", "wrote", "knew", "swore"].map((form) => [form, "VBD"] as const),
]);

const NO_SUPERLATIVE =
  /^(?:(?:in|con|re)?quest|protest|interest|harvest|forest|guest|arrest|priest|contest|tempest|manifest|conquest|nest|chest|vest|west|midwest|crest)$/;

const NOUN_TOO =
  /^(?:general|daily|weekly|monthly|chief|executive|representative|relative|native|individual|patient|elder)$/;

// "a film called “Jaws”"
const NAMES =
  /^(?:called|named|titled|entitled|billed|dubbed|labell?ed|known|marked|headed|headlined|captioned)$/;

/** "Said Ellis: “…”" begins with its verb, not with a name. */
function withInversion(
  { canTagQuotation }: GrammarWords,
  tokens: readonly Token[],
  tags: readonly string[],
  { opensAt }: Marks,
): readonly string[] {
  // "The retailer blamed “unseasonal weather” for the slump": the only verb there is
  const verb = opensAt - 1;
  const isOnly =
    tags[verb] === "VBN" &&
    verb > 0 &&
    tags.slice(0, verb).every((tag) => /^(?:DT|JJ|NNP?S?|CD|POS|PRP\$)$/.test(tag)) &&
    !tags.some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
  if (isOnly && !NAMES.test(tokens[verb]?.lower ?? ""))
    return tags.map((tag, at) => (at === verb ? "VBD" : tag));
  if (opensAt < 3 || opensAt > 8 || !/^[,:]$/.test(tokens[opensAt - 1]?.text ?? "")) return tags;
  const isName = /^\p{Lu}/u.test(tokens[1]?.text ?? "") || /^(?:the|a|an|one)$/.test(tokens[1]?.lower ?? "");
  if (!isName || !canTagQuotation(tokens[0]?.lower ?? "")) return tags;
  if (tags.slice(1, opensAt).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))) return tags;
  return tags.map((tag, at) => (at > 0 ? tag : tokens[0]?.lower.endsWith("s") ? "VBZ" : "VBD"));
}

/**
 * "…,” Devine declared." A name and a verb of saying after a closing mark are the tag of the quotation, whatever the
 * tagger, who seldom sees so short a clause, makes of them.
 */
function withTagOf(
  { canTagQuotation, isVerbOfSaying }: GrammarWords,
  tokens: readonly Token[],
  tags: readonly string[],
  from: number,
): readonly string[] {
  if (from <= 0) return tags;
  let at = from;
  while (at < tokens.length && /^[,.?!…:;—–-]+$/.test(tokens[at]?.text ?? "")) at += 1;
  const start = at;
  let verb = -1;
  for (
    ;
    at < tokens.length && at - start < 14 && !/^(?:[.,:;?!]|—|--)$/.test(tokens[at]?.text ?? "");
    at += 1
  ) {
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tags[at] ?? "")) return tags;
    const lower = tokens[at]?.lower ?? "";
    const isPlural =
      /^(?:NNP?S)$/.test(tags[at - 1] ?? "") || /^(?:they|we|i|you)$/.test(tokens[at - 1]?.lower ?? "");
    const canSay = canTagQuotation(lower) || (isPlural && at > start && isVerbOfSaying(lower));
    if (/^(?:VBN|JJ|NNS?|VB)$/.test(tags[at] ?? "") && canSay) verb = at;
  }
  if (verb < 0) return tags;
  return tags.map((tag, place) => {
    if (place === verb) {
      const lower = tokens[verb]?.lower ?? "";
      return !canTagQuotation(lower) ? "VBP" : lower.endsWith("s") ? "VBZ" : "VBD";
    }
    const isName = place >= start && place < verb && /^\p{Lu}/u.test(tokens[place]?.text ?? "");
    return isName && !/^(?:NN|PRP|DT|POS|IN|CD)/.test(tag) ? "NNP" : tag;
  });
}

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
