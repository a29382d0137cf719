import type { Article } from "../grammar";
import type { ReportWords } from "../languages";
import type { Span } from "../model";
import { firstEndingAfter, holds, type Stretch } from "../text";
import { countWords } from "../weights";
import type { Item } from "./units";

const MOST_OF_TERM = 7;

/**
 * Whether marks hold a name, a title or a term instead of what somebody said: a noun that is called so stands before them,
 * or all words of weight begin with capitals and nothing in them is a sentence.
 */
export function isTerm(text: string, words: ReportWords, items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.stretch < 0) return false;
  const inner = text.slice(item.startUtf16 + 1, item.endUtf16 - 1);
  const before = items[at - 1];
  if (before !== undefined && words.isNamedByMarks(before.lower)) return true;
  // a translation of a name: „…“ („…“)
  if (before?.text === "(") return true;
  // „Wort“-Verbindung: part of a noun
  if (text[item.endUtf16] === "-") return true;
  const count = countWords(inner);
  if (count > MOST_OF_TERM || /[.!?…,;:]$/u.test(inner)) return false;
  if (
    /^(?:genannt|genannte|genannten|sogenannt\p{L}*|so-called|llamad[oa]s?|denominad[oa]s?)$/u.test(
      before?.lower ?? "",
    )
  )
    return true;
  const weighty = inner.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  const capitals = weighty.filter((word) => /^\p{Lu}/u.test(word)).length;
  return weighty.length === capitals && /^[\p{Lu}\p{N}]/u.test(inner);
}

/** The quotations within a span that hold what somebody said, and no name or term. */
export function quotedWithin(article: Article, span: Span): Stretch[] {
  const { reports: words } = article.language;
  if (words === null) return [];
  const { text, stretches, sentences } = article;
  const found: Stretch[] = [];
  for (let at = firstEndingAfter(stretches, span.startUtf16); at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (stretch === undefined || stretch.startUtf16 >= span.endUtf16) break;
    const sentence = sentences[firstEndingAfter(sentences, stretch.startUtf16)];
    const before = sentence?.tokens.findLast((token) => token.endUtf16 <= stretch.startUtf16);
    const item = {
      startUtf16: stretch.startUtf16,
      endUtf16: stretch.endUtf16,
      text: "",
      lower: "",
      stretch: at,
    };
    const items: Item[] = before === undefined ? [item] : [{ ...before, stretch: -1 }, item];
    if (
      holds(span, stretch) &&
      !(isTerm(text, words, items, items.length - 1) && span.startUtf16 < stretch.startUtf16)
    )
      found.push(stretch);
  }
  return found;
}
