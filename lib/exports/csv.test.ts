import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvRecord } from "./csv";

/** Reads one record back as RFC 4180 says. */
function readRecord(record: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= record.length - 2) {
    const quoted = /"((?:[^"]|"")*)"(?=,|\r\n$)/y;
    const bare = /([^,]*?)(?=,|\r\n$)/y;
    quoted.lastIndex = bare.lastIndex = at;
    const match = quoted.exec(record) ?? bare.exec(record);
    if (!match) throw new Error(`no cell at ${at}`);
    cells.push((match[1] ?? "").replaceAll('""', '"'));
    at += match[0].length + 1;
  }
  return cells;
}

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    [" =1", "' =1"],
    ["\u200b=1", "'\u200b=1"],
    ["＝1", "'＝1"],
    ["\u0007bell", "'\u0007bell"],
    ["plain", "plain"],
    ["a-b", "a-b"],
    ["“quoted”", "“quoted”"],
    ['say "no"', '"say ""no"""'],
    ["one, two", '"one, two"'],
    ["two\nlines", '"two\nlines"'],
    [-3, "-3"],
    [null, ""],
  ])("%j is written %j", (value, written) => expect(csvCell(value)).toBe(written));

  it("never begins with what a spreadsheet runs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [cell = ""] = readRecord(csvRecord([text]));
        expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
      }),
    );
  });

  it("is read back as it was, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (cells) => {
        const read = readRecord(csvRecord(cells));
        expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.replace(/^'/, "")))).toEqual(
          cells,
        );
      }),
    );
  });
});
