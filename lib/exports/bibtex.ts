import {
  type CslItem,
  type CslName,
  familyOfCsl,
  givenOfCsl,
  keptAs,
  recordedAs,
  toCslItem,
} from "@/lib/citations";
import { onOneLine } from "@/lib/text";
import { type ExportFormat, STATEMENT_SCOPES, twoDigits } from "./format";

type Dialect = "bibtex" | "biblatex";

const TYPES: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  bibtex: { "article-newspaper": "article", report: "techreport", book: "book" },
  biblatex: {
    // no "dataset": Zotero leaves a record out whose type it does not know
    ...{ "article-newspaper": "article", report: "report", book: "book" },
    ...{ webpage: "online", post: "online" },
  },
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

// what is said of the kind of a work where its type does not tell
const GENRES: Readonly<Record<string, string>> = {
  broadcast: "Broadcast",
  dataset: "Dataset",
  interview: "Interview",
};

/** How a record is written beside its item. */
interface Written {
  readonly dialect?: Dialect;
  /** The note that is printed in a reference. */
  readonly recorded?: string;
  /** What it is kept as, where there is no type for what it is. */
  readonly kind?: string;
}

/**
 * An item as BibTeX, or as BibLaTeX, of which biber checks every field: UTF-8 kept, TeX's own characters escaped, braces
 * balanced whatever a title holds. The words stand in the annotation, which no style prints.
 */
export function toBibtex(item: CslItem, beside: Written = {}): string {
  const { dialect = "bibtex", recorded = "", kind = item.type } = beside;
  const isLatex = dialect === "biblatex";
  const type = typeOf(kind, dialect, item.URL);
  const issued = item.issued?.["date-parts"][0];
  const [year, month, day] = issued ?? [];
  const accessed = item.accessed?.["date-parts"][0];
  // a record is made a hundred thousand times in a file: no list and no function is made for it
  let record = `@${type}{${item.id}`;
  if (isLatex && item.status) record += field("pubstate", escaped(item.status));
  // the second pair of braces keeps a style from changing the case of the printed title
  record += field("title", `{${escaped(item.title)}}`);
  if (item.author) record += field("author", namesInBibtex(item.author));
  record += outletField(item, type, isLatex);
  const genre = genreOf(item, type);
  const isPage = type === "online" || (isLatex && type === "article");
  record += field(isPage ? "titleaddon" : "type", escaped(genre));
  if (isLatex) {
    if (type === "article") record += field("entrysubtype", "newspaper");
    if (issued) record += field("date", isoDay(issued));
  } else {
    if (year !== undefined) record += field("year", String(year));
    // the name of a month is a word of BibTeX's own, and is not put between braces
    if (month !== undefined) record += `,\n  month = ${MONTHS[month - 1]}`;
    if (day !== undefined) record += field("day", String(day));
  }
  if (item.URL) record += field("url", urlInBibtex(item.URL));
  if (accessed) record += field("urldate", isoDay(accessed));
  record += field("langid", langidOf(item.language));
  const printed = isLatex || !item.status ? recorded : `${item.status}${recorded && ` ${recorded}`}`;
  record += field("note", escaped(printed));
  if (item.note) record += field(isLatex ? "annotation" : "annote", escaped(item.note));
  return `${record}\n}\n`;
}

function field(name: string, value: string | undefined): string {
  return value ? `,\n  ${name} = {${value}}` : "";
}

// what is held as text on a site is a page of it; a broadcast is none
const PAGES = ["speech", "hearing"];

function typeOf(kind: string, dialect: Dialect, address: string | undefined): string {
  if (dialect === "biblatex" && address && PAGES.includes(kind)) return "online";
  return TYPES[dialect][kind] ?? "misc";
}

// biber wants to hear of every report what kind of one it is
function genreOf(item: CslItem, type: string): string {
  return item.genre ?? GENRES[item.type] ?? (type === "report" ? "Report" : "");
}

/** In what it stands or who published it, in a field that biber knows of the type. */
function outletField(item: CslItem, type: string, isLatex: boolean): string {
  const { "container-title": container = "", publisher = "" } = item;
  switch (type) {
    case "article":
      return field(isLatex ? "journaltitle" : "journal", escapedOutlet(container));
    case "report":
    case "techreport":
      return field("institution", escapedOutlet(publisher));
    case "book":
      return field("publisher", escapedOutlet(publisher));
    default:
      // Zotero keeps what was "howpublished" as a remark, and BibTeX's styles print nothing else of such a record
      return field(isLatex ? "organization" : "howpublished", escapedOutlet(container || publisher));
  }
}

const written = new WeakMap<CslName, string>();

function namesInBibtex(names: readonly CslName[]): string {
  let joined = "";
  for (const name of names) joined += `${joined && " and "}${nameInBibtex(name)}`;
  return joined;
}

function nameInBibtex(name: CslName): string {
  const known = written.get(name);
  if (known !== undefined) return known;
  const text = writeName(name);
  written.set(name, text);
  return text;
}

function writeName(name: CslName): string {
  // braces keep a body's name from being taken apart at "and" and at spaces
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  // "von Last, Jr, First" (BibTeXing, Oren Patashnik, section 4)
  const parts = [familyOfCsl(name), ...(name.suffix ? [name.suffix] : []), givenOfCsl(name)].filter(Boolean);
  const alone = parts.length === 1 && /\s/u.test(parts[0] ?? "");
  const written = parts.map((part) => escaped(part).replace(/\band\b/gu, "{and}")).join(", ");
  return alone ? `{${written}}` : written;
}

// a brace without its other half would end its field early: it gets one beside it, where it is not printed
const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "\\{\\vphantom{\\}}",
  "}": "\\vphantom{\\{}\\}",
  "~": "{\\textasciitilde}",
  "^": "\\^{}",
};

const SPECIALS = /[\\{}~^&%$#_]/u;
// what a list says at every row, and escaped once
const MOST_KNOWN = 2000;
const outlets = new Map<string, string>();

function escapedOutlet(name: string): string {
  const known = outlets.get(name);
  if (known !== undefined) return known;
  if (outlets.size >= MOST_KNOWN) outlets.clear();
  const text = escaped(name);
  outlets.set(name, text);
  return text;
}

function escaped(value: string): string {
  if (value === "") return "";
  const line = onOneLine(value);
  if (!SPECIALS.test(line)) return line;
  const paired = /[{}]/u.test(line) ? pairedBraces(line) : null;
  return line.replace(/[\\{}~^&%$#_]/gu, (character, at: number) =>
    paired?.has(at) ? `\\${character}` : (SPECIAL[character] ?? `\\${character}`),
  );
}

/** Where braces stand that balance each other: programs that do not set what they read would show the other halves. */
function pairedBraces(line: string): ReadonlySet<number> {
  const [paired, open] = [new Set<number>(), [] as number[]];
  for (const { 0: brace, index } of line.matchAll(/[{}]/gu)) {
    if (brace === "{") open.push(index);
    else {
      const opened = open.pop();
      if (opened !== undefined) paired.add(opened).add(index);
    }
  }
  return paired;
}

/** An address is read verbatim; only what would end the field is percent-encoded. */
function urlInBibtex(url: string): string {
  return url.replace(/[\s{}\\]/gu, (character) => encodeURIComponent(character));
}

function isoDay(parts: readonly number[]): string {
  const [year, month, day] = parts;
  const known =
    month === undefined ? "" : `-${twoDigits(month)}${day === undefined ? "" : `-${twoDigits(day)}`}`;
  return `${String(year).padStart(4, "0")}${known}`;
}

// the names under which babel knows languages; another is left out, for biber warns of what it does not know
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{
    ar: "arabic",
    de: "german",
    en: "english",
    es: "spanish",
    fa: "persian",
    fr: "french",
    hi: "hindi",
    it: "italian",
  },
  ...{
    ja: "japanese",
    ko: "korean",
    nl: "dutch",
    pt: "portuguese",
    ru: "russian",
    tr: "turkish",
    uk: "ukrainian",
    ur: "urdu",
  },
};

function langidOf(language = ""): string | undefined {
  return LANGUAGES[language] ?? LANGUAGES[language.split("-", 1)[0]?.toLowerCase() ?? ""];
}

const LOST = [
  "what was judged: sourcing, verdicts, relations and positions",
  "the place and the day of the words apart from the note",
  "words past the first thousand signs: the address has the rest",
  "signs that control a line, such as a tab or a line break",
];

export const BIBTEX: ExportFormat = {
  id: "bibtex",
  label: "BibTeX",
  extension: "bib",
  mediaType: "application/x-bibtex",
  isBinary: false,
  isReference: true,
  about: "For LaTeX with BibTeX, JabRef, Zotero and Mendeley.",
  scopes: STATEMENT_SCOPES,
  omits: [...LOST, "names in their own order, family name first"],
  async *write(statements) {
    for await (const one of statements)
      yield `${toBibtex(toCslItem(one), { recorded: recordedAs(one), kind: keptAs(one) })}\n`;
  },
};

export const BIBLATEX: ExportFormat = {
  id: "biblatex",
  label: "BibLaTeX",
  extension: "biblatex",
  mediaType: "application/x-bibtex",
  isBinary: false,
  isReference: true,
  about: "For LaTeX with biber, which checks every field.",
  scopes: STATEMENT_SCOPES,
  omits: [...LOST, "names in their own order, family name first"],
  async *write(statements) {
    for await (const one of statements)
      yield `${toBibtex(toCslItem(one), { dialect: "biblatex", recorded: recordedAs(one), kind: keptAs(one) })}\n`;
  },
};
