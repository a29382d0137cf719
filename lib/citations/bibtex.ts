import { type CslItem, type CslName, familyOfCsl } from "./csl-item";

const TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "article",
  report: "techreport",
  book: "book",
};

/** An item in BibTeX as biber and Zotero read it: UTF-8 kept, LaTeX's own characters escaped, braces around the title's case. */
export function toBibtex(item: CslItem): string {
  const type = TYPES[item.type] ?? "misc";
  const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
  const accessed = item.accessed?.["date-parts"][0];
  const container = item["container-title"];
  const fields: [name: string, value: string | undefined][] = [
    ["pubstate", item.status && escaped(item.status)],
    // the second pair of braces keeps a style from changing the case of the printed title
    ["title", `{${escaped(item.title)}}`],
    ["author", item.author?.map(nameInBibtex).join(" and ")],
    [type === "article" ? "journal" : "howpublished", container && escaped(container)],
    [type === "techreport" ? "institution" : "publisher", item.publisher && escaped(item.publisher)],
    ["year", year?.toString()],
    ["month", month?.toString()],
    ["day", day?.toString()],
    ["url", item.URL && urlInBibtex(item.URL)],
    ["urldate", accessed?.map((part) => String(part).padStart(2, "0")).join("-")],
    ["langid", item.language && escaped(item.language)],
    ["note", item.note && escaped(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${type}{${item.id},\n${lines.join(",\n")}\n}\n`;
}

function nameInBibtex(name: CslName): string {
  // braces keep a body's name from being taken apart at "and" and at spaces
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  // "von Last, Jr, First": https://ctan.org/pkg/bibtex, of whom the particle is in small letters
  return [familyOfCsl(name), ...(name.suffix ? [name.suffix] : []), given]
    .filter(Boolean)
    .map(escaped)
    .join(", ");
}

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escaped(value: string): string {
  return value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\\{}~^&%$#_]/gu, (character) => SPECIAL[character] ?? `\\${character}`)
    .trim();
}

/** An address is read verbatim; only what would end the field is percent-encoded. */
function urlInBibtex(url: string): string {
  return url.replace(/[\s{}\\]/gu, (character) => encodeURIComponent(character));
}
