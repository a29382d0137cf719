import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeEntry } from "@/bench/entries";
import type { CslItem, CslName } from "@/lib/citations";
import { toBibtex } from "./bibtex";
import { CSL_JSON } from "./csl-json";
import { toRis } from "./ris";

const OF = { title: "All", address: "https://a.example", madeAt: new Date(0), style: "apa" } as const;
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
      "JF  - The Example Times",
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
  ["speech", "SLIDE", "misc", "howpublished"],
  ["hearing", "HEAR", "misc", "howpublished"],
];

describe.each(KINDS)("a %s", (type, ris, bibtex, field) => {
  const isContained = !["report", "dataset", "book", "document"].includes(type);
  const outlet = isContained ? { "container-title": "Lindmouth & Sons" } : { publisher: "Lindmouth & Sons" };
  const item: CslItem = { id: "a", type, title: "T", ...outlet };

  it("has its outlet where programs look for it, and no line for what is not known", () => {
    expect(toRis(item).split("\r\n")).toEqual([
      ...[`TY  - ${ris}`, "ID  - a", "TI  - T"],
      ...(isContained ? ["T2  - Lindmouth & Sons"] : []),
      ...(ris === "NEWS" ? ["JF  - Lindmouth & Sons"] : []),
      ...(isContained && ris !== "VIDEO" ? [] : ["PB  - Lindmouth & Sons"]),
      ...["ER  - ", ""],
    ]);
    const kind = { broadcast: "Broadcast", dataset: "Dataset" }[type];
    const said = kind ? `,\n  type = {${kind}}` : "";
    expect(toBibtex(item)).toBe(
      `@${bibtex}{a,\n  title = {{T}},\n  ${field} = {Lindmouth \\& Sons}${said}\n}\n`,
    );
  });
});

// biber checks which fields a type has: the names of the BibLaTeX manual, section 2.1.1
describe.each([
  ["article-newspaper", "article", "journaltitle = {O},\n  titleaddon = {G},\n  entrysubtype = {newspaper}"],
  ["webpage", "online", "organization = {O},\n  titleaddon = {G}"],
  ["post", "online", "organization = {O},\n  titleaddon = {G}"],
  ["report", "report", "institution = {O},\n  type = {G}"],
  ["dataset", "misc", "organization = {O},\n  type = {G}"],
  ["book", "book", "publisher = {O},\n  type = {G}"],
  ["document", "misc", "organization = {O},\n  type = {G}"],
  ["broadcast", "misc", "organization = {O},\n  type = {G}"],
  ["speech", "misc", "organization = {O},\n  type = {G}"],
])("a %s in BibLaTeX", (type, called, fields) => {
  const isContained = !["report", "dataset", "book", "document"].includes(type);
  const outlet = isContained ? { "container-title": "O" } : { publisher: "O" };
  it("is of the type that has its outlet and its kind", () => {
    const item: CslItem = { id: "a", type, title: "T", genre: "G", ...outlet };
    expect(toBibtex(item, { dialect: "biblatex" })).toBe(`@${called}{a,\n  title = {{T}},\n  ${fields}\n}\n`);
  });
});

it.each([
  ["speech", "online"],
  ["hearing", "online"],
  ["broadcast", "misc"],
  ["document", "misc"],
])("a %s that is held as a page of a site is %s in BibLaTeX", (type, called) => {
  const item: CslItem = { id: "a", type, title: "T", URL: "https://a.example" };
  expect(toBibtex(item, { dialect: "biblatex" })).toMatch(new RegExp(`^@${called}\\{`, "u"));
  expect(toBibtex(item)).toMatch(/^@misc\{/u);
  expect(toBibtex({ ...item, type: "webpage" }, { dialect: "biblatex", kind: type })).toMatch(
    new RegExp(`^@${called}\\{`, "u"),
  );
});

it.each([
  ["report", "Report", undefined],
  ["dataset", "Dataset", "Dataset"],
  ["broadcast", "Broadcast", "Broadcast"],
  ["interview", "Interview", "Interview"],
  ["book", undefined, undefined],
])("the kind of a %s is told where nobody wrote one: %s", (type, biblatex, bibtex) => {
  const kindIn = (written: string) => /type = \{(.*)\}/u.exec(written)?.[1];
  const item: CslItem = { id: "a", type, title: "T" };
  expect(kindIn(toBibtex(item, { dialect: "biblatex" }))).toBe(biblatex);
  expect(kindIn(toBibtex(item))).toBe(bibtex);
});

it.each<[CslName, string, string]>([
  [{ family: "Vale" }, "Vale", "Vale"],
  [{ family: "Vale", given: "Ada" }, "Vale, Ada", "Vale, Ada"],
  [
    { family: "King", given: "Martin Luther", suffix: "Jr." },
    "King, Jr., Martin Luther",
    "King, Martin Luther, Jr.",
  ],
  [
    { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
    "van der Berg, Jan",
    "van der Berg, Jan",
  ],
  // words that are one name alone are not to be taken apart
  [{ family: "El Greco" }, "{El Greco}", "El Greco"],
  [{ family: "Sand and Sea", given: "Jo" }, "Sand {and} Sea, Jo", "Sand and Sea, Jo"],
  [{ family: "Sandand", given: "Anders" }, "Sandand, Anders", "Sandand, Anders"],
])("the name %j is %s in BibTeX and %s in RIS", (name, bibtex, ris) => {
  const item: CslItem = { id: "a", type: "book", title: "T", author: [name] };
  expect(toBibtex(item)).toContain(`author = {${bibtex}}`);
  expect(toRis(item)).toContain(`AU  - ${ris}\r\n`);
});

it.each([
  ["en", "english"],
  ["EN-gb", "english"],
  ["ur-Arab-PK", "urdu"],
  ["ar", "arabic"],
  ["de", "german"],
  ["es", "spanish"],
  ["fa", "persian"],
  ["fr", "french"],
  ["hi", "hindi"],
  ["it", "italian"],
  ["ja", "japanese"],
  ["ko", "korean"],
  ["nl", "dutch"],
  ["pt", "portuguese"],
  ["ru", "russian"],
  ["tr", "turkish"],
  ["uk", "ukrainian"],
  ["ps", undefined],
  ["", undefined],
  [undefined, undefined],
])("the language %s is %s to babel", (language, name) => {
  const written = toBibtex({
    id: "a",
    type: "book",
    title: "T",
    ...(language === undefined ? {} : { language }),
  });
  expect(/langid = \{(.*)\}/u.exec(written)?.[1]).toBe(name);
});

it("what is recorded stands behind the notice, as a note that is printed", () => {
  const item: CslItem = { id: "a", type: "book", title: "T", status: "Retracted." };
  expect(toBibtex(item, { recorded: "Recorded as st-1." })).toContain(
    "  note = {Retracted. Recorded as st-1.}\n",
  );
  expect(toBibtex(item, { recorded: "Recorded as st-1.", dialect: "biblatex" })).toContain(
    "  note = {Recorded as st-1.}\n",
  );
  const spoken: CslItem = { id: "a", type: "speech", title: "T", genre: "Speech" };
  expect(toRis(spoken)).toContain("TI  - T\r\nM3  - Speech\r\n");
  expect(toBibtex(spoken)).toContain("  type = {Speech}\n");
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
    expect(toBibtex(item, { dialect: "biblatex" })).toContain(`,\n  date = {${biblatex}}\n}`);
  });

  it("has the words that BibTeX has for months", () => {
    const months = Array.from({ length: 12 }, (_, index) => {
      const issued = { "date-parts": [[2025, index + 1]] } as const;
      return /month = (\w+)/u.exec(toBibtex({ id: "a", type: "book", title: "T", issued }))?.[1];
    });
    expect(months.join(" ")).toBe("jan feb mar apr may jun jul aug sep oct nov dec");
  });

  it("of access has two figures for a month and a day", () => {
    const item: CslItem = { id: "a", type: "book", title: "T", accessed: { "date-parts": [[2025, 3, 9]] } };
    expect(toBibtex(item)).toContain("urldate = {2025-03-09}");
    expect(toRis(item)).toContain("Y2  - 2025/03/09/");
  });
});

describe("what programs keep a source as that have no type for its kind", () => {
  const item: CslItem = {
    ...{ id: "a", type: "interview", title: "T", "container-title": "The Paper" },
    ...{ author: [{ family: "Answers", given: "Ada" }], interviewer: [{ family: "Asker", given: "Carol" }] },
    URL: "https://a.example/x",
  };
  it("an interview in a paper is an article of it, with no number that nobody gave it", () => {
    expect(toRis(item, "article-newspaper")).toContain("TY  - NEWS\r\n");
    // Zotero takes the kind of an article for its DOI
    expect(toRis(item, "article-newspaper")).not.toMatch(/^(?:M3|A2)/mu);
    expect(toBibtex(item, { dialect: "biblatex", kind: "article-newspaper" })).toContain(
      "journaltitle = {The Paper},\n  titleaddon = {Interview}",
    );
    expect(toRis(item, "webpage")).toContain("M3  - Interview\r\n");
  });
  it("one that is printed nowhere is a conversation with who asked", () => {
    expect(toRis(item, "personal_communication")).toMatch(
      /^TY {2}- PCOMM\r\n(?:.*\r\n)*A2 {2}- Asker, Carol/u,
    );
  });
  it("a speech on a site is a page of it for biber, which has none", () => {
    const speech = { ...item, type: "speech", genre: "Speech" };
    expect(toBibtex(speech, { dialect: "biblatex" })).toContain("@online{a,");
    expect(toBibtex({ ...speech, URL: "" }, { dialect: "biblatex" })).toContain("@misc{a,");
    expect(toBibtex(speech, { dialect: "biblatex" })).toContain(
      "organization = {The Paper},\n  titleaddon = {Speech}",
    );
  });
});

describe("CSL-JSON", () => {
  it("has particles within the names that they belong to, for Zotero reads no other part of a name", async () => {
    const entry = makeEntry(0);
    const source = { ...entry.source, authorNames: null, author: "Jan van der Berg" };
    let file = "";
    for await (const piece of CSL_JSON.write([{ ...entry, source }], OF)) file += String(piece);
    expect((JSON.parse(file) as CslItem[])[0]?.author).toEqual([{ family: "van der Berg", given: "Jan" }]);
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
    expect(toBibtex(item, { dialect: "biblatex", recorded: "Recorded." })).toBe(
      "@book{a,\n  pubstate = {Retracted \\& gone.},\n  title = {{T}},\n  note = {Recorded.},\n  annotation = {A note}\n}\n",
    );
  });
});

describe("BibTeX", () => {
  it("keeps names of bodies whole and escapes what LaTeX would run in every field", () => {
    const all = "a{b}\\c~d^e&f%g$h#i_j";
    const safe = `a\\{b\\}{\\textbackslash}c{\\textasciitilde}d\\^{}e\\&f\\%g\\$h\\#i\\_j`;
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

  it("gives a brace another half only where it has none", () => {
    const title = (text: string) =>
      /title = \{\{(.*)\}\}/u.exec(toBibtex({ id: "a", type: "webpage", title: text }))?.[1];
    expect(title("a {b {c}} d")).toBe("a \\{b \\{c\\}\\} d");
    expect(title("} a {b} {")).toBe("\\vphantom{\\{}\\} a \\{b\\} \\{\\vphantom{\\}}");
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
    .replaceAll("\\^{}", "^")
    .replaceAll("\\{\\vphantom{\\}}", "\u0002")
    .replaceAll("\\vphantom{\\{}\\}", "\u0003")
    .replace(/\\([&%$#_{}])/gu, "$1")
    .replaceAll("\u0001", "\\")
    .replaceAll("\u0002", "{")
    .replaceAll("\u0003", "}");
}
