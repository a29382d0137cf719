/** What stands around a span: the selectors' prefix and suffix, and the sentences about it. Offsets are UTF-16. */
export interface Surroundings {
  readonly prefix: string;
  readonly suffix: string;
  readonly contextStartUtf16: number;
  readonly contextEndUtf16: number;
}

const AROUND = 32;
// a sentence longer than this is no sentence: a table, a list, a text without full stops
const REACH = 1200;

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** The words just around a span, and the sentences that hold it with one before and one after in its paragraph. */
export function surroundingsOf(text: string, startUtf16: number, endUtf16: number): Surroundings {
  const paragraphStart = text.lastIndexOf("\n", startUtf16 - 1) + 1;
  const nextBreak = text.indexOf("\n", endUtf16);
  const paragraphEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = atBoundary(text, Math.max(paragraphStart, startUtf16 - REACH));
  const to = atBoundary(text, Math.min(paragraphEnd, endUtf16 + REACH));

  const bounds = [...sentences.segment(text.slice(from, to))].map(({ index, segment }) => ({
    start: from + index,
    end: from + index + segment.trimEnd().length,
  }));
  const first = bounds.findLastIndex(({ start }) => start <= startUtf16);
  const last = bounds.findIndex(({ end }) => end >= endUtf16);
  return {
    prefix: text.slice(atBoundary(text, Math.max(0, startUtf16 - AROUND)), startUtf16),
    suffix: text.slice(endUtf16, atBoundary(text, Math.min(text.length, endUtf16 + AROUND))),
    contextStartUtf16: Math.min(startUtf16, bounds[Math.max(0, first - 1)]?.start ?? startUtf16),
    contextEndUtf16: Math.max(endUtf16, (bounds[last + 1] ?? bounds[last])?.end ?? endUtf16),
  };
}

/** The place itself, or one before it when it would part a surrogate pair. */
function atBoundary(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}
