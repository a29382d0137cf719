import { DocumentRefused } from "@/lib/documents";
import { decodeFile } from "@/lib/documents/server";
import { readDelimited } from "./delimited";
import { isJsonLines, readJsonLines } from "./json-lines";
import { Budget, type ReadSpreadsheet, type SheetLimits, SpreadsheetRefused } from "./model";
import { openWorkbook, sheetNamed } from "./workbook";

const KINDS = "Take a .csv, .tsv, .xlsx or .jsonl file.";

/** Reads a sheet of a spreadsheet: the one that is named, else the first. @throws {SpreadsheetRefused} */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: SheetLimits,
  sheet = "",
): Promise<ReadSpreadsheet> {
  if (bytes.length === 0) throw new SpreadsheetRefused("empty", `There is nothing in it. ${KINDS}`);
  if (begins(bytes, [0x50, 0x4b])) return readWorkbook(bytes, limits, sheet);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new SpreadsheetRefused(
      "no_spreadsheet",
      "It is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx without one.",
    );
  const { text, encoding, notices } = decoded(bytes);
  // a sign that no text has tells a picture or a program; a few of them are told cell by cell
  const nuls = text.slice(0, 4096).split("\0").length - 1;
  if (nuls > 8 || text.startsWith("%PDF"))
    throw new SpreadsheetRefused("no_spreadsheet", `It is no spreadsheet that can be read. ${KINDS}`);
  const read = { encoding, notices, sheets: [], sheet: "" };
  if (isJsonLines(text)) return { ...read, kind: "jsonl", ...readJsonLines(text, limits) };
  const { records, unclosed } = readDelimited(text);
  const budget = new Budget(limits);
  for (const { cells } of records) for (const cell of cells) budget.take(cell);
  return {
    ...read,
    kind: "csv",
    columns: null,
    rows: records.map(({ row, cells }) => ({ number: row, cells: cells.map(unguarded) })),
    problems: unclosed.map(({ row }) => ({
      row,
      message:
        "A quotation mark that opens a cell of this row is never closed. Close it, or double it where it is meant.",
    })),
  };
}

/** What stands before a sign with which a formula begins, so that no spreadsheet runs the cell, is none of its words. */
const unguarded = (cell: string) => cell.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/u, "");

async function readWorkbook(bytes: Uint8Array, limits: SheetLimits, sheet: string): Promise<ReadSpreadsheet> {
  try {
    const book = await openWorkbook(bytes);
    if (book === null)
      throw new SpreadsheetRefused("no_spreadsheet", `It is a packed file, and no workbook. ${KINDS}`);
    const chosen = sheetNamed(book, sheet);
    return {
      ...{ kind: "xlsx", encoding: null, columns: null, notices: [], problems: [] },
      sheets: book.sheets.map(({ name }) => name),
      sheet: chosen.name,
      rows: await book.rowsOf(chosen, limits),
    };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ZipRefused") throw error;
    throw new SpreadsheetRefused("damaged", error.message, { cause: error });
  }
}

function decoded(bytes: Uint8Array) {
  try {
    return decodeFile(bytes, null);
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    throw new SpreadsheetRefused(
      "no_spreadsheet",
      `It is no text and no workbook that can be read. ${KINDS}`,
      {
        cause: error,
      },
    );
  }
}

const begins = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);
