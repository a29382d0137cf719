import { describe, expect, it } from "vitest";
import { mentionsIn } from "./mentions";
import { readBibliography } from "./read";

const RIS = (id: string) => `TY  - NEWS\r\nID  - ${id}\r\nTI  - On ${id}\r\nER  - \r\n`;
const BIB = (id: string) => `@article{${id},\n  title = {{On ${id}}}\n}\n`;
const CSL = (id: string) => `{"id":"${id}","type":"webpage","title":"On ${id}"}`;
const XML = (id: string) =>
  `<record><label>${id}</label><titles><title>On ${id} &amp; co</title></titles></record>`;

const keys = (text: string) => readBibliography(text).entries.map(({ key, line }) => `${key}@${line}`);
const troubles = (text: string) =>
  readBibliography(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe("a bibliography is read in its shape", () => {
  it.each<[string, string, string, string[]]>([
    ["RIS", "ris", RIS("a") + RIS("b"), ["a@1", "b@5"]],
    ["BibTeX", "bibtex", `% mine\n@comment{x}\n${BIB("a")}${BIB("b")}`, ["a@3", "b@6"]],
    ["CSL-JSON", "csl-json", `[\n  ${CSL("a")},\n  ${CSL("b")}\n]\n`, ["a@2", "b@3"]],
    ["one item of CSL-JSON", "csl-json", CSL("a"), ["a@1"]],
    ["data by name", "json", `{"schemaVersion":1,"statements":[\n{"id":"a"},{"id":"b"}]}`, ["a@2", "b@2"]],
    ["data by line", "json", `{"id":"a"}\n{"id":"b"}\n`, ["a@1", "b@2"]],
    [
      "EndNote",
      "endnote-xml",
      `<?xml version="1.0"?>\n<xml><records>\n${XML("a")}\n${XML("b")}</records></xml>`,
      ["a@3", "b@4"],
    ],
    ["a table", "csv", '\ufeffid,title\r\na,"x, ""y""\nz"\r\nb,y\r\n', ["a@2", "b@4"]],
    ["a table by semicolons", "csv", "title;id\nx;a\n\ny;b", ["a@2", "b@4"]],
    ["a table with a record in a cell", "csv", `id,title\na,"${RIS("b")}${BIB("c")}"`, ["a@2"]],
    ["a list", "text", "https://x.example/a\n\nhttps://x.example/b", ["@1", "@3"]],
    ["notes", "text", "My notes.\nSee st-7k2m9q here.\nAnd nothing here.", ["@2"]],
    ["nothing", "text", "", []],
    ["an empty list", "json", "[]", []],
  ])("%s", (_, format, text, expected) => {
    const read = readBibliography(text);
    expect(read.problems).toEqual([]);
    expect([read.format, keys(text)]).toEqual([format, expected]);
  });
});

describe("what is broken is told by line, and the rest is read", () => {
  it.each<[string, string, string[], string[]]>([
    [
      "RIS without an end",
      RIS("a").replace(/ER.*\r\n/u, "") + RIS("b"),
      ["a@1", "b@4"],
      ["4: A record begins before the one above it has ended (ER)."],
    ],
    [
      "RIS that stops",
      `${RIS("a")}TY  - NEWS\r\nID  - b`,
      ["a@1", "b@5"],
      ["6: The last record has no end (ER)."],
    ],
    [
      "RIS with other lines",
      `${RIS("a")}junk\r\n${RIS("b")}`,
      ["a@1", "b@6"],
      ["5: This line belongs to no record."],
    ],
    [
      "BibTeX without a brace",
      `@article{a,\n  title = {On a\n}\n${BIB("b")}`,
      ["a@1", "b@4"],
      ["1: This entry is never closed: a brace is missing."],
    ],
    [
      "BibTeX without a key",
      `@article{title = {x}}\n${BIB("b")}`,
      ["@1", "b@2"],
      ["1: This entry has no key."],
    ],
    [
      "JSON with a comma too many",
      `[\n{"id":"a","type":"x",},\n${CSL("b")}\n]`,
      ["b@3"],
      ["2: This entry is no JSON."],
    ],
    [
      "JSON without a brace",
      `[\n{"id":"a","type":"x",\n${CSL("b")}\n]`,
      ["b@3"],
      ["2: This entry never ends, or lists and objects stand too deep in it."],
    ],
    [
      "JSON without a mark",
      `[\n{"id":"a","type":"x},\n${CSL("b")}\n]`,
      ["b@3"],
      ["2: This entry never ends, or lists and objects stand too deep in it."],
    ],
    [
      "XML without an end",
      `<xml><records>\n<record><label>a</label>\n${XML("b")}</records></xml>`,
      ["a@2", "b@3"],
      ["2: This record is never closed (</record>)."],
    ],
    [
      "a table with a mark too many",
      'id,title\na,"x\nb,y\nc,z',
      ["a@2", "b@3", "c@4"],
      ["2: A quotation mark of this row is never closed."],
    ],
  ])("%s", (_, text, expected, problems) => {
    expect(keys(text)).toEqual(expected);
    expect(troubles(text)).toEqual(problems);
  });

  it("a hundred times at most", () =>
    expect(readBibliography(`${RIS("a")}${"junk\r\n".repeat(5000)}`).problems).toHaveLength(100));
});

describe("what an entry names", () => {
  it.each<[string, string[]]>([
    [
      "Recorded as st-7k2m9q, version 2: https://desk.example/statements/st-7k2m9q",
      ["statement st-7k2m9q 2 desk.example"],
    ],
    ["https://desk.example/a/statements/ST-7K2M9Q/versions/3.json", ["statement st-7k2m9q 3 desk.example"]],
    ["(https://desk.example/embed/st-7k2m9q)", ["statement st-7k2m9q - desk.example"]],
    ["https://desk.example/speakers/ada-qu%C3%A9", ["speaker ada-qué - desk.example"]],
    ["https://desk.example/statements/edit and /statements", []],
    ["the church of St-Martin in st-7k2m9q.", ["statement st-martin - -", "statement st-7k2m9q - -"]],
    ["post-7k2m9q, xst-7k2m9q and st-7k2m9qqqqqqqqq", []],
    ["src-7k2m9q", ["source src-7k2m9q - -"]],
  ])("%s", (text, expected) =>
    expect(
      mentionsIn(text).map(({ kind, id, version, host }) => `${kind} ${id} ${version ?? "-"} ${host ?? "-"}`),
    ).toEqual(expected),
  );

  it("is surest of what nothing else is written like", () =>
    expect(mentionsIn("st-martin st-7k2m9q").map(({ isCertain }) => isCertain)).toEqual([false, true]));
});
