import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, blocksOf, type Mark } from "./marked-text";

const mark = (id: string, ...ranges: [number, number][]): Mark => ({ id, ranges });
const drawn = (blocks: readonly Block<Mark>[]) =>
  blocks.map((block) =>
    block.kind === "gap"
      ? `(${block.paragraphs} left out)`
      : block.stretches.map(({ text, mark: under }) => (under ? `[${under.id} ${text}]` : text)).join(""),
  );

describe("blocksOf", () => {
  test("cuts paragraphs and headings, and drops empty lines", () => {
    const blocks = blocksOf("A heading\n\nFirst words.\n \nSecond words.\n", []);
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "paragraph"]);
    expect(drawn(blocks)).toEqual(["A heading", "First words.", "Second words."]);
  });

  test("marks what is under a mark, the inner one where two overlap", () => {
    const blocks = blocksOf("abcdefghij.", [mark("1", [1, 8]), mark("2", [3, 5])]);
    expect(drawn(blocks)).toEqual(["a[1 bc][2 de][1 fgh]ij."]);
  });

  test("a mark over two paragraphs is named in the first and drawn in both", () => {
    const blocks = blocksOf("One, two.\nThree, four.", [mark("1", [5, 15])]);
    expect(drawn(blocks)).toEqual(["One, [1 two.]", "[1 Three], four."]);
    expect(blocks.map((block) => (block.kind === "gap" ? 0 : block.marks.length))).toEqual([1, 0]);
  });

  test("of a long text shows the marked paragraphs and their neighbours", () => {
    const text = Array.from({ length: 3000 }, (_, at) => `Paragraph number ${at} says little.`).join("\n");
    const start = text.indexOf("Paragraph number 1500");
    expect(drawn(blocksOf(text, [mark("1", [start, start + 9])]))).toEqual([
      "(1499 left out)",
      "Paragraph number 1499 says little.",
      "[1 Paragraph] number 1500 says little.",
      "Paragraph number 1501 says little.",
      "(1498 left out)",
    ]);
  });

  test("of a long text without marks shows the beginning; blank lines and long ones count as they are read", () => {
    const lines = "One.\n \u3000\n\n".repeat(30_000);
    const blocks = blocksOf(lines, []);
    expect(blocks).toHaveLength(21);
    expect(blocks.at(-1)).toEqual({
      kind: "gap",
      startUtf16: 9 * 20,
      paragraphs: 29_980,
    });
    const line = "word ".repeat(20_000);
    const cut = drawn(blocksOf(line, [mark("1", [50_000, 50_004])]));
    expect(cut.length).toBe(5);
    expect(
      cut
        .slice(1, 4)
        .join("")
        .replace(/[[\]]|1 /g, ""),
    ).toHaveLength(3 * 2400);
  });

  test("shows every letter once, in order, and each mark first in one place", () => {
    const text = fc
      .array(fc.constantFrom("ab", " ", "\n", "“c”", "سلام", "."), { maxLength: 60 })
      .map((parts) => parts.join(""));
    const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { maxLength: 6 });
    fc.assert(
      fc.property(text, spans, (whole, pairs) => {
        const marks = pairs
          .map(([start, length], id) => mark(`${id}`, [start, start + length + 1]))
          .filter(({ ranges: [range] }) => (range?.[1] ?? 0) <= whole.length);
        const shown = blocksOf(whole, marks);
        const letters = shown.flatMap((block) =>
          block.kind === "gap" ? [] : block.stretches.map(({ text: t }) => t),
        );
        expect(letters.join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
        for (const block of shown) {
          if (block.kind === "gap") continue;
          for (const { startUtf16, text: t } of block.stretches)
            expect(whole.slice(startUtf16).startsWith(t)).toBe(true);
        }
        for (const { id } of marks) {
          const firsts = shown.flatMap((block) =>
            block.kind === "gap" ? [] : block.stretches.filter((one) => one.isFirst && one.mark?.id === id),
          );
          expect(firsts.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
