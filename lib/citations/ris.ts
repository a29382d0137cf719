import type { CslItem } from "./csl-item";
import { invertedCslName } from "./csl-names";

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
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return `${[...written, "ER  - "].join("\r\n")}\r\n`;
}

/** YYYY/MM/DD/: the slashes stay where a part is not known. */
function dateInRis([year, month, day]: readonly number[]): string {
  const two = (part: number | undefined) => (part === undefined ? "" : String(part).padStart(2, "0"));
  return `${String(year).padStart(4, "0")}/${two(month)}/${two(day)}/`;
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
