import type { Span } from "../model";

const ENDS = /[.!?…:;][)\]"”’'»]*$/u;
const MOST_WORDS = 16;

/** The paragraphs that read like headlines: short, without an end, before others or alone. */
export function headlinesOf(text: string, paragraphs: readonly Span[]): Span[] {
  return paragraphs.filter(({ startUtf16, endUtf16 }, at) => {
    if (endUtf16 - startUtf16 > 130 || at > 40) return false;
    const line = text.slice(startUtf16, endUtf16);
    if (ENDS.test(line)) return false;
    const words = line.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
    return words.length > 1 && words.length <= MOST_WORDS;
  });
}

/** Whether nearly every word of weight begins with a capital: there a capital makes no name. */
export function isTitled(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 2 && capitals >= words.length * 0.8;
}
