import type { Article, Sentence } from "../grammar";
import type { Frame } from "./frame";

/** The words of a short sentence and where marks stand in it: sentences alike in both have the same frames. */
export function repeatKey(
  { text, stretches }: Article,
  sentence: Sentence,
  firstStretch: number,
): string | null {
  const { startUtf16, endUtf16 } = sentence;
  if (endUtf16 - startUtf16 > 120) return null;
  let key = text.slice(startUtf16, endUtf16);
  for (let at = firstStretch; at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (stretch === undefined || stretch.startUtf16 >= endUtf16) break;
    const from = Math.max(-1, stretch.startUtf16 - startUtf16);
    const to = Math.min(endUtf16 - startUtf16 + 1, stretch.endUtf16 - startUtf16);
    key += `|${from} ${to}`;
  }
  return key;
}

/** The frame of an earlier sentence, read as one of a later sentence with the same words. */
export function moved(frame: Frame, sentence: Sentence, stretchesLater: number): Frame {
  const quote = frame.tree.quote.map((stretch) => (stretch === -1 ? -1 : stretch + stretchesLater));
  return { ...frame, tree: { ...frame.tree, sentence, quote } };
}
