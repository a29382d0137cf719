/** A table as text: the place of each record, and its cells. */
export interface DelimitedTable {
  readonly separator: string;
  readonly records: readonly DelimitedRecord[];
  /** Where a mark is that is never closed, which then held until the end of its line. */
  readonly unclosed: readonly { readonly atUtf16: number; readonly row: number }[];
}

interface DelimitedRecord {
  /** From 1, blank ones counted, as a spreadsheet counts rows. */
  readonly row: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly cells: readonly string[];
}

/** The records of a text with separators (RFC 4180, and what programs make of it), without those in which nothing stands. */
export function readDelimited(text: string): DelimitedTable {
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const separator = separatorOf(text.slice(from, from + MOST_HEAD_UTF16));
  const records: DelimitedRecord[] = [];
  const unclosed: { atUtf16: number; row: number }[] = [];
  let row = 0;
  for (let at = from; at < text.length; ) {
    row += 1;
    let { cells, end, isOpen } = recordAt(text, at, separator);
    if (isOpen) {
      unclosed.push({ atUtf16: at, row });
      const line = text.indexOf("\n", at);
      end = line < 0 ? text.length : line + 1;
      cells = cellsOf(text.slice(at, end).replaceAll('"', ""), separator);
    }
    if (cells.some((cell) => cell.trim() !== "")) records.push({ row, startUtf16: at, endUtf16: end, cells });
    at = end;
  }
  return { separator, records, unclosed };
}

/** The cells of one line. */
export function cellsOf(line: string, separator = separatorOf(line)): string[] {
  return recordAt(line, 0, separator).cells;
}

function recordAt(text: string, from: number, separator: string) {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; ; at++) {
        const mark = text.indexOf('"', at);
        if (mark < 0) return { cells, end: text.length, isOpen: true };
        cell += text.slice(at, mark);
        at = mark + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
    cells.push(cell + text.slice(start, at));
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    return { cells, end: at, isOpen: false };
  }
}

// names of columns are short, and what is quoted in a row of them may hold any sign
const MOST_HEAD_UTF16 = 20_000;

/** The sign that parts most cells of the first line, what stands between marks left out. */
function separatorOf(head: string): string {
  const bare = head.replace(/"[^"]*"/gu, "");
  const [line = ""] = bare.split(/[\r\n]/u, 1);
  const counts = [",", ";", "\t", "|"].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
