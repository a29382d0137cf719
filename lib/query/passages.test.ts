import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchWords } from "@/lib/text";
import { passagesOf } from "./index";

const word = fc.constantFrom("peace", "Détente", "talks.", "«oui»", "和平", "کابل", "a", "x".repeat(40), "—");
const gap = fc.constantFrom(" ", " ", " ", "\n", "\n\n");
const texts = fc.array(fc.tuple(word, gap), { maxLength: 1200 }).map((parts) => parts.flat().join(""));

describe("the passages of a text", () => {
  it("hold every word of it, and every phrase of some words whole, wherever the text is cut", () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, nth) => {
        const passages = [...passagesOf(text)];
        const words = searchWords(text);
        const from = words.length === 0 ? 0 : nth % words.length;
        const phrase = words.slice(from, from + 4);
        expect(passages.some(({ searchKey }) => ` ${searchKey} `.includes(phrase.join(" ")))).toBe(true);
      }),
    );
  });

  it("stand in order, each beginning within the one before or behind what has no words", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const passages = [...passagesOf(text)];
        expect(passages[0]?.startUtf16).toBe(0);
        for (const [at, { startUtf16, endUtf16, searchKey }] of passages.entries()) {
          expect(endUtf16).toBeLessThanOrEqual(text.length);
          expect(endUtf16 - startUtf16).toBeLessThanOrEqual(2250);
          const next = passages[at + 1];
          if (next === undefined) expect(searchWords(text.slice(endUtf16))).toEqual([]);
          else expect(next.startUtf16).toBeGreaterThan(startUtf16);
          if (at > 0) expect(searchKey).not.toBe("");
        }
      }),
    );
  });

  it.each(["", " ", "—", "\n\n"])("are one of %j, which has no words", (text) =>
    expect([...passagesOf(text)].map(({ searchKey }) => searchKey)).toEqual([""]),
  );

  it("are cut where a text has no place for it", () => {
    const passages = [...passagesOf("x".repeat(9000))];
    expect(passages.length).toBe(5);
    expect(passages.at(-1)?.endUtf16).toBe(9000);
  });
});
