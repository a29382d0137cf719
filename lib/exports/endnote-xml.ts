import { type CslItem, type CslName, invertedCslName, keptAs, recordedAs, toCslItem } from "@/lib/citations";
import { inXml } from "@/lib/text";
import { type ExportFormat, STATEMENT_SCOPES } from "./format";

// the names and numbers under which EndNote keeps kinds of works
const TYPES: Readonly<Record<string, readonly [name: string, number: number]>> = {
  "article-newspaper": ["Newspaper Article", 23],
  "article-magazine": ["Magazine Article", 19],
  webpage: ["Web Page", 12],
  broadcast: ["Film or Broadcast", 21],
  speech: ["Unpublished Work", 34],
  post: ["Blog", 56],
  report: ["Report", 27],
  dataset: ["Dataset", 59],
  book: ["Book", 6],
  hearing: ["Hearing", 14],
  personal_communication: ["Personal Communication", 26],
};
const GENERIC = ["Generic", 13] as const;

/** The XML that EndNote exports and imports (RSXML.dtd). */
export const ENDNOTE_XML: ExportFormat = {
  id: "endnote-xml",
  label: "EndNote XML",
  extension: "enw.xml",
  mediaType: "application/xml",
  isBinary: false,
  isReference: true,
  about: "For EndNote, which keeps bodies whole and the day of access here and not in RIS.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "what was judged: sourcing, verdicts, relations and positions",
    "names in their own order, family name first",
    "words past the first thousand signs: the address has the rest",
    "characters that XML has no place for",
  ],
  async *write(statements) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n';
    let number = 0;
    for await (const one of statements) {
      number += 1;
      yield recordOf(toCslItem(one), { kind: keptAs(one), recorded: recordedAs(one), number });
    }
    yield "</records></xml>\n";
  },
};

interface Filed {
  readonly kind: string;
  readonly recorded: string;
  readonly number: number;
}

function recordOf(item: CslItem, { kind, recorded, number }: Filed): string {
  const [type, code] = TYPES[kind] ?? GENERIC;
  const issued = item.issued?.["date-parts"][0];
  const container = item["container-title"];
  // of a broadcast a program asks who distributed it, and knows no outlet
  const publisher = item.publisher ?? (kind === "broadcast" ? container : undefined);
  const accessed = item.accessed?.["date-parts"][0];
  const authors = namesIn("authors", item.author);
  // of a conversation, with whom it was
  const others = kind === "personal_communication" ? namesIn("secondary-authors", item.interviewer) : "";
  const parts = [
    '<source-app name="Verbatim" version="1.0">Verbatim</source-app>',
    `<rec-number>${number}</rec-number>`,
    `<ref-type name="${type}">${code}</ref-type>`,
    (authors || others) && `<contributors>${authors}${others}</contributors>`,
    `<titles>${element("title", item.title)}${container ? element("secondary-title", container) : ""}</titles>`,
    container && `<periodical>${element("full-title", container)}</periodical>`,
    issued &&
      `<dates>${element("year", String(issued[0]))}<pub-dates>${element("date", isoDay(issued))}</pub-dates></dates>`,
    publisher && element("publisher", publisher),
    item.genre
      ? element("work-type", item.genre)
      : item.type === "interview" && element("work-type", "Interview"),
    element("label", item.id),
    item.URL && `<urls><related-urls>${element("url", item.URL)}</related-urls></urls>`,
    accessed && element("access-date", isoDay(accessed)),
    item.language && element("language", item.language),
    element("notes", [item.status, recorded].filter(Boolean).join(" ")),
    item.note && element("research-notes", item.note),
  ];
  return `<record>${parts.filter(Boolean).join("")}</record>\n`;
}

function namesIn(place: string, names: readonly CslName[] = []): string {
  const written = names.map((name) => element("author", nameOf(name))).join("");
  return written && `<${place}>${written}</${place}>`;
}

/** A comma behind a name with no given one keeps EndNote from taking it apart. */
function nameOf(name: CslName): string {
  if ("literal" in name) return `${name.literal.replaceAll(",", "")},`;
  return invertedCslName(name);
}

function element(name: string, text: string): string {
  return `<${name}><style face="normal" font="default" size="100%">${inXml(text)}</style></${name}>`;
}

function isoDay(parts: readonly number[]): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}
