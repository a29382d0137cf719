import type { Span } from "../model";

/** The paragraphs of a text: its lines with words in them, without the space around them. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  const add = (from: number, to: number) => {
    let startUtf16 = from;
    let endUtf16 = to;
    while (startUtf16 < endUtf16 && /\s/.test(text[startUtf16] ?? "")) startUtf16 += 1;
    while (endUtf16 > startUtf16 && /\s/.test(text[endUtf16 - 1] ?? "")) endUtf16 -= 1;
    if (startUtf16 < endUtf16) paragraphs.push({ startUtf16, endUtf16 });
  };
  let from = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\f\u2028\u2029]/g)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return paragraphs;
}
