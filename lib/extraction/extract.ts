import { buildCast } from "./cast";
import { readArticle } from "./document";
import { draftsOf } from "./drafts";
import { framesOf } from "./frames";
import { labelledStatements } from "./labels";
import type { ExtractOptions, Proposal } from "./model";
import { proposalsFrom } from "./proposals";

/** The languages whose grammar is known here; of any other only what marks, labels and signatures show is found. */
const KNOWN = new Set(["en"]);

/**
 * Finds the attributed statements of an article, in reading order, offsets in UTF-16 units of `text`.
 * The same text always gives the same proposals; a speaker who would have to be guessed is left out. Never throws.
 */
export function extract(text: string, { language = "en" }: ExtractOptions = {}): Proposal[] {
  const hasGrammar = KNOWN.has(language.toLowerCase().split(/[-_]/, 1)[0] ?? "");
  const article = readArticle(text, hasGrammar);
  const drafts = draftsOf(article, hasGrammar ? framesOf(article) : [], labelledStatements(article));
  if (drafts.length === 0) return [];
  return proposalsFrom(article, drafts, buildCast(text, article.sentences, article.stretches));
}
