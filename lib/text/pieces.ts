/**
 * The words that pieces of a text make: " … " stands between two that do not touch, one space between two that only a line
 * end or a sign of an e-mail parts.
 */
export function wordingOf(text: string, pieces: readonly (readonly [number, number])[]): string {
  let wording = "";
  let last = 0;
  for (const [start, end] of pieces) {
    const isApart = /[\p{L}\p{N}]/u.test(text.slice(last, start));
    if (wording !== "") wording += isApart ? " … " : " ";
    wording += text.slice(start, end);
    last = end;
  }
  return wording;
}
