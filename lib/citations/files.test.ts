import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBibtex } from "./bibtex";
import { toCitationMeta, toCoins } from "./coins";
import { type CslItem, namesOf } from "./csl-item";
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

describe("the names of a byline", () => {
  const person = (given: string, family: string) => ({ given, family });
  it.each([
    [null, []],
    ["  ", []],
    ["Abid Hussain", [person("Abid", "Hussain")]],
    ["By Abid Hussain", [person("Abid", "Hussain")]],
    ["Hussain, Abid", [person("Abid", "Hussain")]],
    ["Abid Hussain and Sabena Siddiqui", [person("Abid", "Hussain"), person("Sabena", "Siddiqui")]],
    ["Abid Hussain, Sabena Siddiqui", [person("Abid", "Hussain"), person("Sabena", "Siddiqui")]],
    [
      "A. B. Hussain; C. Siddiqui & D. Khan",
      [person("A. B.", "Hussain"), person("C.", "Siddiqui"), person("D.", "Khan")],
    ],
    ["Ursula von der Leyen", [person("Ursula", "von der Leyen")]],
    ["Example Television Staff", [{ literal: "Example Television Staff" }]],
    ["The Example Times", [{ literal: "The Example Times" }]],
    ["Reuters", [{ literal: "Reuters" }]],
    ["عابد حسین", [{ literal: "عابد حسین" }]],
  ])("%j", (byline, names) => expect(namesOf(byline)).toEqual(names));
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

describe("BibTeX", () => {
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
