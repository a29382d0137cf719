/** A slice of a text, in UTF-16. */
type Piece = readonly [startUtf16: number, endUtf16: number];

/** Words made of pieces of a text. */
export interface Joined {
  readonly wording: string;
  /** Where in the wording a sign stands for words of the text that are left out. */
  readonly splices: readonly Piece[];
}

const SPLICE = " … ";

/** Pieces that are apart, joined as they are. */
export function joinApart(pieces: readonly string[]): Joined {
  const splices: Piece[] = [];
  let wording = pieces[0] ?? "";
  for (const piece of pieces.slice(1)) {
    splices.push([wording.length + 1, wording.length + SPLICE.length - 1]);
    wording += SPLICE + piece;
  }
  return { wording, splices };
}

/**
 * The words that pieces of a text make, each as `read` gives it: " … " stands between two that do not touch, one space
 * between two that only a line end or a sign of an e-mail parts.
 */
export function joinPieces(
  text: string,
  pieces: readonly Piece[],
  read: (piece: string) => string = (piece) => piece,
): Joined {
  const apart: string[] = [];
  let last = 0;
  for (const [start, end] of pieces) {
    const isApart = apart.length === 0 || /[\p{L}\p{N}]/u.test(text.slice(last, start));
    const piece = read(text.slice(start, end));
    if (isApart) apart.push(piece);
    else apart.push(`${apart.pop() ?? ""} ${piece}`);
    last = end;
  }
  return joinApart(apart);
}

/** The wording of `joinPieces` alone. */
export function wordingOf(text: string, pieces: readonly Piece[]): string {
  return joinPieces(text, pieces).wording;
}
