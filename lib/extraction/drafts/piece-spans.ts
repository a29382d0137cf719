import type { Frame } from "../frames";
import type { Article } from "../grammar";
import type { Span } from "../model";

/** The slice of the text that a piece covers, with the quotation marks that belong to it. */
export function spanOf(
  article: Article,
  frame: Frame,
  piece: { readonly from: number; readonly to: number },
): Span {
  const { tree, site } = frame;
  const tokens = tree.sentence.tokens;
  let startUtf16 = tokens[piece.from]?.startUtf16 ?? tree.sentence.startUtf16;
  let endUtf16 = tokens[piece.to]?.endUtf16 ?? startUtf16;
  const own = tree.quote[site.at] ?? -1;
  const firstQuote = tree.quote[piece.from] ?? -1;
  const lastQuote = tree.quote[piece.to] ?? -1;
  const first = article.stretches[firstQuote];
  const last = article.stretches[lastQuote];
  const isSentenceStart = piece.from === 0;
  if (first !== undefined && firstQuote !== own && ((tree.opens[piece.from] ?? 0) > 0 || isSentenceStart))
    startUtf16 = first.startUtf16;
  if (last !== undefined && lastQuote !== own) {
    let next = piece.to + 1;
    while (
      next < tree.size &&
      tree.quote[next] === lastQuote &&
      !/[\p{L}\p{N}]/u.test(tree.lower[next] ?? "")
    )
      next += 1;
    if (next >= tree.size || tree.quote[next] !== lastQuote) endUtf16 = last.endUtf16;
  }
  // a bracket that opens inside closes inside
  const words = article.text.slice(startUtf16, endUtf16);
  if (article.text[endUtf16] === ")" && words.lastIndexOf("(") > words.lastIndexOf(")")) endUtf16 += 1;
  return { startUtf16, endUtf16 };
}
