import { buildCast, type Cast, castAsPrinted, castByNouns } from "./cast";
import { type Draft, draftsOf, labelledStatements } from "./drafts";
import { framesOf } from "./frames";
import { type Article, readArticle } from "./grammar";
import { languageOf } from "./languages";
import type { ExtractOptions, Proposal } from "./model";
import { inSource, proposalsFrom } from "./proposals";
import { reportsOf } from "./reports";
import { headlinesOf, isTitled, readingOf } from "./text";

/**
 * Finds the attributed statements of an article, in reading order, offsets in UTF-16 units of `text`.
 * The same text always gives the same proposals; a speaker who would have to be guessed is left out. Never throws.
 */
export function extract(text: string, { language = "en" }: ExtractOptions = {}): Proposal[] {
  const known = languageOf(language);
  const reading = readingOf(text, known.places);
  const article = readArticle(reading.text, known);
  const drafts = draftsOf(
    article,
    framesOf(article),
    labelledStatements(article, reading.mails),
    reportsOf(article),
  );
  if (drafts.length === 0) return [];
  const cast = castOf(article, drafts);
  return proposalsFrom(article, drafts, cast).map((proposal) => inSource(proposal, reading));
}

/** Who is who, by what the language knows: words with weights, words for rules, or nothing. */
function castOf(article: Article, drafts: readonly Draft[]): Cast {
  const { text, language, sentences, stretches } = article;
  if (language.trained !== null)
    return buildCast(language.trained.cast, text, sentences, stretches, titlesOf(article, drafts));
  if (language.reports === null) return castAsPrinted(text);
  return castByNouns(
    text,
    language.reports,
    sentences,
    drafts.flatMap(({ speaker }) => speaker ?? []),
  );
}

/** Headlines in title case, and who speaks in them. */
function titlesOf({ text, paragraphs }: Article, drafts: readonly Draft[]) {
  const lines = headlinesOf(text, paragraphs).filter(({ startUtf16, endUtf16 }) =>
    isTitled(text.slice(startUtf16, endUtf16)),
  );
  return { lines, speakers: lines.length === 0 ? [] : drafts.flatMap(({ speaker }) => speaker ?? []) };
}
