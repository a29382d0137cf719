import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./folded";

/** What each character of the folded text came from. */
const origins = (original: string) => {
  const { text, startsUtf16, endsUtf16 } = fold(original);
  return [...Array(text.length).keys()].map((at) => [
    text[at],
    original.slice(startsUtf16[at], endsUtf16[at]),
  ]);
};

describe("a folded text", () => {
  it.each([
    ["plain words stay", "Peace, now!", "Peace, now!"],
    ["marks are made plain", "“It’s” — «non»", '"It\'s" - "non"'],
    ["a backtick is a mark", "`no` it`s", "'no' it's"],
    ["white space is one space", "a \t\n\u00a0\u2003b", "a b"],
    ["of space at the edges one is kept", "\n a  ", " a "],
    ["what is invisible is dropped", "bor\u00adder\u200b \ufeff.", "border ."],
    ["what is invisible between spaces parts nothing", "a \u200b b", "a b"],
    ["letters that are joined are parted", "ﬁnal", "final"],
    ["accents are joined", "cafe\u0301", "café"],
    ["the first of the accents is one", "a\u0300", "à"],
    ["a lone accent is kept", "\u0301a", "\u0301a"],
    ["Hangul is joined", "\u1112\u1161\u11ab", "\ud55c"],
    ["full width is narrow", "ＡＢ１", "AB1"],
    ["nothing is nothing", "", ""],
  ])("%s", (_, original, folded) => expect(fold(original).text).toBe(folded));

  it.each([
    [
      "an accent of its own",
      "xe\u0301y",
      [
        ["x", "x"],
        ["é", "e\u0301"],
        ["y", "y"],
      ],
    ],
    [
      "a joined letter",
      "ﬁx",
      [
        ["f", "ﬁ"],
        ["i", "ﬁ"],
        ["x", "x"],
      ],
    ],
    [
      "a run of space",
      "a \n b",
      [
        ["a", "a"],
        [" ", " \n "],
        ["b", "b"],
      ],
    ],
    [
      "space with an invisible sign in it",
      "a \u200b b",
      [
        ["a", "a"],
        [" ", " \u200b "],
        ["b", "b"],
      ],
    ],
    [
      "a sign beyond the first plane",
      "😀x",
      [
        ["\ud83d", "😀"],
        ["\ude00", "😀"],
        ["x", "x"],
      ],
    ],
  ])("knows where it came from: %s", (_, original, expected) => expect(origins(original)).toEqual(expected));

  it("has a small twin of the same length, also of letters that grow", () => {
    expect(fold("AbÉ").lower).toBe("abé");
    expect(fold("İzmir İ").lower).toHaveLength(fold("İzmir İ").text.length);
    expect(fold("İzmir").lower.slice(1)).toBe("zmir");
  });

  it("is the text and its twin, place for place, in the order of the original", () => {
    const text = fc.array(
      fc.constantFrom(
        "a",
        "Z",
        "é",
        "e\u0301",
        "ﬁ",
        "İ",
        "ß",
        " ",
        "\n",
        "\u200b",
        "—",
        "`",
        "😀",
        "한",
        "سَ",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const original = parts.join("");
        const { text: folded, lower, startsUtf16, endsUtf16 } = fold(original);
        expect(lower).toHaveLength(folded.length);
        expect([startsUtf16.length, endsUtf16.length]).toEqual([folded.length, folded.length]);
        for (let at = 0; at < folded.length; at++) {
          const [start = -1, end = -1] = [startsUtf16[at], endsUtf16[at]];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(original.length);
          // each stands behind the one before it, or beside it when both came of one letter
          const [before = 0, beforeEnd = 0] = [startsUtf16[at - 1], endsUtf16[at - 1]];
          expect(start === before || start >= beforeEnd).toBe(true);
          expect(fold(original.slice(start, end)).text).toContain(folded[at]);
        }
        // folding what is folded changes nothing more
        expect(fold(folded).text).toBe(folded);
      }),
      { numRuns: 300 },
    );
  });
});
