import { buildCast } from "./cast";
import { readArticle } from "./document";
import { draftsOf } from "./drafts";
import { framesOf } from "./frames";
import { labelledStatements } from "./labels";
import type { ExtractOptions, Proposal } from "./model";
import { proposalsFrom } from "./proposals";

/**
 * Finds the attributed statements of an article, in reading order, offsets in UTF-16 units of `text`.
 * The same text always gives the same proposals; a speaker who would have to be guessed is left out. Never throws.
 */
export function extract(text: string, _options: ExtractOptions = {}): Proposal[] {
  const article = readArticle(text);
  const drafts = draftsOf(article, framesOf(article), labelledStatements(article));
  if (drafts.length === 0) return [];
  return proposalsFrom(article, drafts, buildCast(text, article.sentences, article.stretches));
}
