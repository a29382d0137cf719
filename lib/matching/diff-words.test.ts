import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, type DiffSegment, diffWords } from "@/lib/matching";

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
    ["", "", [], []],
    ["old", "", ["[old]"], ["^1"]],
    ["Él dijo", "el dijo", ["Él dijo"], ["el dijo"]],
    ["a b c", "x b y", ["[a ]", "^1", "b ", "[c]", "^1"], ["^1", "[x ]", "b ", "^1", "[y]"]],
    ["— go", "go", ["— go"], ["go"]],
    ["… —", "!", ["[… —]", "^1"], ["^1", "[!]"]],
    ["…", "…", ["…"], ["…"]],
    ["We will go, now.", "We will go now!", ["We will go, now."], ["We will go now!"]],
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

test("of two long wordings without anything in common, all is each one's own", () => {
  const diff = diffWords("one ".repeat(2500), "two ".repeat(2400));
  expect(diff.left.map(({ kind, words }) => [kind, words])).toEqual([
    ["only", 2500],
    ["missing", 2400],
  ]);
  expect(diff.right.map(({ kind, words }) => [kind, words])).toEqual([
    ["missing", 2500],
    ["only", 2400],
  ]);
});

test("of a long wording of which all is the beginning and the end of the other, only what was put in differs", () => {
  const kept = "one ".repeat(600);
  const diff = diffWords(kept, `${kept}${"two ".repeat(900)}${kept}`);
  expect(diff.left.map(({ kind, words }) => [kind, words])).toEqual([
    ["same", 600],
    ["missing", 1500],
  ]);
});

describe("how one text became another", () => {
  const told = (former: string, later: string) =>
    changesBetween(former, later).map(({ kind, text }) => `${kind} ${text}`);
  test.each([
    ["We agree.", "We agreed.", ["same We ", "was agree", "now agreed", "same ."]],
    ["We  agree", "We agree", ["same We", "was   ", "now  ", "same agree"]],
    ["no", "No", ["was no", "now No"]],
    ["", "new", ["now new"]],
    ["old", "", ["was old"]],
    ["same", "same", ["same same"]],
  ])("%j to %j", (former, later, changes) => {
    expect(told(former, later)).toEqual(changes);
  });

  test("gives both texts back to the character", () => {
    const text = fc.array(fc.constantFrom("we", "We", " ", "  ", ",", "“", "和平", "é", "\n"), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [former, later] = [one.join(""), other.join("")];
        const changes = changesBetween(former, later);
        const joined = (gone: string) =>
          changes.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join("");
        expect(joined("now")).toBe(former);
        expect(joined("was")).toBe(later);
        if (former === later) expect(changes.every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  test("is the whole of both when they have little in common", () => {
    const [former, later] = ["one ".repeat(900), "two ".repeat(900)];
    expect(changesBetween(former, later)).toEqual([
      { kind: "was", text: former },
      { kind: "now", text: later },
    ]);
  });
});
