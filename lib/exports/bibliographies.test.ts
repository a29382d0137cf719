import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CslItem } from "@/lib/citations";
import { toBibtex } from "./bibtex";
import { toRis } from "./ris";

const ITEM: CslItem = {
  id: "st-7k2m9q",
  type: "article-newspaper",
  title: "Peace & trade: 50% of the talks",
  author: [{ family: "Hussain", given: "Abid" }, { literal: "Example Times Staff" }],
  "container-title": "The Example Times",
  issued: { "date-parts": [[2025, 10, 28]] },
  accessed: { "date-parts": [[2025, 10, 29]] },
  URL: "https://news.example/a_b?c=1&d=2",
  language: "en",
  note: "Quotes Sami Yousafzai: “remote.”",
};

const text = fc.string({
  unit: fc.constantFrom(..."ab é“”{}\\%&$#_~^\n\r\t-,=@ سی"),
  minLength: 1,
  maxLength: 30,
});

describe("RIS", () => {
  it("writes one tag a line", () => {
    expect(toRis(ITEM).split("\r\n")).toEqual([
      "TY  - NEWS",
      "ID  - st-7k2m9q",
      "TI  - Peace & trade: 50% of the talks",
      "AU  - Hussain, Abid",
      "AU  - Example Times Staff",
      "T2  - The Example Times",
      "PY  - 2025",
      "DA  - 2025/10/28/",
      "UR  - https://news.example/a_b?c=1&d=2",
      "Y2  - 2025/10/29/",
      "LA  - en",
      "N1  - Quotes Sami Yousafzai: “remote.”",
      "ER  - ",
      "",
    ]);
  });

  it("lets no value end its line or begin a tag", () => {
    fc.assert(
      fc.property(text, text, (title, note) => {
        const lines = toRis({ id: "a", type: "webpage", title, note }).split("\r\n").slice(0, -1);
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
        expect(lines.filter((line) => line.startsWith("ER  -"))).toHaveLength(1);
      }),
    );
  });
});

// the kinds of work that statements stand in, as each format calls them
const KINDS: readonly (readonly [type: string, ris: string, bibtex: string, outlet: string])[] = [
  ["article-newspaper", "NEWS", "article", "journal"],
  ["webpage", "ELEC", "misc", "howpublished"],
  ["post", "BLOG", "misc", "howpublished"],
  ["report", "RPRT", "techreport", "institution"],
  ["dataset", "DATA", "misc", "howpublished"],
  ["book", "BOOK", "book", "publisher"],
  ["document", "GEN", "misc", "howpublished"],
  ["broadcast", "VIDEO", "misc", "howpublished"],
  ["speech", "UNPB", "misc", "howpublished"],
];

describe.each(KINDS)("a %s", (type, ris, bibtex, field) => {
  const isContained = !["report", "dataset", "book", "document"].includes(type);
  const outlet = isContained ? { "container-title": "Lindmouth & Sons" } : { publisher: "Lindmouth & Sons" };
  const item: CslItem = { id: "a", type, title: "T", ...outlet };

  it("has its outlet where programs look for it, and no line for what is not known", () => {
    expect(toRis(item).split("\r\n")).toEqual([
      ...[`TY  - ${ris}`, "ID  - a", "TI  - T"],
      ...[`${isContained ? "T2" : "PB"}  - Lindmouth & Sons`, "ER  - ", ""],
    ]);
    expect(toBibtex(item)).toBe(`@${bibtex}{a,\n  title = {{T}},\n  ${field} = {Lindmouth \\& Sons}\n}\n`);
  });
});

describe("a date", () => {
  it.each([
    [[2025, 3, 9], "2025/03/09/", "year = {2025},\n  month = mar,\n  day = {9}", "2025-03-09"],
    [[2025, 12], "2025/12//", "year = {2025},\n  month = dec", "2025-12"],
    [[2025], "2025///", "year = {2025}", "2025"],
    [[987], "0987///", "year = {987}", "0987"],
  ])("is written as far as it is known: %j", (parts, ris, bibtex, biblatex) => {
    const item: CslItem = { id: "a", type: "book", title: "T", issued: { "date-parts": [parts] } };
    expect(toRis(item)).toContain(`PY  - ${parts[0]}\r\nDA  - ${ris}\r\n`);
    expect(toBibtex(item)).toContain(`,\n  ${bibtex}\n}`);
    expect(toBibtex(item, "", "biblatex")).toContain(`,\n  date = {${biblatex}}\n}`);
  });

  it("of access has two figures for a month and a day", () => {
    const item: CslItem = { id: "a", type: "book", title: "T", accessed: { "date-parts": [[2025, 3, 9]] } };
    expect(toBibtex(item)).toContain("urldate = {2025-03-09}");
    expect(toRis(item)).toContain("Y2  - 2025/03/09/");
  });
});

describe("what must be read first", () => {
  const item: CslItem = {
    id: "a",
    type: "book",
    title: "T",
    note: "A\u2028note",
    status: "Retracted & gone.",
  };
  it("stands in a note of its own before the title in RIS, first in BibTeX’s note, and as the state of publication in BibLaTeX", () => {
    expect(toRis(item).split("\r\n")).toEqual([
      ...["TY  - BOOK", "N1  - Retracted & gone.", "ID  - a", "TI  - T", "N1  - A note", "ER  - ", ""],
    ]);
    expect(toBibtex(item)).toBe(
      "@book{a,\n  title = {{T}},\n  note = {Retracted \\& gone.},\n  annote = {A note}\n}\n",
    );
    expect(toBibtex(item, "Recorded.", "biblatex")).toBe(
      "@book{a,\n  pubstate = {Retracted \\& gone.},\n  title = {{T}},\n  note = {Recorded.},\n  annotation = {A note}\n}\n",
    );
  });
});

describe("BibTeX", () => {
  it("keeps names of bodies whole and escapes what LaTeX would run in every field", () => {
    const all = "a{b}\\c~d^e&f%g$h#i_j";
    const safe = `a\\{\\vphantom{\\}}b\\vphantom{\\{}\\}{\\textbackslash}c{\\textasciitilde}d{\\textasciicircum}e\\&f\\%g\\$h\\#i\\_j`;
    const item: CslItem = {
      ...{ id: "a", type: "webpage", title: all, language: all, publisher: all, "container-title": all },
      ...{ note: all, author: [{ literal: all }, { family: all, given: all }] },
      URL: "https://a.example/{x}\\y z~%20",
    };
    const written = toBibtex(item);
    expect(written).toContain(`author = {{${safe}} and ${safe}, ${safe}}`);
    for (const field of ["howpublished", "annote"]) expect(written).toContain(`  ${field} = {${safe}}`);
    expect(written).not.toContain("langid");
    expect(balance(written)).toBe(0);
    expect(written).toContain("url = {https://a.example/%7Bx%7D%5Cy%20z~%20}");
  });

  it("escapes what LaTeX would run and keeps the address as it is", () => {
    expect(toBibtex(ITEM)).toBe(`@article{st-7k2m9q,
  title = {{Peace \\& trade: 50\\% of the talks}},
  author = {Hussain, Abid and {Example Times Staff}},
  journal = {The Example Times},
  year = {2025},
  month = oct,
  day = {28},
  url = {https://news.example/a_b?c=1&d=2},
  urldate = {2025-10-29},
  langid = {english},
  annote = {Quotes Sami Yousafzai: “remote.”}
}
`);
  });

  it("keeps its braces in pairs and gives every character back", () => {
    fc.assert(
      fc.property(text, (title) => {
        const written = toBibtex({ id: "a", type: "webpage", title });
        const [, value = ""] = /title = \{\{(.*)\}\}\n\}/u.exec(written.replace(",\n", "\n")) ?? [];
        expect(balance(written)).toBe(0);
        expect(unescaped(value)).toBe(title.replace(/[\p{Cc}]+/gu, " ").trim());
      }),
    );
  });
});

/** How many braces stay open: BibTeX counts those behind a backslash as well. */
function balance(written: string): number {
  return written.split("{").length - written.split("}").length;
}

function unescaped(value: string): string {
  return value
    .replaceAll("{\\textbackslash}", "\u0001")
    .replaceAll("{\\textasciitilde}", "~")
    .replaceAll("{\\textasciicircum}", "^")
    .replaceAll("\\{\\vphantom{\\}}", "\u0002")
    .replaceAll("\\vphantom{\\{}\\}", "\u0003")
    .replace(/\\([&%$#_])/gu, "$1")
    .replaceAll("\u0001", "\\")
    .replaceAll("\u0002", "{")
    .replaceAll("\u0003", "}");
}
