const END = /[.!?…。؟۔]["”’»)\]]{0,3}(?=\s|$)|\n/gu;
const SHORT =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Capt|Rev|Hon|St|Jr|Sr|vs|No|Nr|Sra?|Inc|Ltd|Co|\p{Lu})\.$/u;
// what is longer is no sentence: a table, a text without full stops
const REACH = 1500;

/** The sentences of a text that a span stands in, without the space around them. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  return [sentenceStart(text, start), sentenceEnd(text, end)];
}

/** Where the sentence that holds a place begins. */
export function sentenceStart(text: string, at: number): number {
  const base = Math.max(0, at - REACH);
  let start = base;
  for (const match of text.slice(base, at).matchAll(END)) {
    const end = base + match.index + match[0].length;
    if (end <= at && !isShort(text, base + match.index)) start = end;
  }
  while (start < at && /\s/u.test(text[start] ?? "")) start += 1;
  return start;
}

/** What the sentence of a place has before it. */
export const toldBefore = (text: string, at: number): string =>
  text.slice(sentenceStart(text, Math.max(0, at - 1)), at);

/** Where the sentence that holds a place ends, its mark included. */
export function sentenceEnd(text: string, at: number): number {
  // a place just behind a full stop is the end of its sentence
  const from = Math.max(0, at - 1);
  const ahead = text.slice(from, at + REACH);
  for (const match of ahead.matchAll(END)) {
    const end = from + match.index + (match[0] === "\n" ? 0 : match[0].length);
    if (end >= at && !isShort(text, from + match.index)) return end;
  }
  return Math.min(text.length, at + REACH);
}

/** Whether the full stop at a place belongs to a short form: "Mr." */
const isShort = (text: string, at: number) =>
  text[at] === "." &&
  SHORT.test(text.slice(Math.max(0, at - 8), at + 1)) &&
  // "No. 5" is a number; "No. I went home." answers
  (!/(?<!\p{L})No\.$/u.test(text.slice(Math.max(0, at - 3), at + 1)) ||
    /^\s?\d/u.test(text.slice(at + 1, at + 3)));

/** Whether a sentence ends between two words, by what stands between them. */
export const isSentenceBreak = (before: string) => /[.!?…。؟۔]["”’»)\]]{0,3}\s|\n/u.test(before);
