import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBibtex } from "./bibtex";
import { toCitationMeta, toCoins } from "./coins";
import type { CslItem } from "./csl-item";
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
  ["dataset", "DATA", "misc", "publisher"],
  ["book", "BOOK", "book", "publisher"],
  ["document", "GEN", "misc", "publisher"],
];

describe.each(KINDS)("a %s", (type, ris, bibtex, field) => {
  const isContained = ["journal", "howpublished"].includes(field);
  const outlet = isContained ? { "container-title": "Lindmouth & Sons" } : { publisher: "Lindmouth & Sons" };
  const item: CslItem = { id: "a", type, title: "T", ...outlet };

  it("has its outlet where programs look for it, and no line for what is not known", () => {
    expect(toRis(item).split("\r\n")).toEqual([
      ...[`TY  - ${ris}`, "ID  - a", "TI  - T"],
      ...[`${isContained ? "T2" : "PB"}  - Lindmouth & Sons`, "ER  - ", ""],
    ]);
    expect(toBibtex(item)).toBe(`@${bibtex}{a,\n  title = {{T}},\n  ${field} = {Lindmouth \\& Sons}\n}\n`);
    expect([...new URLSearchParams(toCoins(item))]).toEqual([
      ...[
        ["ctx_ver", "Z39.88-2004"],
        ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
      ],
      ["rft.type", type === "article-newspaper" ? "newspaperArticle" : "webpage"],
      ["rft.title", "T"],
      ["rft.source", "Lindmouth & Sons"],
    ]);
    expect(toCitationMeta(item)).toEqual({ citation_title: "T", citation_journal_title: "Lindmouth & Sons" });
  });
});

describe("a date", () => {
  it.each([
    [[2025, 3, 9], "2025/03/09/", "year = {2025},\n  month = {3},\n  day = {9}", "2025-03-09", "2025/03/09"],
    [[2025, 3], "2025/03//", "year = {2025},\n  month = {3}", "2025-03", "2025/03"],
    [[2025], "2025///", "year = {2025}", "2025", "2025"],
    [[987], "0987///", "year = {987}", "987", "987"],
  ])("is written as far as it is known: %j", (parts, ris, bibtex, coins, head) => {
    const item: CslItem = { id: "a", type: "book", title: "T", issued: { "date-parts": [parts] } };
    expect(toRis(item)).toContain(`PY  - ${parts[0]}\r\nDA  - ${ris}\r\n`);
    expect(toBibtex(item)).toContain(`,\n  ${bibtex}\n}`);
    expect(new URLSearchParams(toCoins(item)).get("rft.date")).toBe(coins);
    expect(toCitationMeta(item).citation_publication_date).toBe(head);
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
  it("stands in a note of its own before the title in RIS, and as the state of publication in BibTeX", () => {
    expect(toRis(item).split("\r\n")).toEqual([
      ...["TY  - BOOK", "N1  - Retracted & gone.", "ID  - a", "TI  - T", "N1  - A note", "ER  - ", ""],
    ]);
    expect(toBibtex(item)).toBe(
      "@book{a,\n  pubstate = {Retracted \\& gone.},\n  title = {{T}},\n  note = {A note}\n}\n",
    );
  });
});

describe("BibTeX", () => {
  it("keeps names of bodies whole and escapes what LaTeX would run in every field", () => {
    const all = "a{b}\\c~d^e&f%g$h#i_j";
    const safe = "a\\{b\\}\\textbackslash{}c\\textasciitilde{}d\\textasciicircum{}e\\&f\\%g\\$h\\#i\\_j";
    const item: CslItem = {
      ...{ id: "a", type: "webpage", title: all, language: all, publisher: all, "container-title": all },
      ...{ note: all, author: [{ literal: all }, { family: all, given: all }] },
      URL: "https://a.example/{x}\\y z~%20",
    };
    const written = toBibtex(item);
    expect(written).toContain(`author = {{${safe}} and ${safe}, ${safe}}`);
    for (const field of ["langid", "publisher", "howpublished", "note"])
      expect(written).toContain(`  ${field} = {${safe}}`);
    expect(written).toContain("url = {https://a.example/%7Bx%7D%5Cy%20z~%20}");
  });

  it("escapes what LaTeX would run and keeps the address as it is", () => {
    expect(toBibtex(ITEM)).toBe(`@article{st-7k2m9q,
  title = {{Peace \\& trade: 50\\% of the talks}},
  author = {Hussain, Abid and {Example Times Staff}},
  journal = {The Example Times},
  year = {2025},
  month = {10},
  day = {28},
  url = {https://news.example/a_b?c=1&d=2},
  urldate = {2025-10-29},
  langid = {en},
  note = {Quotes Sami Yousafzai: “remote.”}
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

describe("what a page carries for Zotero", () => {
  it("gives everything that is known in a COinS, and in the head of the page", () => {
    expect([...new URLSearchParams(toCoins(ITEM))].slice(3)).toEqual([
      ["rft.title", ITEM.title],
      ["rft.source", "The Example Times"],
      ["rft.creator", "Abid Hussain"],
      ["rft.creator", "Example Times Staff"],
      ["rft.date", "2025-10-28"],
      ["rft.identifier", "https://news.example/a_b?c=1&d=2"],
      ["rft.language", "en"],
      ["rft.description", "Quotes Sami Yousafzai: “remote.”"],
    ]);
    expect(toCitationMeta(ITEM)).toEqual({
      citation_title: ITEM.title,
      citation_author: ["Hussain, Abid", "Example Times Staff"],
      citation_publication_date: "2025/10/28",
      citation_journal_title: "The Example Times",
      citation_public_url: "https://news.example/a_b?c=1&d=2",
      citation_language: "en",
    });
  });

  it("gives a COinS that reads back", () => {
    const fields = new URLSearchParams(toCoins(ITEM));
    expect(fields.get("ctx_ver")).toBe("Z39.88-2004");
    expect(fields.get("rft.title")).toBe(ITEM.title);
    expect(fields.getAll("rft.creator")).toEqual(["Abid Hussain", "Example Times Staff"]);
    expect(fields.get("rft.date")).toBe("2025-10-28");
  });

  it("names title, authors, outlet and day for the head of the page", () => {
    expect(toCitationMeta(ITEM)).toMatchObject({
      citation_title: ITEM.title,
      citation_author: ["Hussain, Abid", "Example Times Staff"],
      citation_journal_title: "The Example Times",
      citation_publication_date: "2025/10/28",
    });
  });
});

/** How many unescaped braces stay open. */
function balance(written: string): number {
  const bare = written.replace(/\\./gu, "");
  return bare.split("{").length - bare.split("}").length;
}

function unescaped(value: string): string {
  return value
    .replace(/\\(textbackslash|textasciitilde|textasciicircum)\{\}/gu, (_, name: string) =>
      name === "textbackslash" ? "\u0001" : name === "textasciitilde" ? "~" : "^",
    )
    .replace(/\\([{}&%$#_])/gu, "$1")
    .replaceAll("\u0001", "\\");
}
