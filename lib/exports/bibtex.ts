import { type CslItem, type CslName, familyOfCsl, givenOfCsl, recordedAs, toCslItem } from "@/lib/citations";
import { type ExportFormat, STATEMENT_SCOPES } from "./format";
import { onOneLine } from "./signs";

type Dialect = "bibtex" | "biblatex";

const TYPES: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  bibtex: { "article-newspaper": "article", report: "techreport", book: "book" },
  biblatex: {
    ...{ "article-newspaper": "article", report: "report", book: "book", dataset: "dataset" },
    ...{ webpage: "online", post: "online" },
  },
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * An item as BibTeX, or as BibLaTeX, of which biber checks every field: UTF-8 kept, TeX's own characters escaped, braces
 * balanced whatever a title holds. `recorded` is the note that is printed in a reference; the words stand in the
 * annotation, which no style prints.
 */
export function toBibtex(item: CslItem, recorded = "", dialect: Dialect = "bibtex"): string {
  const isLatex = dialect === "biblatex";
  const type = TYPES[dialect][item.type] ?? "misc";
  const issued = item.issued?.["date-parts"][0];
  const [year, month, day] = issued ?? [];
  const accessed = item.accessed?.["date-parts"][0];
  const container = item["container-title"];
  const containers: Readonly<Record<string, string>> = isLatex
    ? { article: "journaltitle", online: "organization" }
    : { article: "journal" };
  const isTechnical = type === "techreport" || type === "report";
  const fields: [name: string, value: string | undefined][] = [
    ["pubstate", isLatex && item.status ? `{${escaped(item.status)}}` : undefined],
    // the second pair of braces keeps a style from changing the case of the printed title
    ["title", `{{${escaped(item.title)}}}`],
    ["author", braced(item.author?.map(nameInBibtex).join(" and "))],
    [containers[type] ?? "howpublished", braced(container && escaped(container))],
    [
      isTechnical ? "institution" : publisherField(type, isLatex),
      braced(item.publisher && escaped(item.publisher)),
    ],
    // biber wants to hear of every report what kind of one it is, and of no page
    [
      type === "online" ? "titleaddon" : "type",
      braced(escaped(item.genre ?? (type === "report" ? "Report" : ""))),
    ],
    ["entrysubtype", isLatex && type === "article" ? "{newspaper}" : undefined],
    ["date", isLatex ? braced(issued && isoDay(issued)) : undefined],
    ["year", isLatex ? undefined : braced(year?.toString())],
    // the name of a month is a word of BibTeX's own, and is not put between braces
    ["month", isLatex || month === undefined ? undefined : MONTHS[month - 1]],
    ["day", isLatex ? undefined : braced(day?.toString())],
    ["url", braced(item.URL && urlInBibtex(item.URL))],
    ["urldate", braced(accessed && isoDay(accessed))],
    ["langid", braced(langidOf(item.language))],
    [
      "note",
      braced(
        [isLatex ? "" : item.status, recorded]
          .filter(Boolean)
          .map((text) => escaped(text ?? ""))
          .join(" "),
      ),
    ],
    [isLatex ? "annotation" : "annote", braced(item.note && escaped(item.note))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@${type}{${item.id},\n${lines.join(",\n")}\n}\n`;
}

// biber knows of each type which fields it has
function publisherField(type: string, isLatex: boolean): string {
  if (type === "misc") return "howpublished";
  return type === "book" || type === "dataset" || !isLatex ? "publisher" : "organization";
}

function braced(value: string | undefined): string | undefined {
  return value ? `{${value}}` : undefined;
}

function nameInBibtex(name: CslName): string {
  // braces keep a body's name from being taken apart at "and" and at spaces
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  // "von Last, Jr, First" (BibTeXing, Oren Patashnik, section 4)
  const parts = [familyOfCsl(name), ...(name.suffix ? [name.suffix] : []), givenOfCsl(name)].filter(Boolean);
  const alone = parts.length === 1 && /\s/u.test(parts[0] ?? "");
  const written = parts.map((part) => escaped(part).replace(/\band\b/gu, "{and}")).join(", ");
  return alone ? `{${written}}` : written;
}

// a brace by itself would end its field early: each has its other half beside it, where it is not printed
const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "\\{\\vphantom{\\}}",
  "}": "\\vphantom{\\{}\\}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
};

function escaped(value: string): string {
  const line = onOneLine(value);
  if (!/[\\{}~^&%$#_]/u.test(line)) return line;
  return line.replace(/[\\{}~^&%$#_]/gu, (character) => SPECIAL[character] ?? `\\${character}`);
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
    for await (const one of statements) yield `${toBibtex(toCslItem(one), recordedAs(one))}\n`;
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
    for await (const one of statements) yield `${toBibtex(toCslItem(one), recordedAs(one), "biblatex")}\n`;
  },
};
