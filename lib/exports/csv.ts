// what a spreadsheet takes for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection),
// also behind white space and marks that cannot be seen; a control character (Cc) is never let stand first
const BEGINS_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^\p{Cc}/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;

/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | null;

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula, or that begins with a control
 * character, gets an apostrophe before it; figures are left alone.
 */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = BEGINS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of a CSV file with the line end that the format asks for. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
