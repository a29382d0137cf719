import { describe, expect, it } from "vitest";
import { zipOf } from "@/lib/zip/server";
import { SpreadsheetRefused } from "./model";
import { readSpreadsheet } from "./read";

const LIMITS = { mostCells: 10_000, mostUtf16: 100_000 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSpreadsheet(bytesOf(text), LIMITS);
const cellsOf = async (text: string) => (await read(text)).rows.map(({ cells }) => cells);

async function workbook(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const files = Object.entries(parts).map(([name, xml]) => ({ name, pieces: [xml] }));
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(files, new Date(0))) pieces.push(piece);
  return Buffer.concat(pieces);
}

const BOOK = {
  "xl/workbook.xml":
    '<workbook><workbookPr/><sheets><sheet name="Old" sheetId="1" state="hidden" r:id="r1"/><sheet name="Said &amp; done" sheetId="2" r:id="r2"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels":
    '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/><Relationship Target="/xl/worksheets/b.xml" Id="r2"/></Relationships>',
  "xl/worksheets/a.xml": "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>",
};

describe("text with separators", () => {
  it.each([
    ["commas", "a,b\n1,2"],
    ["semicolons", "a;b\r\n1;2\r\n"],
    ["tabs", "a\tb\r1\t2"],
    ["a byte order mark", "\ufeffa,b\n1,2\n"],
    ["marks with another separator in them", '"a";b\n1;2'],
  ])("with %s", async (_, text) => {
    expect(await cellsOf(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("keeps lines and marks within a cell, and the number of its row", async () => {
    const { rows } = await read('quote,who\n\n"first\nsecond ""word""",Ada\n');
    expect(rows).toEqual([
      { number: 1, cells: ["quote", "who"] },
      { number: 3, cells: ['first\nsecond "word"', "Ada"] },
    ]);
  });

  it("takes a separator that stands within marks for none", async () => {
    expect(await cellsOf('"a;b;c",d\n"1;2",3')).toEqual([
      ["a;b;c", "d"],
      ["1;2", "3"],
    ]);
  });

  it("tells a mark that is never closed by its row, and reads on", async () => {
    const { rows, problems } = await read('a,b\n"x,y\n1,2\n');
    expect(problems).toEqual([{ row: 2, message: expect.stringContaining("never closed") }]);
    expect(rows.at(-1)).toEqual({ number: 3, cells: ["1", "2"] });
  });

  it("takes away what our own tables put before a formula", async () => {
    expect(await cellsOf("a\n'=1+1\n'- no\n'tis\n")).toEqual([["a"], ["=1+1"], ["- no"], ["'tis"]]);
  });

  it.each([
    ["UTF-16", Buffer.from("\ufeffa,b\n„Ja“,2\n", "utf16le"), "UTF-16", "„Ja“"],
    [
      "Windows-1252",
      Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x93, 0x4e, 0xf6, 0x94, 0x2c, 0x32]),
      "Windows-1252",
      "“Nö”",
    ],
  ])("in %s", async (_, bytes, encoding, cell) => {
    const found = await readSpreadsheet(bytes, LIMITS);
    expect(found).toMatchObject({ encoding, kind: "csv" });
    expect(found.rows[1]?.cells[0]).toBe(cell);
  });
});

describe("a workbook", () => {
  it("reads the first sheet that it shows, or the one that is named, with days, formulas and signs as they are shown", async () => {
    const bytes = await workbook({
      ...BOOK,
      "xl/styles.xml":
        '<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      "xl/sharedStrings.xml":
        '<sst><si><r><t>Wo</t></r><r><t>rt</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b &lt;c&gt;</t></si></sst>',
      "xl/worksheets/b.xml":
        '<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="5"><c r="A5" s="1"><v>45958</v></c><c r="B5" s="2"><v>45958.75</v></c><c r="C5" s="3"><v>45958</v></c><c r="D5" t="str"><f>A1&amp;"x"</f><v>made</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" t="e"><v>#REF!</v></c><c r="G5" t="s"><v>2</v></c></row></sheetData></worksheet>',
    });
    const found = await readSpreadsheet(bytes, LIMITS);
    expect(found).toMatchObject({ kind: "xlsx", sheets: ["Said & done", "Old"], sheet: "Said & done" });
    expect(found.rows).toEqual([
      { number: 2, cells: ["Wort", "", "東京"] },
      {
        number: 5,
        cells: ["2025-10-28", "2025-10-28T18:00", "45958", "made", "TRUE", "#REF!", "a\rb <c>"],
      },
    ]);
    expect((await readSpreadsheet(bytes, LIMITS, "Old")).rows).toEqual([{ number: 1, cells: ["7"] }]);
    await expect(readSpreadsheet(bytes, LIMITS, "Gone")).rejects.toThrow("It has “Said & done”, “Old”.");
  });

  it("counts days from 1904 where the workbook does, and reads names with a prefix", async () => {
    const bytes = await workbook({
      "xl/workbook.xml":
        '<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" r:id="r1"/></x:sheets></x:workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
      "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      "xl/worksheets/a.xml":
        "<x:worksheet><x:sheetData><x:row><x:c><x:v>44496</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    });
    expect((await readSpreadsheet(bytes, LIMITS)).rows).toEqual([{ number: 1, cells: ["2025-10-28"] }]);
  });
});

describe("lines of JSON", () => {
  it("give a column for each name, one object within another as well", async () => {
    const found = await read(
      '{"quote":"a","source":{"title":"T"}}\n\n{"who":["B","C"],"quote":null,"n":3}\n',
    );
    expect(found).toMatchObject({
      kind: "jsonl",
      columns: ["quote", "source.title", "who", "n"],
      problems: [],
    });
    expect(found.rows).toEqual([
      { number: 1, cells: ["a", "T"] },
      { number: 3, cells: ["", "", "B; C", "3"] },
    ]);
  });

  it("are told by line where one is none", async () => {
    const { rows, problems } = await read('{"a":1}\n{"a":\n[1]\n{"a":[[2]]}\n');
    expect(problems.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(rows).toHaveLength(1);
  });

  it("may be a list, and a name that objects have by themselves is one like any other", async () => {
    const found = await read('[{"__proto__":"x","a":"1"},{"constructor":"y"}]');
    expect(found.columns).toEqual(["__proto__", "a", "constructor"]);
  });
});

it.each([
  ["nothing", Buffer.alloc(0), "nothing in it"],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), ".xls"],
  ["a PDF", Buffer.from("%PDF-1.7 x"), "no spreadsheet"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array(400).fill(0)]), "no"],
  ["a zip that is none", Buffer.from("PK nothing"), "no zip file"],
  ["a list that breaks off", Buffer.from('[{"a":1},'), "none to its end"],
])("%s is refused in words", async (_, bytes, words) => {
  const reading = readSpreadsheet(bytes, LIMITS);
  await expect(reading).rejects.toThrow(SpreadsheetRefused);
  await expect(reading).rejects.toThrow(words);
});

it("more than is read is refused", async () => {
  await expect(read(`a\n${"x,".repeat(11_000)}`)).rejects.toThrow("more than 10,000 cells");
  await expect(read(`a\n${"x".repeat(100_001)}`)).rejects.toThrow("Split it");
});
