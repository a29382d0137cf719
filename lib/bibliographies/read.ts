import { readBibtex } from "./bibtex";
import { isTable, readCsv } from "./csv";
import { readEndnoteXml } from "./endnote-xml";
import { isCsl, readJson } from "./json";
import { type Mention, mentionsIn } from "./mentions";
import type { BibliographyFormat, Entry, Found, Problem } from "./model";
import { readPlain } from "./plain";
import { readRis } from "./ris";

/** A bibliography as it was read: each entry with its line. */
export interface ReadBibliography {
  readonly format: BibliographyFormat;
  readonly entries: readonly (Entry & { readonly line: number })[];
  readonly problems: readonly Problem[];
}

const READERS: Readonly<Record<BibliographyFormat, (text: string) => Found>> = {
  "csl-json": readJson,
  json: readJson,
  ris: readRis,
  bibtex: readBibtex,
  "endnote-xml": readEndnoteXml,
  csv: readCsv,
  text: readPlain,
};

// more tell nothing more
const MOST_PROBLEMS = 100;

/** Reads a bibliography in whatever shape it is. What is broken is told by line, and everything else is read. */
export function readBibliography(text: string): ReadBibliography {
  const format = formatOf(text);
  const { entries, problems } = READERS[format](text);
  const lineOf = linesOf(text);
  return {
    format,
    entries: entries.map((entry) => ({ ...entry, line: lineOf(entry.startUtf16) })),
    problems: problems
      .slice(0, MOST_PROBLEMS)
      .map(({ atUtf16, message }) => ({ line: lineOf(atUtf16), message })),
  };
}

/** What an entry names. One whose own key is a statement of ours cites that, whatever else is told of it. */
export function mentionsOf({ text, key, version }: Entry): Mention[] {
  const [own] = mentionsIn("", { key, version });
  if (own?.kind !== "statement" || !own.isCertain) return mentionsIn(text, { key, version });
  const told = mentionsIn(text, { key, version }).find(({ kind, id }) => kind === own.kind && id === own.id);
  return [told ?? own];
}

function formatOf(text: string): BibliographyFormat {
  const head = text
    .slice(0, MOST_HEAD_UTF16)
    .replace(/^\ufeff/u, "")
    .trimStart();
  if (/^[[{]/u.test(head) && /^[[{]\s*(?:["{[\]}]|$)/u.test(head)) return isCsl(head) ? "csl-json" : "json";
  if (/^<(?:\?xml|xml|records?)\b/iu.test(head)) return "endnote-xml";
  // a cell may hold anything, also what another shape begins with
  if (isTable(head)) return "csv";
  if (/^[A-Z][A-Z0-9] {2}- /mu.test(head) && /^TY {2}-/mu.test(head)) return "ris";
  if (/^[ \t]*@[A-Za-z]+\s*[{(]/mu.test(head)) return "bibtex";
  return "text";
}

const MOST_HEAD_UTF16 = 20_000;

/** Tells the line of a place, counted from one; asked in the order of the text it reads the text once. */
function linesOf(text: string): (atUtf16: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (atUtf16) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= atUtf16) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
