import { type CslItem, invertedCslName, toCslItem } from "@/lib/citations";
import { type ExportFormat, STATEMENT_SCOPES } from "./format";
import { onOneLine } from "./signs";

const TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "NEWS",
  webpage: "ELEC",
  broadcast: "VIDEO",
  speech: "UNPB",
  post: "BLOG",
  report: "RPRT",
  dataset: "DATA",
  book: "BOOK",
};

/**
 * An item in RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): one tag a line, CRLF, UTF-8. A value is one line, so
 * what would end it becomes a space.
 */
export function toRis(item: CslItem): string {
  const issued = item.issued?.["date-parts"][0];
  const lines: [tag: string, value: string | undefined][] = [
    ["TY", TYPES[item.type] ?? "GEN"],
    // first of the notes, for what must be read first
    ["N1", item.status],
    ["ID", item.id],
    ["TI", item.title],
    ...(item.author ?? []).map((name): [string, string] => ["AU", invertedCslName(name)]),
    ["M3", item.genre],
    ["T2", item["container-title"]],
    ["PB", item.publisher],
    ["PY", issued?.[0]?.toString()],
    ["DA", issued && dateInRis(issued)],
    ["UR", item.URL],
    ["Y2", item.accessed && dateInRis(item.accessed["date-parts"][0])],
    ["LA", item.language],
    ["N1", item.note],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${onOneLine(value)}`] : []));
  return `${[...written, "ER  - "].join("\r\n")}\r\n`;
}

/** YYYY/MM/DD/: the slashes stay where a part is not known. */
function dateInRis([year, month, day]: readonly number[]): string {
  const two = (part: number | undefined) => (part === undefined ? "" : String(part).padStart(2, "0"));
  return `${String(year).padStart(4, "0")}/${two(month)}/${two(day)}/`;
}

export const RIS: ExportFormat = {
  id: "ris",
  label: "RIS",
  extension: "ris",
  mediaType: "application/x-research-info-systems",
  isBinary: false,
  isReference: true,
  about: "For Zotero, EndNote, Mendeley, RefWorks and Citavi.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "what was judged: sourcing, verdicts, relations and positions",
    "whether a name is a body’s: a body with a comma is read as a person by some programs",
    "words past the first thousand signs: the address has the rest",
    "line breaks",
  ],
  async *write(statements) {
    for await (const one of statements) yield toRis(toCslItem(one));
  },
};
