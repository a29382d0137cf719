import { describe, expect, test } from "vitest";
import { diffWords, locateQuote, withheldIn } from "@/lib/matching";
import { growthOf, TOO_MUCH } from "../../bench/growth";

// what is slow by nature stands apart from the rules, which every change made on purpose is held against

describe("costs in proportion to the text", () => {
  const words = (count: number, step = 7919) =>
    Array.from({ length: count }, (_, at) => `w${(at * step) % 10_007}`).join(" ");

  test.each([
    ["one letter over and over, and half of it", (size) => ["a".repeat(size), "a".repeat(size / 2)]],
    ["one letter over and over, and another", (size) => ["a".repeat(size), `${"a".repeat(100)}b`]],
    ["words, and others", (size) => [words(size), "the lock at the mill is shut until spring"]],
    ["a sentence over and over, and one like it", (size) => ["the cat sat. ".repeat(size), "the cat sit."]],
    ["words, and as many others", (size) => [words(size), words(size / 2, 104_729)]],
    ["words, and most of them", (size) => [words(size), words(size / 2).replaceAll("7", "1")]],
    ["marks on one letter", (size) => [`e${"\u0301".repeat(size)}`, "ee"]],
  ] as [string, (size: number) => [string, string]][])(
    "%s",
    async (_, make) => {
      expect(await growthOf(make, ([text, quote]) => locateQuote(text, quote), 1000)).toBeLessThan(TOO_MUCH);
    },
    120_000,
  );

  test("a word that stands everywhere, which is not weighed at every place", async () => {
    const make = (size: number) => "the border is the border. ".repeat(size);
    const locate = (text: string) => locateQuote(text, "the", { startUtf16: text.length / 2, prefix: "is " });
    expect(await growthOf(make, locate, 1000)).toBeLessThan(TOO_MUCH);
  }, 120_000);
});

test.each([
  ["alike", (size: number) => ["the same words ".repeat(size), "the same words ".repeat(size)]],
  ["without a word in common", (size: number) => ["one ".repeat(size), "two ".repeat(size)]],
  ["with marks alone", (size: number) => ["… ".repeat(size), "— ".repeat(size)]],
] as const)(
  "two wordings %s are compared in proportion to their length",
  async (_, make) => {
    expect(await growthOf(make, ([left = "", right = ""]) => diffWords(left, right), 1000)).toBeLessThan(
      TOO_MUCH,
    );
  },
  120_000,
);

test("what is withheld from a text without line ends costs in proportion to its length", async () => {
  const make = (size: number) => "He said so. The lock is shut. ".repeat(size);
  const withhold = (text: string) =>
    withheldIn(text, [0, text.length], [{ span: [12, 29], wordings: ["The lock is shut"] }]);
  // a hundred and fifty thousand characters: under a tenth of that the square is not seen
  expect(await growthOf(make, withhold, 600)).toBeLessThan(TOO_MUCH);
}, 120_000);
