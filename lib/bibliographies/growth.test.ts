import { expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { mentionsIn } from "./mentions";
import { readBibliography } from "./read";
import { sheetAsCsv } from "./workbook";

const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ["brackets", (size) => "[{".repeat(size)],
  ["objects within each other", (size) => `[${'{"a":\n'.repeat(size)}`],
  ["marks that are never closed", (size) => `id,title\n${'a,"x\n'.repeat(size)}`],
  ["entries that are never closed", (size) => "@article{a,\n title = {{{\n".repeat(size)],
  [
    "a title of braces",
    (size) => `@article{a,\n title = {${"}".repeat(size)}x title = {${"}".repeat(size)}x`,
  ],
  ["records that are never closed", (size) => `<xml>${"<record><label>a".repeat(size)}`],
  ["labels that are never closed", (size) => `<xml><record>${"<label>a".repeat(size)}</record>`],
  ["addresses within each other", (size) => "https://a/".repeat(size)],
  ["tags", (size) => `TY  - NEWS\r\n${"ID  - a\r\n".repeat(size)}`],
  ["ids", (size) => "st-7k2m9q ".repeat(size)],
  ["lines without an id", (size) => "https://a.example/b\nwords\n".repeat(size)],
];

test.each(HOSTILE)(
  "%s cost no more than in proportion",
  async (_, make) => {
    const read = (text: string) =>
      readBibliography(text).entries.map((entry) => mentionsIn(entry.text, entry));
    expect(await growthOf(make, read, 1000)).toBeLessThan(TOO_MUCH);
  },
  120_000,
);

test("rows of a workbook that are never closed", async () => {
  const make = (size: number) => `<sheetData>${'<row r="1"><c r="A1"><v>1'.repeat(size)}`;
  expect(await growthOf(make, (sheet) => sheetAsCsv(sheet, ""), 1000)).toBeLessThan(TOO_MUCH);
}, 120_000);
