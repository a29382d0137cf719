import { locateQuote } from "./locate";

/** A splice leaves out a clause or some sentences, not a chapter. */
const MOST_LEFT_OUT_UTF16 = 4000;
const SPLICE = /\[…\]|\[\.{3}\]|…|\.{3}/u;
const MOST_PIECES = 40;

/** Where words stand in a text, in pieces. */
export interface Pieces {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly pieces: readonly (readonly [start: number, end: number])[];
}

/**
 * Where a wording stands that joins words with "…" which the text has in this order and apart, near `startUtf16` when it is
 * given; null when it has them otherwise or not to the letter.
 */
export function locatePieces(text: string, wording: string, startUtf16?: number): Pieces | null {
  const parts = wording.split(SPLICE, MOST_PIECES + 1).map((part) => part.trim());
  const [first = "", ...rest] = parts;
  const isPieced = parts.length > 1 && parts.length <= MOST_PIECES;
  if (!isPieced || parts.some((part) => !/[\p{L}\p{N}]/u.test(part))) return null;
  const head = locateQuote(text, first, startUtf16 === undefined ? {} : { startUtf16 });
  if (head === null || head.state === "changed") return null;
  const pieces: [number, number][] = [[head.startUtf16, head.endUtf16]];
  let from = head.endUtf16;
  for (const part of rest) {
    const match = locateQuote(text.slice(from, from + MOST_LEFT_OUT_UTF16 + part.length), part, {
      startUtf16: 0,
    });
    if (match === null || match.state === "changed") return null;
    pieces.push([from + match.startUtf16, from + match.endUtf16]);
    from += match.endUtf16;
  }
  return { startUtf16: head.startUtf16, endUtf16: from, pieces };
}
