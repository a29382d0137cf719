import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffSegment, diffWords } from "@/lib/matching";
import { growthOf } from "../../bench/growth";

const drawn = (segments: readonly DiffSegment[]) =>
  segments.map(({ kind, text, words }) =>
    kind === "missing" ? `^${words}` : kind === "only" ? `[${text}]` : text,
  );

describe("diffWords", () => {
  test.each([
    ["We will go", "We will not go", ["We will ", "^1", "go"], ["We will ", "[not ]", "go"]],
    [
      "at least 600 attacks",
      "about 500 attacks",
      ["[at least 600 ]", "^2", "attacks"],
      ["^3", "[about 500 ]", "attacks"],
    ],
    ["“Peace,” he said", '"peace" he said', ["“Peace,” he said"], ['"peace" he said']],
    ["和平很重要", "和平不重要", ["和平", "[很]", "^1", "重要"], ["和平", "^1", "[不]", "重要"]],
    ["same", "same", ["same"], ["same"]],
    ["", "new", ["^1"], ["[new]"]],
  ])("%j beside %j", (a, b, left, right) => {
    const diff = diffWords(a, b);
    expect(drawn(diff.left)).toEqual(left);
    expect(drawn(diff.right)).toEqual(right);
  });

  test("each side, joined, is its wording to the character", () => {
    const side = (segments: readonly DiffSegment[]) =>
      segments
        .filter(({ kind }) => kind !== "missing")
        .map(({ text }) => text)
        .join("");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const diff = diffWords(a, b);
        expect(side(diff.left)).toBe(a);
        expect(side(diff.right)).toBe(b);
      }),
    );
  });
});

test.each([
  ["alike", (size: number) => ["the same words ".repeat(size), "the same words ".repeat(size)]],
  ["without a word in common", (size: number) => ["one ".repeat(size), "two ".repeat(size)]],
  ["with marks alone", (size: number) => ["… ".repeat(size), "— ".repeat(size)]],
] as const)(
  "two wordings %s are compared in proportion to their length",
  async (_, make) => {
    expect(await growthOf(make, ([left = "", right = ""]) => diffWords(left, right), 1000)).toBeLessThan(3);
  },
  120_000,
);

test("of two long wordings that have little in common, what both begin and end with is alike", () => {
  const [left, right] = [
    `So it is ${"one ".repeat(3000)}for now.`,
    `So it is ${"two ".repeat(3000)}for now.`,
  ];
  const diff = diffWords(left, right);
  expect(diff.left.map(({ kind, words }) => [kind, words])).toEqual([
    ["same", 3],
    ["only", 3000],
    ["missing", 3000],
    ["same", 2],
  ]);
  expect(
    diff.right
      .filter(({ kind }) => kind !== "missing")
      .map(({ text }) => text)
      .join(""),
  ).toBe(right);
});
