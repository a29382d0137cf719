import { type CslItem, invertedCslName, keptAs, toCslItem } from "@/lib/citations";
import { onOneLine } from "@/lib/text";
import { type ExportFormat, STATEMENT_SCOPES } from "./format";

// a speech is a presentation in Zotero and audiovisual material in EndNote; what is unpublished is an article of a journal there
const TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "NEWS",
  webpage: "ELEC",
  broadcast: "VIDEO",
  speech: "SLIDE",
  hearing: "HEAR",
  personal_communication: "PCOMM",
  post: "BLOG",
  report: "RPRT",
  dataset: "DATA",
  book: "BOOK",
};

const HAVE_KINDS = ["RPRT", "SLIDE", "ELEC", "BLOG", "PCOMM"];
const GENRES: Readonly<Record<string, string>> = { interview: "Interview" };

/**
 * An item in RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): one tag a line, CRLF, UTF-8. A value is one line, so
 * what would end it becomes a space.
 */
export function toRis(item: CslItem, kind = item.type): string {
  const type = TYPES[kind] ?? "GEN";
  const container = item["container-title"];
  const issued = item.issued?.["date-parts"][0];
  let record = "";
  const add = (tag: string, value: string | undefined) => {
    if (value) record += `${tag}  - ${onOneLine(value)}\r\n`;
  };
  add("TY", type);
  // first of the notes, for what must be read first
  add("N1", item.status);
  add("ID", item.id);
  add("TI", item.title);
  for (const name of item.author ?? []) add("AU", invertedCslName(name));
  // a letter has who it went to there, and other types an editor
  if (type === "PCOMM") for (const name of item.interviewer ?? []) add("A2", invertedCslName(name));
  // Zotero takes it for a DOI where a type has no kinds of its own
  if (HAVE_KINDS.includes(type)) add("M3", item.genre ?? GENRES[item.type]);
  add("T2", container);
  // bibutils reads the paper here, and takes T2 for its short title
  if (type === "NEWS") add("JF", container);
  add("PB", item.publisher ?? (type === "VIDEO" ? container : undefined));
  add("PY", issued?.[0]?.toString());
  add("DA", issued && dateInRis(issued));
  add("UR", item.URL);
  add("Y2", item.accessed && dateInRis(item.accessed["date-parts"][0]));
  add("LA", item.language);
  add("N1", item.note);
  return `${record}ER  - \r\n`;
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
    for await (const one of statements) yield toRis(toCslItem(one), keptAs(one));
  },
};
