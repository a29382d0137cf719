import fc from "fast-check";
import { expect, it } from "vitest";
import { characterTest, countWords, endOfRunOf } from "./characters";

it("finds the same runs as the pattern, surrogates included", () => {
  const isInPiece = characterTest(/^[\p{L}\p{M}\p{N}]$/u);
  const unit = fc.oneof(
    fc.constantFrom("a", "É", "9", " ", "'", "\n", "\uD83C", "\uDF89", "𝒜", "é", "市"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const text = units.join("");
      const runs: [number, number][] = [];
      for (let at = 0; at < text.length; ) {
        const end = endOfRunOf(isInPiece, text, at);
        if (end > at) runs.push([at, end]);
        at = Math.max(end, at + 1);
      }
      const expected = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => [
        match.index,
        match.index + match[0].length,
      ]);
      expect(runs).toEqual(expected);
    }),
  );
});

it("counts the words that the pattern would find", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expect(countWords(text)).toBe(text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
    }),
  );
});
