import { describe, expect, it } from "vitest";
import { foldForSearch } from "./normalise";

describe("foldForSearch", () => {
  it.each([
    ["Istanbul", "istanbul"],
    ["İSTANBUL", "istanbul"],
    ["ıstanbul", "ISTANBUL"],
    ["Straße", "STRASSE"],
    ["ΟΔΟΣ", "οδος"],
    ["ЁЛКА", "ёлка"],
    ["ﬁre", "FIRE"],
    ["“don’t”", '"DON\'T"'],
    ["a\u00a0\u200bb", "A B"],
    ["″no″", '"NO"'],
  ])("makes %s and %s alike", (one, other) => expect(foldForSearch(one)).toBe(foldForSearch(other)));

  it("finds the beginning of a longer word, though a final sigma is written otherwise", () => {
    expect(foldForSearch("οδοσήμανση")).toContain(foldForSearch("ΟΔΟΣ"));
  });

  it.each(["50% of a_b\\c", "پښتو", "हिन्दी"])("keeps %s", (text) => {
    expect(foldForSearch(text)).toBe(text.toLowerCase());
  });
});
