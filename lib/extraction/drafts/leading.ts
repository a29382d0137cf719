import { phraseOf } from "../frames";
import type { Article, Sentence } from "../grammar";
import { isNoun, treeOf } from "../grammar";
import type { Span } from "../model";
import type { Stretch } from "../text";
import { firstEndingAfter } from "../text";

const LED_BY = 30;

/** "Pastor Dee Cole is blunt. “…”": who the sentence before is about, when it names nobody else. */
export function leading(
  { sentences, stretches, text, language }: Article,
  sentence: Sentence,
  stretch: Stretch,
): Span | null {
  const before = sentences[sentence.index - 1];
  if (before === undefined || before.paragraph !== sentence.paragraph || language.trained === null)
    return null;
  if (stretch.startUtf16 > sentence.startUtf16 + 1 || before.tokens.length > LED_BY) return null;
  if (
    stretch.endUtf16 < sentence.endUtf16 - 1 ||
    /[?:]["”’]?$/u.test(text.slice(before.startUtf16, before.endUtf16))
  )
    return null;
  const at = firstEndingAfter(stretches, before.startUtf16);
  if ((stretches[at]?.startUtf16 ?? 0) < before.endUtf16) return null;
  const tree = treeOf(before, stretches, at);
  // the tagger seldom sees "Tessa Gray shrugs."
  const final = before.tokens.length - 2;
  const isShort = tree.tags[final] === "NNS" && (tree.tags[final - 1] ?? "") === "NNP";
  const verb = isShort && final < 6 ? final : tree.tags.findIndex((tag) => /^(?:VBD|VBZ|MD)$/.test(tag));
  if (verb < 1) return null;
  const subject = tree.tags.findLastIndex((tag, place) => place < verb && isNoun(tag));
  const isPerson = /^NNP$/.test(tree.tags[subject] ?? "") || /^(?:he|she)$/.test(tree.lower[subject] ?? "");
  if (!isPerson || tree.tags.slice(verb).some((tag) => tag === "NNP" || tag === "PRP")) return null;
  const phrase = phraseOf(tree, subject);
  let { from } = phrase;
  const { to } = phrase;
  while (from > 0 && (tree.tags[from - 1] ?? "").startsWith("NNP")) from -= 1;
  const isFirst = from === 0 || /^[,:]$/.test(tree.tags[from - 1] ?? "");
  const first = before.tokens[from];
  const last = before.tokens[to];
  return isFirst && first && last ? { startUtf16: first.startUtf16, endUtf16: last.endUtf16 } : null;
}
