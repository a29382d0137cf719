import type { CastWords } from "../languages";
import type { Bearer, Span } from "../model";
import { bearerOf } from "./bearers";
import { ago, roleOf } from "./because";
import { Descriptions } from "./descriptions";
import { findEntities } from "./entities";
import { lexiconOf } from "./lexicon";
import { Mentions } from "./mentions";
import { QuoteSpeakers } from "./quotes";
import type { Resolution } from "./resolution";
import { isPronoun } from "./runs";
import { Salience } from "./salience";
import { firstTokenAfter, pronounOf, type Token, tokenise } from "./tokens";

/** A name of the article with the name it resolves to. */
export interface CastName extends Span {
  readonly canonical: string;
  readonly sort: "person" | "body" | "place" | "unknown";
}

export interface Cast {
  /** Resolves the words of a mention: a name, a pronoun, a role, a group. Never throws; abstains with a null name. */
  resolve(mention: Span): Resolution;
  /** Every proper name in reading order. */
  readonly names: readonly CastName[];
}

const NOBODY: Resolution = {
  canonical: null,
  kind: "none",
  role: null,
  because: "no words to resolve",
  antecedent: null,
};

/** Headlines in title case, whose capitals make no names, and the places in them where somebody speaks. */
export interface Titles {
  readonly lines: readonly Span[];
  readonly speakers: readonly Span[];
}

function oneOf({ fold, text }: Token): Bearer | null {
  return /^(?:he|she|him|her)$/u.test(fold)
    ? { sort: "person", because: `“${text}” stands for a person` }
    : null;
}

/** For every token whether its capital says nothing, as in a headline; null when that is so nowhere. */
function capitalsWithoutNames(tokens: readonly Token[], { lines, speakers }: Titles): Uint8Array | null {
  if (lines.length === 0) return null;
  const marked = new Uint8Array(tokens.length);
  const mark = ({ startUtf16, endUtf16 }: Span, value: number) => {
    for (
      let at = firstTokenAfter(tokens, startUtf16);
      (tokens[at]?.startUtf16 ?? endUtf16) < endUtf16;
      at += 1
    )
      marked[at] = value;
  };
  for (const line of lines) mark(line, 1);
  for (const speaker of speakers) mark(speaker, 0);
  return marked;
}

/**
 * The people, bodies and groups of one article, and what each mention of them stands for.
 * `sentences` and `quoted` are in reading order without overlap; offsets are UTF-16. Work grows with the length of the text.
 */
export function buildCast(
  words: CastWords,
  text: string,
  sentences: readonly Span[],
  quoted: readonly Span[],
  titles: Titles = { lines: [], speakers: [] },
): Cast {
  const tokens = tokenise(text, sentences, quoted, lexiconOf(words));
  const { mentions } = findEntities(text, tokens, capitalsWithoutNames(tokens, titles));
  const descriptions = new Descriptions(tokens, mentions);
  const salience = new Salience(tokens, mentions, descriptions);
  const phrases = new Mentions(text, tokens, mentions, descriptions, salience);
  const quotes = new QuoteSpeakers(text, tokens, mentions, quoted, salience, descriptions);

  const resolve = (mention: Span): Resolution => {
    const first = firstTokenAfter(tokens, mention.startUtf16);
    let last = firstTokenAfter(tokens, mention.endUtf16 - 1);
    if ((tokens[last]?.startUtf16 ?? Number.POSITIVE_INFINITY) >= mention.endUtf16) last -= 1;
    const opening = tokens[first];
    if (!opening || last < first || opening.startUtf16 >= mention.endUtf16) return NOBODY;
    const pronoun = isPronoun(tokens, first) ? pronounOf(opening) : undefined;
    if (last === first && pronoun) {
      if (pronoun === "first" || pronoun === "first-plural") return quotes.firstPerson(first);
      const tie = salience.tieAt(first);
      if (!tie)
        return {
          canonical: null,
          kind: "pronoun",
          role: null,
          bearer: oneOf(opening),
          because: `nobody before “${opening.text}” is close enough to be meant`,
          antecedent: null,
        };
      return {
        canonical: tie.figure.entity?.canonical ?? tie.figure.label,
        kind: "pronoun",
        role: roleOf(text, tie.figure.entity),
        bearer: (tie.figure.entity && bearerOf(text, tokens, tie.figure.entity)) ?? oneOf(opening),
        because: `“${opening.text}” read as ${tie.figure.entity?.canonical ?? tie.figure.label}, last mentioned ${ago(tie.sentences)}`,
        antecedent: { startUtf16: tie.antecedent.startUtf16, endUtf16: tie.antecedent.endUtf16 },
        isAmbiguous: tie.isAmbiguous,
      };
    }
    return phrases.resolve(first, last);
  };

  return {
    resolve,
    names: mentions.map((mention) => ({
      startUtf16: mention.startUtf16,
      endUtf16: mention.endUtf16,
      canonical: mention.entity.canonical,
      sort: mention.entity.kind,
    })),
  };
}
