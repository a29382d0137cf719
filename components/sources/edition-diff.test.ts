import { expect, test } from "vitest";
import { paragraphsOf } from "./edition-diff";

const same = (text: string) => ({ kind: "same" as const, text });

test("what changed stands with a paragraph on either side, and the rest is counted", () => {
  const stretches = [
    same("One.\n\nTwo.\n\nThree.\n\nIt was "),
    { kind: "was" as const, text: "shut" },
    { kind: "now" as const, text: "open" },
    same(".\n\nFive.\n\nSix."),
  ];
  expect(paragraphsOf(stretches)).toEqual([
    { kind: "gap", paragraphs: 2 },
    { kind: "text", stretches: [same("Three.")] },
    { kind: "text", stretches: [same("It was "), ...stretches.slice(1, 3), same(".")] },
    { kind: "text", stretches: [same("Five.")] },
    { kind: "gap", paragraphs: 1 },
  ]);
});

test("a paragraph that came or went is one of its own", () => {
  const now = { kind: "now" as const, text: "New.\n" };
  expect(paragraphsOf([same("One.\n"), now, same("Two.")])).toEqual([
    { kind: "text", stretches: [same("One.")] },
    { kind: "text", stretches: [{ kind: "now", text: "New." }] },
    { kind: "text", stretches: [same("Two.")] },
  ]);
});

test("words that end a line in either text stand in one line", () => {
  const stretches = [
    same("It was “shut"),
    { kind: "was" as const, text: " for ever.”\n\n" },
    { kind: "now" as const, text: ".”\n\n" },
    same("Two."),
  ];
  expect(paragraphsOf(stretches)).toEqual([
    {
      kind: "text",
      stretches: [same("It was “shut"), { kind: "was", text: " for ever.”" }, { kind: "now", text: ".”" }],
    },
    { kind: "text", stretches: [same("Two.")] },
  ]);
});

test("of two texts that are the same nothing is shown", () => {
  expect(paragraphsOf([same("One.\nTwo.")])).toEqual([{ kind: "gap", paragraphs: 2 }]);
  expect(paragraphsOf([])).toEqual([]);
});
