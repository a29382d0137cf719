import { buildCast, castAsPrinted } from "./cast";
import { type Draft, draftsOf, labelledStatements } from "./drafts";
import { framesOf } from "./frames";
import { type Article, readArticle } from "./grammar";
import { languageOf } from "./languages";
import type { ExtractOptions, Proposal } from "./model";
import { inSource, proposalsFrom } from "./proposals";
import { headlinesOf, isTitled, readingOf } from "./text";

/**
 * Finds the attributed statements of an article, in reading order, offsets in UTF-16 units of `text`.
 * The same text always gives the same proposals; a speaker who would have to be guessed is left out. Never throws.
 */
export function extract(text: string, { language = "en" }: ExtractOptions = {}): Proposal[] {
  const known = languageOf(language);
  const reading = readingOf(text, known.places);
  const article = readArticle(reading.text, known);
  const drafts = draftsOf(article, framesOf(article), labelledStatements(article, reading.mails));
  if (drafts.length === 0) return [];
  const { sentences, stretches } = article;
  const cast =
    known.trained === null
      ? castAsPrinted(reading.text)
      : buildCast(known.trained.cast, reading.text, sentences, stretches, titlesOf(article, drafts));
  return proposalsFrom(article, drafts, cast).map((proposal) => inSource(proposal, reading));
}

/** Headlines in title case, and who speaks in them. */
function titlesOf({ text, paragraphs }: Article, drafts: readonly Draft[]) {
  const lines = headlinesOf(text, paragraphs).filter(({ startUtf16, endUtf16 }) =>
    isTitled(text.slice(startUtf16, endUtf16)),
  );
  return { lines, speakers: lines.length === 0 ? [] : drafts.flatMap(({ speaker }) => speaker ?? []) };
}
