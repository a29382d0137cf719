import { type CslItem, invertedCslName, keptAs, toCslItem } from "@/lib/citations";
import { onOneLine } from "@/lib/text";
import { type ExportFormat, STATEMENT_SCOPES, twoDigits } from "./format";

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
  const accessed = item.accessed?.["date-parts"][0];
  // a record is made a hundred thousand times in a file: no list and no function is made for it
  let record = line("TY", type);
  // first of the notes, for what must be read first
  record += line("N1", item.status);
  record += line("ID", item.id);
  record += line("TI", item.title);
  if (item.author) for (const name of item.author) record += line("AU", invertedCslName(name));
  // a letter has who it went to there, and other types an editor
  if (type === "PCOMM" && item.interviewer)
    for (const name of item.interviewer) record += line("A2", invertedCslName(name));
  // Zotero takes it for a DOI where a type has no kinds of its own
  if (HAVE_KINDS.includes(type)) record += line("M3", item.genre ?? GENRES[item.type]);
  record += line("T2", container);
  // bibutils reads the paper here, and takes T2 for its short title
  if (type === "NEWS") record += line("JF", container);
  record += line("PB", item.publisher ?? (type === "VIDEO" ? container : undefined));
  if (issued) record += `PY  - ${issued[0]}\r\nDA  - ${dateInRis(issued)}\r\n`;
  record += line("UR", item.URL);
  if (accessed) record += `Y2  - ${dateInRis(accessed)}\r\n`;
  record += line("LA", item.language);
  record += line("N1", item.note);
  return `${record}ER  - \r\n`;
}

function line(tag: string, value: string | undefined): string {
  return value ? `${tag}  - ${onOneLine(value)}\r\n` : "";
}

/** YYYY/MM/DD/: the slashes stay where a part is not known. */
function dateInRis([year, month, day]: readonly number[]): string {
  return `${String(year).padStart(4, "0")}/${twoDigits(month)}/${twoDigits(day)}/`;
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
