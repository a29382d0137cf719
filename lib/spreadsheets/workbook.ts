import { outOfXml } from "@/lib/text";
import { openZip, type Zip } from "@/lib/zip/server";
import { dateOfSerial, dateStylesIn } from "./dates";
import { Budget, isFilled, type SheetLimits, type SheetRow, SpreadsheetRefused } from "./model";
import { elementsOf, firstOf } from "./xml";

interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** A workbook (ECMA-376): its sheets in their order, those that it hides last. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** The rows of a sheet in which something stands. @throws {SpreadsheetRefused} */
  rowsOf(sheet: Sheet, limits: SheetLimits): Promise<SheetRow[]>;
}

const ZIP_LIMITS = { mostFiles: 1000, mostBytes: 64 * 1024 * 1024, passesFolders: true };

/** Opens a workbook; null for a zip that is none. @throws {ZipRefused} */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook | null> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = async (start: number, length: number) => whole.subarray(start, start + length);
  const zip = await openZip({ size: whole.length, read }, ZIP_LIMITS);
  const book = await partOf(zip, "xl/workbook.xml");
  const sheets = await sheetsOf(zip, book);
  if (sheets.length === 0) return null;
  return {
    sheets,
    async rowsOf({ part }, limits) {
      const shared = elementsOf(await partOf(zip, "xl/sharedStrings.xml"), "si");
      const texts = shared.map(({ content }) => textsIn(content));
      const datedStyles = dateStylesIn(await partOf(zip, "xl/styles.xml"));
      const is1904 = /\bdate1904="(?:1|true)"/u.test(firstOf(book, "workbookPr")?.attributes ?? "");
      return rowsIn(await partOf(zip, part), { texts, datedStyles, is1904 }, limits);
    },
  };
}

async function sheetsOf(zip: Zip, book: string): Promise<Sheet[]> {
  const parts = zip.names.filter((one) => /^xl\/worksheets\/[^/]+\.xml$/u.test(one));
  const ties = new Map(
    elementsOf(await partOf(zip, "xl/_rels/workbook.xml.rels"), "Relationship").map(({ attributes }) => [
      attributeOf(attributes, "Id"),
      attributeOf(attributes, "Target").replace(/^\/?(?:xl\/)?/u, "xl/"),
    ]),
  );
  const named = elementsOf(book, "sheet").flatMap(({ attributes }) => {
    const part = ties.get(attributeOf(attributes, "r:id") || attributeOf(attributes, "id")) ?? "";
    const isHidden = /hidden/iu.test(attributeOf(attributes, "state"));
    return parts.includes(part) ? [{ name: outOfXml(attributeOf(attributes, "name")), part, isHidden }] : [];
  });
  if (named.length === 0) return parts.map((part, index) => ({ name: `Sheet ${index + 1}`, part }));
  return [...named.filter(({ isHidden }) => !isHidden), ...named.filter(({ isHidden }) => isHidden)].map(
    ({ name, part }) => ({ name, part }),
  );
}

/** The value of an attribute; empty where there is none. */
function attributeOf(attributes: string, name: string): string {
  return (
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u")
      .exec(attributes)
      ?.slice(1)
      .find(Boolean) ?? ""
  );
}

async function partOf(zip: Zip, name: string): Promise<string> {
  if (!zip.names.includes(name)) return "";
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(name)) pieces.push(piece);
  const xml = Buffer.concat(pieces).toString("utf8");
  // some programs write every name with a prefix
  return /<(?:worksheet|workbook|sst|styleSheet|Relationships)[\s>]/u.test(xml.slice(0, 2000))
    ? xml
    : xml.replace(/<(\/?)[A-Za-z]\w{0,20}:/gu, "<$1");
}

interface Meaning {
  readonly texts: readonly string[];
  readonly datedStyles: ReadonlySet<number>;
  readonly is1904: boolean;
}

const MOST_ROW = 1_048_576;

/** The rows of the XML of a sheet. @throws {SpreadsheetRefused} when it becomes more than is read */
export function rowsIn(sheet: string, meaning: Meaning, limits: SheetLimits): SheetRow[] {
  const budget = new Budget(limits);
  const rows: SheetRow[] = [];
  let number = 0;
  for (const row of elementsOf(sheet, "row")) {
    const told = Number(attributeOf(row.attributes, "r"));
    number = Number.isInteger(told) && told > number && told <= MOST_ROW ? told : number + 1;
    const cells: string[] = [];
    for (const { attributes, content } of elementsOf(row.content, "c")) {
      const column = columnOf(/\br="([A-Z]{1,3})\d+"/u.exec(attributes)?.[1]);
      // an empty cell may be left out, and the next one names its place
      while (column !== null && cells.length < column) {
        budget.take("");
        cells.push("");
      }
      const text = cellText(attributes, content, meaning);
      budget.take(text);
      cells.push(text);
    }
    if (isFilled(cells)) rows.push({ number, cells });
  }
  return rows;
}

function cellText(attributes: string, content: string, { texts, datedStyles, is1904 }: Meaning): string {
  const kind = attributeOf(attributes, "t");
  if (kind === "inlineStr") return textsIn(content);
  const value = firstOf(content, "v")?.content ?? "";
  if (kind === "s") return texts[Number(value)] ?? "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind === "" || kind === "n") {
    const isDate = datedStyles.has(Number(attributeOf(attributes, "s") || "0"));
    return (isDate ? dateOfSerial(value, is1904) : null) ?? value;
  }
  return asWritten(outOfXml(value));
}

// how its characters sound stands beside a text, and is none of its words
const textsIn = (xml: string) =>
  elementsOf(xml.includes("<rPh") ? xml.replace(/<rPh\b[^>]*>.*?<\/rPh>/gsu, "") : xml, "t")
    .map(({ content }) => asWritten(outOfXml(content)))
    .join("");

/** "_x000D_" stands for the character of that number (ECMA-376, 22.9.2.19). */
const asWritten = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

function columnOf(letters: string | undefined): number | null {
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The sheet of that name, or the first where none is named. @throws {SpreadsheetRefused} */
export function sheetNamed({ sheets }: Workbook, name: string): Sheet {
  const sheet = name === "" ? sheets[0] : sheets.find((one) => one.name === name);
  if (sheet) return sheet;
  const names = sheets.map((one) => `“${one.name}”`).join(", ");
  throw new SpreadsheetRefused("no_sheet", `It has no sheet “${name}”. It has ${names}.`);
}
