const PIECES = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu;
const MOST_LETTERS = 2;
const LEAST_WORD = 5;
const MOST_WORD = 60;

/**
 * The words that differ, as [was, is], when the two texts differ by no more than a typing error: the same signs, spaces
 * and number of words, at most two letters in all, each inside a word of five letters or more that keeps its first and
 * its last letter. Null when they differ by more, or not at all. No figure, no short word ("no", "not", "now") and no
 * beginning or end of a word ("unable", "harboured") is ever a typing error: those change what is said.
 */
export function typingErrors(before: string, after: string): [string, string][] | null {
  const piecesOf = (text: string): string[] => text.normalize("NFC").match(PIECES) ?? [];
  const [was, is] = [piecesOf(before), piecesOf(after)];
  if (was.length !== is.length) return null;
  const changed = was.flatMap((piece, index): [string, string][] =>
    piece === is[index] ? [] : [[piece, is[index] ?? ""]],
  );
  if (changed.length === 0 || !changed.every(([from, to]) => isInside(from, to))) return null;
  const letters = changed.reduce((sum, [from, to]) => sum + lettersBetween(from, to), 0);
  return letters <= MOST_LETTERS ? changed : null;
}

function isInside(from: string, to: string): boolean {
  const words = [from, to];
  if (
    !words.every(
      (word) => /^[\p{L}\p{M}]+$/u.test(word) && word.length >= LEAST_WORD && word.length <= MOST_WORD,
    )
  )
    return false;
  const [one, other] = words.map((word) => word.toLowerCase()) as [string, string];
  return one.at(0) === other.at(0) && one.at(-1) === other.at(-1) && Math.abs(from.length - to.length) <= 2;
}

/** How many letters were added, left out, mistaken or turned round (Damerau and Levenshtein, optimal alignment). */
function lettersBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= from.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isTurned = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          ...(isTurned ? [at(i - 2, j - 2) + 1] : []),
        ),
      );
    }
  }
  return at(from.length, to.length);
}
