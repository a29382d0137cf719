import { expect, it } from "vitest";
import { isContent } from "./content";
import { withNumbers } from "./numbers";
import { likenessOf } from "./senses";
import { Vocabulary } from "./vocabulary";
import { readWords } from "./words";

const TEXT = `My mother called and the children were singing across the road in twelve storms of 1987. We hid our phones, carried the
papers over the street, and kids sang; mum had concealed her telephone. Unwilling farmers begged on television, pleading for a dozen
inspectors. A ${"long".repeat(20)} word, and the ${"long".repeat(20)} word once more.`;

it("has of every two words what they are to one another", () => {
  const words = withNumbers(readWords(TEXT), "en").filter((word) => isContent(word, "en"));
  const vocabulary = new Vocabulary();
  // a row that was asked for before the rest was read grows with it
  for (const word of words) vocabulary.rowOf(word);
  for (const word of words) vocabulary.numberOf(word);
  for (const word of words) {
    const row = vocabulary.rowOf(word);
    for (const other of words)
      expect([word.raw, other.raw, row.get(vocabulary.numberOf(other)) ?? 0]).toEqual([
        word.raw,
        other.raw,
        likenessOf(word, other, "en"),
      ]);
  }
});
