/** A slice of a text, in UTF-16. */
type Piece = readonly [startUtf16: number, endUtf16: number];

/** Words made of pieces of a text. */
export interface Joined {
  readonly wording: string;
  /** Where in the wording a sign stands for words of the text that are left out. */
  readonly splices: readonly Piece[];
}

const SPLICE = " … ";

/**
 * The words that pieces of a text make: " … " stands between two that do not touch, one space between two that only a line
 * end or a sign of an e-mail parts.
 */
export function joinPieces(text: string, pieces: readonly Piece[]): Joined {
  const splices: Piece[] = [];
  let wording = "";
  let last = 0;
  for (const [start, end] of pieces) {
    const isApart = /[\p{L}\p{N}]/u.test(text.slice(last, start));
    if (wording !== "" && isApart) {
      splices.push([wording.length + 1, wording.length + SPLICE.length - 1]);
      wording += SPLICE;
    } else if (wording !== "") wording += " ";
    wording += text.slice(start, end);
    last = end;
  }
  return { wording, splices };
}

/** The wording of `joinPieces` alone. */
export function wordingOf(text: string, pieces: readonly Piece[]): string {
  return joinPieces(text, pieces).wording;
}
