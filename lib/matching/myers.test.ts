import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestEndings, startOf } from "./myers";

/** The fewest changes that turn a stretch of `text` ending at each place into `wanted`, by the plain table. */
function table(text: string, wanted: string): number[] {
  let column = Array.from({ length: wanted.length + 1 }, (_, row) => row);
  return [...Array(text.length).keys()].map((at) => {
    const before = column;
    column = [0];
    for (let row = 1; row <= wanted.length; row++) {
      const replaced = (before[row - 1] ?? 0) + (text[at] === wanted[row - 1] ? 0 : 1);
      column.push(Math.min(replaced, (before[row] ?? 0) + 1, (column[row - 1] ?? 0) + 1));
    }
    return column[wanted.length] ?? 0;
  });
}

/** The fewest changes that turn one text into the other, all of both. */
function distance(text: string, wanted: string): number {
  let row = Array.from({ length: wanted.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...text].entries()) {
    const above = row;
    row = [at + 1];
    for (let to = 1; to <= wanted.length; to++) {
      const replaced = (above[to - 1] ?? 0) + (letter === wanted[to - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}

const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom("a", "b", "c", "é"), minLength: 1, maxLength: most });

test("finds what the plain table finds, over the edges of blocks too", () => {
  fc.assert(
    fc.property(letters(120), letters(80), (text, wanted) => {
      const errors = table(text, wanted);
      const fewest = Math.min(...errors);
      const expected = errors.flatMap((found, at) =>
        found === fewest ? [{ end: at + 1, errors: fewest }] : [],
      );
      expect(nearestEndings(text, wanted, wanted.length)).toEqual(fewest > wanted.length ? [] : expected);
      expect(nearestEndings(text, wanted, fewest - 1)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("begins where the stretch differs by as much as was said", () => {
  fc.assert(
    fc.property(letters(60), letters(40), (text, wanted) => {
      for (const ending of nearestEndings(text, wanted, wanted.length - 1)) {
        const start = startOf(text, wanted, ending);
        expect(table(text.slice(start, ending.end), wanted).at(-1)).toBe(ending.errors);
        // of places that are equally good the one that takes in most
        for (let earlier = 0; earlier < start; earlier++)
          expect(distance(text.slice(earlier, ending.end), wanted)).toBeGreaterThan(ending.errors);
      }
    }),
    { numRuns: 300 },
  );
});

test("finds in prose of many scripts what the plain table finds, within what may differ", () => {
  const word = fc.constantFrom(
    "we",
    "not",
    "agree",
    "“peace”",
    "café",
    "سلام",
    "和平",
    "👩‍👩‍👧",
    "border",
    "The",
  );
  const prose = (most: number) =>
    fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(" "));
  fc.assert(
    fc.property(prose(60), prose(25), fc.double({ min: 0, max: 1, noNaN: true }), (text, wanted, share) => {
      const most = Math.floor(wanted.length * share);
      const errors = table(text, wanted);
      const fewest = Math.min(...errors);
      const nearest = errors.flatMap((found, at) =>
        found === fewest ? [{ end: at + 1, errors: fewest }] : [],
      );
      expect(nearestEndings(text, wanted, most)).toEqual(fewest > most ? [] : nearest);
    }),
    { numRuns: 300 },
  );
});
