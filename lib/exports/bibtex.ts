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
import { type ExportFormat, STATEMENT_SCOPES } from "./format";

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
  let record = `@${type}{${item.id}`;
  const add = (name: string, value: string | undefined) => {
    if (value) record += `,\n  ${name} = ${value}`;
  };
  if (isLatex && item.status) add("pubstate", `{${escaped(item.status)}}`);
  // the second pair of braces keeps a style from changing the case of the printed title
  add("title", `{{${escaped(item.title)}}}`);
  add("author", braced(item.author?.map(nameInBibtex).join(" and ")));
  add(...outletField(item, type, isLatex));
  const genre = genreOf(item, type);
  const isPage = type === "online" || (isLatex && type === "article");
  if (genre !== "") add(isPage ? "titleaddon" : "type", `{${escaped(genre)}}`);
  if (isLatex) {
    if (type === "article") add("entrysubtype", "{newspaper}");
    add("date", braced(issued && isoDay(issued)));
  } else {
    add("year", braced(year?.toString()));
    // the name of a month is a word of BibTeX's own, and is not put between braces
    if (month !== undefined) add("month", MONTHS[month - 1]);
    add("day", braced(day?.toString()));
  }
  add("url", braced(item.URL && urlInBibtex(item.URL)));
  add("urldate", braced(accessed && isoDay(accessed)));
  add("langid", braced(langidOf(item.language)));
  const printed = isLatex || !item.status ? recorded : `${item.status}${recorded && ` ${recorded}`}`;
  add("note", braced(escaped(printed)));
  add(isLatex ? "annotation" : "annote", braced(item.note && escaped(item.note)));
  return `${record}\n}\n`;
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
function outletField(item: CslItem, type: string, isLatex: boolean): [string, string | undefined] {
  const { "container-title": container, publisher } = item;
  const value = (outlet: string | undefined) => braced(outlet && escaped(outlet));
  switch (type) {
    case "article":
      return [isLatex ? "journaltitle" : "journal", value(container)];
    case "report":
    case "techreport":
      return ["institution", value(publisher)];
    case "book":
      return ["publisher", value(publisher)];
    default:
      // Zotero keeps what was "howpublished" as a remark, and BibTeX's styles print nothing else of such a record
      return [isLatex ? "organization" : "howpublished", value(container ?? publisher)];
  }
}

function braced(value: string | undefined): string | undefined {
  return value ? `{${value}}` : undefined;
}

const written = new WeakMap<CslName, string>();

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

function escaped(value: string): string {
  const line = onOneLine(value);
  if (!SPECIALS.test(line)) return line;
  const paired = pairedBraces(line);
  return line.replace(/[\\{}~^&%$#_]/gu, (character, at: number) =>
    paired.has(at) ? `\\${character}` : (SPECIAL[character] ?? `\\${character}`),
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
  const [year = 0, ...rest] = parts;
  return [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
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

function langidOf(language: string | undefined): string | undefined {
  return LANGUAGES[(language ?? "").split("-", 1)[0]?.toLowerCase() ?? ""];
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
