import { describe, expect, it } from "vitest";
import { FORMATS, formatOf } from "./registry";

describe("the registry", () => {
  it("has no name, ending or address twice", () => {
    for (const key of ["id", "label", "extension"] as const)
      expect(new Set(FORMATS.map((format) => format[key])).size).toBe(FORMATS.length);
  });

  it("says of every format what it is for and what it cannot carry, in words", () => {
    for (const { about, omits, scopes, id } of FORMATS) {
      expect(about, id).toMatch(/^For .+\.$/u);
      expect(omits.length, id).toBeGreaterThan(0);
      for (const omitted of omits) expect(omitted, id).not.toMatch(/\.$|^\p{Lu}/u);
      expect(scopes, id).toContain("list");
    }
  });

  it.each([
    ["ris", "ris"],
    ["bib", "bibtex"],
    ["csl.json", "csl-json"],
    ["jsonl", "json-lines"],
  ])("finds %s by its ending", (asked, id) => expect(formatOf(asked)?.id).toBe(id));

  it.each(["", "pdf", "constructor", "RIS"])("has none of %j", (asked) => expect(formatOf(asked)).toBeNull());
});
