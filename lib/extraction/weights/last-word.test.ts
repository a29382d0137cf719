import fc from "fast-check";
import { expect, it } from "vitest";
import { lastWordOf } from "./last-word";

it("finds what the pattern would find from the front", () => {
  const unit = fc.oneof(
    fc.constantFrom("a", "É", "9", " ", "'", "’", "-", ".", "”", "\uD83C", "\uDF89", "𝒜", "市"),
    fc.string({ unit: "binary", maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), fc.nat(20), fc.nat(20), (units, one, other) => {
      const text = units.join("");
      const from = Math.min(one, other, text.length);
      const to = Math.min(Math.max(one, other), text.length);
      const pattern = /[\p{L}\p{N}][\p{L}\p{N}’'-]*(?=[^\p{L}\p{N}]*$)/u;
      expect(lastWordOf(text, from, to)).toBe(text.slice(from, to).match(pattern)?.[0] ?? null);
    }),
    { numRuns: 500 },
  );
});
