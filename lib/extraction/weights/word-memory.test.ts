import fc from "fast-check";
import { expect, it } from "vitest";
import { WordMemory } from "./word-memory";
import { wordNumber } from "./words";

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
  const news = Array.from({ length: 15_000 }, (_, at) => `w${at}`);
  for (const word of [...news, ...news]) expect(memory.of(word).length).toBeGreaterThan(1);
  // whatever ran before has filled the one table of words: one that found no room is asked for each time
  const roomless = news.filter((word) => wordNumber(word, 0, word.length) < 0).length;
  expect(asked.length).toBeLessThanOrEqual(15_000 + roomless);
});
