import { buildCast } from "./cast";
import { draftsOf, labelledStatements } from "./drafts";
import { framesOf } from "./frames";
import { readArticle } from "./grammar";
import { languageOf } from "./languages";
import type { ExtractOptions, Proposal } from "./model";
import { proposalsFrom } from "./proposals";

/**
 * Finds the attributed statements of an article, in reading order, offsets in UTF-16 units of `text`.
 * The same text always gives the same proposals; a speaker who would have to be guessed is left out. Never throws.
 */
export function extract(text: string, { language = "en" }: ExtractOptions = {}): Proposal[] {
  const article = readArticle(text, languageOf(language));
  const drafts = draftsOf(
    article,
    article.language.hasGrammar ? framesOf(article) : [],
    labelledStatements(article),
  );
  if (drafts.length === 0) return [];
  return proposalsFrom(article, drafts, buildCast(text, article.sentences, article.stretches));
}
