import type { Entry, Found } from "./model";

const BEGINS = /^[ \t]*@([A-Za-z]+)\s*([{(])/gmu;
// what a file says of itself
const NO_ENTRY = new Set(["comment", "string", "preamble"]);

/** The entries of a BibTeX or BibLaTeX file. One that never ends stops where the next begins on a line of its own. */
export function readBibtex(text: string): Found {
  const entries: Entry[] = [];
  const problems: Found["problems"][number][] = [];
  const begins = [...text.matchAll(BEGINS)];
  let taken = 0;
  for (const [index, { 0: head, 1: type = "", index: startUtf16 }] of begins.entries()) {
    // an @ within the field of another
    if (startUtf16 < taken || NO_ENTRY.has(type.toLowerCase())) continue;
    const next = begins[index + 1]?.index ?? text.length;
    const end = endOfEntry(text, startUtf16 + head.length);
    if (end === null)
      problems.push({ atUtf16: startUtf16, message: "This entry is never closed: a brace is missing." });
    const endUtf16 = end ?? next;
    taken = endUtf16;
    const body = text.slice(startUtf16 + head.length, endUtf16);
    const key = /^\s*([^\s,={}()]+)\s*,/u.exec(body)?.[1] ?? "";
    if (key === "") problems.push({ atUtf16: startUtf16, message: "This entry has no key." });
    entries.push({
      ...{ startUtf16, endUtf16, key, version: null },
      label: titleIn(body) || key,
      text: plain(body),
    });
  }
  return { entries, problems };
}

/** The title of an entry, or the first line of it. */
function titleIn(body: string): string {
  const field = /(?<![a-z])title\s{0,9}=\s{0,9}/iu.exec(body);
  const from = field ? field.index + field[0].length : body.length;
  const [line = ""] = body.slice(from, from + MOST_TITLE_UTF16).split("\n", 1);
  const opened = line.replace(/^[{"]{1,9}/u, "").trimEnd();
  return plain(opened.replace(/[}"]{0,9},?$/u, ""));
}

const MOST_TITLE_UTF16 = 1000;

function endOfEntry(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at + 1;
    else if (sign === ")" && depth === 1) return at + 1;
    // nobody begins an entry within a field, and an entry that is not closed would take all others with it
    else if (
      sign === "\n" &&
      depth > 0 &&
      /^@[A-Za-z]+\s*\{[^\s,{}]+\s*,/u.test(text.slice(at + 1, at + 200))
    )
      return null;
  }
  return null;
}

/** A field as it is read: what TeX escapes is itself again. */
function plain(tex: string): string {
  return tex
    .replaceAll("{\\textbackslash}", "\\")
    .replaceAll("{\\textasciitilde}", "~")
    .replaceAll("\\^{}", "^")
    .replace(/\\vphantom\{\\?[{}]\}/gu, "")
    .replace(/\\([&%$#_{}])/gu, "$1");
}
