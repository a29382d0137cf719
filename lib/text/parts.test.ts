import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partEnd, sentencesIn } from "./parts";

function partsOf(text: string, most: number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = partEnd(text, from, most);
    if (end <= from) throw new Error(`stands still at ${from}`);
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts;
}

describe("where a part ends", () => {
  test.each([
    ["the end of a short text", "One. Two.", 20, ["One. Two."]],
    ["the end of a text that just fits", "12345678", 8, ["12345678"]],
    ["a paragraph before a line", "aaaa bb\n\ncc\nd e. f", 14, ["aaaa bb\n\n", "cc\nd e. f"]],
    ["a line before a sentence", "aaaa bbb\ncc. d e f g", 14, ["aaaa bbb\n", "cc. d e f g"]],
    ["a sentence before a word", "aaaa bbb cc.” d e f g", 16, ["aaaa bbb cc.” ", "d e f g"]],
    ["a word", "aaaa bbb cc d", 10, ["aaaa bbb ", "cc d"]],
    ["nowhere better", "aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"]],
    ["not in the first half", "a\n\nbbbbbbbbbb", 8, ["a\n\nbbbbb", "bbbbb"]],
    ["not within a pair", "aaa😀😀", 4, ["aaa", "😀😀"]],
  ])("%s", (_, text, most, parts) => {
    expect(partsOf(text, most)).toEqual(parts);
  });
});

test("parts of any text are whole characters, not too long, and the text again", () => {
  const pieces = [
    "a",
    "word ",
    "😀",
    "\n",
    "\n\n",
    "ends. ",
    "«ends?» ",
    "نعم؟ ",
    "𝒜",
    "e\u0301",
    "....",
    "  ",
  ];
  let state = 7;
  const next = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: next(60) }, () => pieces[next(pieces.length)]).join("");
    const most = 2 + next(20);
    const parts = partsOf(text, most);
    expect(parts.join("")).toBe(text);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(most);
      expect(part.isWellFormed()).toBe(true);
    }
  }
});

test("a text without any place to cut is cut all the same", () => {
  for (const sign of [".", "”", "!”", "a"]) {
    expect(partsOf(sign.repeat(1_000_000 / sign.length), 48_000).length).toBeLessThan(50);
  }
});

describe("the sentences of a long text", () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
  const PIECES = [
    ...[
      "He said so. ",
      "Mr. ",
      "etc. 12 345 ",
      "U.S. ",
      "“Yes!” ",
      "no ",
      "yes?\n",
      "(1.5) ",
      "它说。",
      "قال؟ ",
      "ə ",
    ],
    ...["a.", ". ", "… ", "\u2029", "😀 ", "e\u0301. ", "Aa ", "x".repeat(700), " 1".repeat(400)],
  ];

  test("are those of the whole, wherever its stretches end", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 400, maxLength: 900 }), (pieces) => {
        const text = pieces.join("");
        expect([...sentencesIn(segmenter, text)].map(({ index, segment }) => [index, segment])).toEqual(
          [...segmenter.segment(text)].map(({ index, segment }) => [index, segment]),
        );
      }),
      { numRuns: 20 },
    );
  });

  test.each(["", "One.", "no end ".repeat(2000)])("of %j", (text) => {
    expect([...sentencesIn(segmenter, text)].map(({ segment }) => segment)).toEqual(
      [...segmenter.segment(text)].map(({ segment }) => segment),
    );
  });
});
