import fc from "fast-check";
import { expect, it } from "vitest";
import { WordMemory } from "./word-memory";

it("says of a word what was worked out, asked once or often, however many and long the words", () => {
  const asked: string[] = [];
  const memory = new WordMemory((word) => {
    asked.push(word);
    return { length: word.length };
  });
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 })), (words) => {
      for (const word of [...words, ...words]) expect(memory.of(word)).toEqual({ length: word.length });
    }),
  );
  asked.length = 0;
  for (let at = 0; at < 30_000; at += 1) expect(memory.of(`w${at % 15_000}`).length).toBeGreaterThan(1);
  expect(asked.length).toBeLessThanOrEqual(15_000);
});
