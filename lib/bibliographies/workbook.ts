import { DocumentRefused } from "@/lib/documents";
import { unescapedXml } from "./endnote-xml";

// a cell may stand anywhere in its row and name a text that stands once for many: a file of kilobytes could become anything
const MOST_UTF16 = 5 * 1024 * 1024;

/**
 * The first sheet of a workbook (ECMA-376) as a table in CSV. Figures and texts alike are what the cell holds.
 * @throws {DocumentRefused} when it becomes more than is read
 */
export function sheetAsCsv(sheet: string, sharedStrings: string): string {
  const shared = elementsOf(sharedStrings, "si").map(({ content }) => textsIn(content));
  let csv = "";
  let length = 0;
  const take = (cells: string[], text: string) => {
    length += text.length + LEAST_UTF16;
    if (length > MOST_UTF16)
      throw new DocumentRefused(
        "too_large",
        "Its first sheet holds more than 5 million characters. Split it.",
      );
    cells.push(text);
  };
  for (const row of elementsOf(sheet, "row")) {
    const cells: string[] = [];
    for (const { attributes, content } of elementsOf(row.content, "c")) {
      const column = columnOf(/\br="([A-Z]{1,3})\d+"/u.exec(attributes)?.[1]);
      // an empty cell may be left out, and the next one names its place
      while (column !== null && cells.length < column) take(cells, "");
      take(cells, cellText(attributes, content, shared));
    }
    csv += `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
  }
  return csv;
}

// of an empty cell: its marks and what stands between it and the next
const LEAST_UTF16 = 3;

/** The elements of a name, none within another of it; one that is never closed ends where the next begins. */
function elementsOf(xml: string, name: string): { readonly attributes: string; readonly content: string }[] {
  const [, ...begun] = xml.split(new RegExp(`<${name}(?=[\\s/>])`, "u"));
  return begun.map((rest) => {
    const end = rest.indexOf(">");
    const attributes = rest.slice(0, Math.max(0, end));
    if (attributes.endsWith("/")) return { attributes, content: "" };
    const close = rest.indexOf(`</${name}>`, end);
    return { attributes, content: rest.slice(end + 1, close < 0 ? rest.length : close) };
  });
}

function cellText(attributes: string, content: string, shared: readonly string[]): string {
  const value = elementsOf(content, "v")[0]?.content ?? "";
  if (/\bt="s"/u.test(attributes)) return shared[Number(value)] ?? "";
  return /\bt="inlineStr"/u.test(attributes) ? textsIn(content) : unescapedXml(value);
}

const textsIn = (xml: string) =>
  elementsOf(xml, "t")
    .map(({ content }) => unescapedXml(content))
    .join("")
    .replace(/_x005F_/gu, "_");

function columnOf(letters: string | undefined): number | null {
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
