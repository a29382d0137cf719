const SENTENCE_END = /[.!?…。؟۔]["”’»)\]]{0,3}\s/gu;

/**
 * Where a part of `text` ends that begins at `fromUtf16` and has at most `mostUtf16` units (at least 2): the end of the
 * text when it is near enough, else after a paragraph, a line, a sentence or a word, and never within a surrogate pair.
 */
export function partEnd(text: string, fromUtf16: number, mostUtf16: number): number {
  const limit = fromUtf16 + mostUtf16;
  if (limit >= text.length) return text.length;
  // a part is at least half as long as it may be, so that a heap of short lines makes no heap of parts
  const least = fromUtf16 + Math.ceil(mostUtf16 / 2);
  const late = text.slice(least, limit);
  const cut = lastEnd(late, "\n\n") ?? lastEnd(late, "\n") ?? lastSentenceEnd(late) ?? lastEnd(late, " ");
  if (cut !== null) return least + cut;
  return isWithinPair(text, limit) ? limit - 1 : limit;
}

function lastEnd(late: string, sign: string): number | null {
  const at = late.lastIndexOf(sign);
  return at < 0 ? null : at + sign.length;
}

function lastSentenceEnd(late: string): number | null {
  const last = [...late.matchAll(SENTENCE_END)].at(-1);
  return last ? last.index + last[0].length : null;
}

function isWithinPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}

const SEGMENTED_UTF16 = 2000;

/**
 * The segments of a text, as `segmenter.segment` has them. A part at a time: V8 takes the square of a text's length to
 * segment it (24,000 words took seven seconds). A text without places to cut may be cut within a segment.
 */
export function* segmentsOf(segmenter: Intl.Segmenter, text: string): Generator<Intl.SegmentData> {
  for (let from = 0; from < text.length; ) {
    const to = partEnd(text, from, SEGMENTED_UTF16);
    for (const segment of segmenter.segment(text.slice(from, to))) {
      yield { ...segment, index: from + segment.index };
    }
    from = to;
  }
}

/**
 * The sentences of a text, exactly as `segmenter.segment` has them, without its square: 200 kB in one line took it a second
 * and a half, a megabyte half a minute. It is asked for a stretch at a time. The last two sentences of a stretch are asked
 * for again with what follows them, for what follows says whether they end there.
 */
export function* sentencesIn(segmenter: Intl.Segmenter, text: string): Generator<Intl.SegmentData> {
  let length = SEGMENTED_UTF16;
  for (let from = 0; from < text.length; ) {
    const isLast = from + length >= text.length;
    const found = [...segmenter.segment(text.slice(from, from + length))];
    const sure = isLast ? found : found.slice(0, -2);
    for (const segment of sure) yield { ...segment, index: from + segment.index };
    if (isLast) return;
    // a sentence that is longer than the stretch is asked for in one twice as long
    if (sure.length === 0) length *= 2;
    else {
      from += found.at(-2)?.index ?? length;
      length = SEGMENTED_UTF16;
    }
  }
}
