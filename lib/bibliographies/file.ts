import { DocumentRefused } from "@/lib/documents";
import { readDocument } from "@/lib/documents/server";
import { Refused } from "@/lib/errors";
import { decodeBytes } from "@/lib/text";
import { openZip, type Zip } from "@/lib/zip/server";
import { sheetAsCsv } from "./workbook";

const LIMITS = { mostFiles: 1000, mostBytes: 64 * 1024 * 1024, passesFolders: true };

/** The text of a bibliography that is a file: of a document its words, of a workbook its rows. @throws {Refused} */
export async function bibliographyText(bytes: Uint8Array, name: string): Promise<string> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    if (isZip) return (await workbookText(bytes)) ?? (await readDocument(bytes, name)).text;
  } catch (error) {
    if (!(error instanceof DocumentRefused) && !(error instanceof Error && error.name === "ZipRefused"))
      throw error;
    throw refused(`${name}: ${error.message}`);
  }
  // a page of the web is read for its words; every other text as it is, for its shape tells where its entries stand
  if (/\.x?html?$/iu.test(name)) return (await readDocument(bytes, name)).text;
  const decoded = decodeBytes(bytes);
  if (decoded === null) throw refused(`${name} is no text that can be read.`);
  return decoded.text;
}

const refused = (message: string) => new Refused([{ rule: "bibliography.file", message, field: "file" }]);

async function workbookText(bytes: Uint8Array): Promise<string | null> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source = {
    size: whole.length,
    read: async (start: number, length: number) => whole.subarray(start, start + length),
  };
  const zip = await openZip(source, LIMITS);
  const sheets = zip.names.filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(one));
  if (sheets.length === 0) return null;
  const shared = zip.names.includes("xl/sharedStrings.xml") ? await partOf(zip, "xl/sharedStrings.xml") : "";
  return sheetAsCsv(await partOf(zip, sheets[0] ?? ""), shared);
}

async function partOf(zip: Zip, name: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
