import fc from "fast-check";
import { expect, test } from "vitest";
import { type Comparison, compareTexts } from "./compare-texts";

/** A comparison in one line: what went in brackets, what came in braces. */
function written({ stretches, former, later }: Comparison): string {
  return stretches
    .map(({ kind, former: was, later: now }) => {
      if (kind === "was") return `[${former.text.slice(...was)}]`;
      const text = later.text.slice(...now);
      return kind === "now" ? `{${text}}` : text;
    })
    .join("");
}

test.each([
  ["nothing", "", "", ""],
  ["the same", "One. Two.", "One. Two.", "One. Two."],
  ["a word", "He will go. She left.", "He may go. She left.", "He [will ]{may }go. She left."],
  ["a mark", "He left, she said.", "He left; she said.", "He left[, ]{; }she said."],
  ["another case", "the Court sat", "the court sat", "the [Court ]{court }sat"],
  [
    "words beside a mark as one",
    "He left, at once.",
    "He stayed, late.",
    "He [left, at once]{stayed, late}.",
  ],
  ["a sentence more", "One. Two.", "One. New here. Two.", "One. {New here. }Two."],
  ["a sentence less", "One.\nGone now.\nTwo.", "One.\nTwo.", "One.\n[Gone now.\n]Two."],
  ["layout alone", "One.  Two.\nThree.", "One. Two. Three.", "One. Two. Three."],
  ["signs alone", "“Don’t,” she said…", '"Don\'t," she said...', '"Don\'t," she said...'],
  ["hidden signs", "The cafe\u0301 is \u00adshut\ufeff.", "The café is shut.", "The café is shut."],
  [
    "a space that went with the words behind it",
    "We asked everybody before we closed it, he said.",
    "We asked everybody, he said.",
    "We asked everybody[ before we closed it], he said.",
  ],
  ["everything", "One two.", "Drei vier.", "[One two]{Drei vier}."],
])("shows %s", (_, former, later, expected) => {
  expect(written(compareTexts(former, later))).toBe(expected);
});

test("counts the words that went and came", () => {
  const { wordsGone, wordsNew } = compareTexts("He will not go. She left.", "He may go. She left at noon.");
  expect([wordsGone, wordsNew]).toEqual([2, 3]);
});

const word = fc.constantFrom(
  "we",
  "will",
  "not",
  "“go”",
  "…",
  "...",
  "café",
  "cafe\u0301",
  "a\u00adb",
  ",",
  "\ufeff",
);
const space = fc.constantFrom(" ", "\n", ". ", "\u00a0", "");
const text = fc
  .array(fc.tuple(word, space), { maxLength: 30 })
  .map((parts) => parts.map((part) => part.join("")).join(""));

test("its stretches are both texts, to the character and in order", () => {
  fc.assert(
    fc.property(text, text, (former, later) => {
      const { stretches } = compareTexts(former, later);
      const of = (side: "former" | "later", kinds: readonly string[]) =>
        stretches.filter(({ kind }) => kinds.includes(kind)).map((one) => one[side]);
      const joined = (whole: string, ranges: readonly (readonly [number, number])[]) =>
        ranges.map(([start, end]) => whole.slice(start, end)).join("");
      // a text without a word or a mark has nothing to stand in
      if (stretches.some(({ kind }) => kind !== "now"))
        expect(joined(former, of("former", ["same", "was"]))).toBe(former);
      if (stretches.some(({ kind }) => kind !== "was"))
        expect(joined(later, of("later", ["same", "now"]))).toBe(later);
    }),
  );
});

test("a pair is a pair from both sides, and pairs keep their order", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { former, later } = compareTexts(one, other);
      const paired = [...former.pairs].filter((at) => at !== -1);
      expect([...paired].sort((a, b) => a - b)).toEqual(paired);
      for (const at of paired) expect(later.pairs[at]).not.toBe(-1);
    }),
  );
});

test("a text compared with itself has nothing that went or came", () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(compareTexts(whole, whole).stretches.every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});
