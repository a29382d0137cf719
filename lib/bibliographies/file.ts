import { readDocument } from "@/lib/documents/server";
import { Refused } from "@/lib/errors";
import { SpreadsheetRefused } from "@/lib/spreadsheets";
import { readSpreadsheet } from "@/lib/spreadsheets/server";
import { decodeBytes } from "@/lib/text";

// a cell may stand anywhere in its row and name a text that stands once for many: a file of kilobytes could become anything
const MOST = { mostCells: 1_500_000, mostUtf16: 5 * 1024 * 1024 };

/** The text of a bibliography that is a file: of a document its words, of a workbook its rows. @throws {Refused} */
export async function bibliographyText(bytes: Uint8Array, name: string): Promise<string> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    if (isZip) return (await workbookText(bytes)) ?? (await readDocument(bytes, name)).text;
  } catch (error) {
    if (!(error instanceof Error) || !REFUSED.has(error.name)) throw error;
    throw refused(`${name}: ${error.message}`);
  }
  // a page of the web is read for its words; every other text as it is, for its shape tells where its entries stand
  if (/\.x?html?$/iu.test(name)) return (await readDocument(bytes, name)).text;
  const decoded = decodeBytes(bytes);
  if (decoded === null) throw refused(`${name} is no text that can be read.`);
  return decoded.text;
}

const REFUSED = new Set(["DocumentRefused", "SpreadsheetRefused"]);

const refused = (message: string) => new Refused([{ rule: "bibliography.file", message, field: "file" }]);

/** The first sheet of a workbook as CSV; null of a packed file that is none. */
async function workbookText(bytes: Uint8Array): Promise<string | null> {
  const read = await readSpreadsheet(bytes, MOST).catch((error: unknown) => {
    if (error instanceof SpreadsheetRefused && error.rule === "no_spreadsheet") return null;
    throw error;
  });
  return read?.rows.map(({ cells }) => `${cells.map(quoted).join(",")}\r\n`).join("") ?? null;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
