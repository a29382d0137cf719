import { expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { readDelimited } from "./delimited";
import { readJsonLines } from "./json-lines";
import { rowsIn } from "./workbook";

const LIMITS = { mostCells: 1_500_000, mostUtf16: 5 * 1024 * 1024 };
const MEANING = { texts: [], datedStyles: new Set<number>(), is1904: false };

test("rows of a workbook that are never closed cost no more than in proportion", async () => {
  const make = (size: number) => `<sheetData>${'<row r="1"><c r="A1"><v>1'.repeat(size)}`;
  expect(await growthOf(make, (sheet) => rowsIn(sheet, MEANING, LIMITS), 1000)).toBeLessThan(TOO_MUCH);
}, 120_000);

test.each([
  ["marks that are never closed", (size: number) => `id,title\n${'a,"x\n'.repeat(size)}`],
  ["marks of a first line", (size: number) => `${'"a,"'.repeat(size)}\n1,2`],
])(
  "%s cost no more than in proportion",
  async (_, make) => {
    expect(await growthOf(make, readDelimited, 2000)).toBeLessThan(TOO_MUCH);
  },
  120_000,
);

test("lines of JSON within one another cost no more than in proportion", async () => {
  const make = (size: number) => `{"a":${"[".repeat(size)}\n{"a":1}\n`.repeat(20);
  expect(await growthOf(make, (text) => readJsonLines(text, LIMITS), 1000)).toBeLessThan(TOO_MUCH);
}, 120_000);

test.each([
  ["far cells", `<sheetData>${'<row r="1"><c r="ZZZ1"/></row>'.repeat(2000)}`, ""],
  [
    "one text in many cells",
    `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(2000)}`,
    "x".repeat(100_000),
  ],
])("a workbook of kilobytes that becomes far more than is read is refused: %s", (_, sheet, text) => {
  expect(() => rowsIn(sheet, { ...MEANING, texts: [text] }, LIMITS)).toThrow("more than 1,500,000 cells");
});
