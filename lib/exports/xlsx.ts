import { inXml } from "@/lib/text";
import { type ZipFile, zipOf } from "@/lib/zip/server";
import type { Cell } from "./csv";
import { type ExportEntry, type ExportFormat, STATEMENT_SCOPES } from "./format";
import { statementColumns, statementRow } from "./statement-csv";

// https://support.microsoft.com/office/excel-specifications-and-limits: a program that reads more calls the file damaged
const MOST_CELL_UTF16 = 32_767;
const MOST_ROWS = 1_048_576;

/** A workbook (ECMA-376): every cell is text, so that nothing in it is counted, dated or run. */
export const XLSX: ExportFormat = {
  id: "xlsx",
  label: "XLSX",
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  isBinary: true,
  isFull: true,
  about: "For Excel, LibreOffice and Numbers: the columns of the CSV, every cell as text.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "the reasons and the evidence of verdicts and relations",
    "every correction but the newest",
    "the places of the words in the text of the source",
    "words past 32,767 signs, the most that a cell holds",
    "characters that XML has no place for",
  ],
  async *write(entries, { madeAt }) {
    yield* zipOf(filesOf(entries), madeAt);
  },
};

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

async function* filesOf(entries: Parameters<ExportFormat["write"]>[0]): AsyncGenerator<ZipFile> {
  const rows = rowsOf(entries);
  const sheets: number[] = [];
  // what does not fit on a sheet stands on a further one
  for (let isMore = true; isMore; ) {
    const number = sheets.push(sheets.length + 1);
    yield {
      name: `xl/worksheets/sheet${number}.xml`,
      pieces: sheetOf(rows, (more) => {
        isMore = more;
      }),
    };
  }
  const named = (text: (number: number) => string) => [sheets.map(text).join("")];
  yield file(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${TIES}"><sheets>`,
    ...named((n) => `<sheet name="Statements${n > 1 ? ` ${n}` : ""}" sheetId="${n}" r:id="rId${n}"/>`),
    "</sheets></workbook>",
  );
  yield file("xl/styles.xml", STYLES);
  yield file(
    "xl/_rels/workbook.xml.rels",
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    ...named(
      (n) => `<Relationship Id="rId${n}" Type="${TIES}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
    ),
    `<Relationship Id="rId0" Type="${TIES}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield file(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TIES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield file(
    "[Content_Types].xml",
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>`,
    ...named(
      (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
    ),
    "</Types>",
  );
}

function file(name: string, ...pieces: string[]): ZipFile {
  return { name, pieces: [HEAD, ...pieces] };
}

async function* rowsOf(
  entries: AsyncIterable<ExportEntry> | Iterable<ExportEntry>,
): AsyncGenerator<readonly Cell[]> {
  for await (const entry of entries) yield statementRow(entry);
}

/** One sheet of rows, the names of the columns above them; `told` hears whether rows are left. */
async function* sheetOf(
  rows: AsyncGenerator<readonly Cell[]>,
  told: (isMore: boolean) => void,
): AsyncGenerator<string> {
  const columns = statementColumns();
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns.length}" width="22" customWidth="1"/></cols><sheetData>`;
  yield rowOf(columns, 2);
  let isMore = false;
  for (let count = 1; count < MOST_ROWS; count += 1) {
    const { value, done } = await rows.next();
    if (done) break;
    yield rowOf(value, 1);
    isMore = count + 1 === MOST_ROWS;
  }
  told(isMore);
  yield "</sheetData></worksheet>";
}

function rowOf(cells: readonly Cell[], style: number): string {
  const written = cells.map((cell) =>
    cell === null || cell === ""
      ? "<c/>"
      : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${inCell(String(cell))}</t></is></c>`,
  );
  return `<row>${written.join("")}</row>`;
}

function inCell(text: string): string {
  const short =
    text.length > MOST_CELL_UTF16
      ? `${text.slice(0, MOST_CELL_UTF16 - 1).replace(/[\ud800-\udbff]$/u, "")}…`
      : text;
  // "_x000d_" would be read as the character of that number (ECMA-376, 22.9.2.19)
  return inXml(short.replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_"));
}

// text as its own format (49), and marked as text also for whoever edits a cell that begins as a formula does
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" xfId="0" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;
