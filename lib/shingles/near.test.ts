import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_NEAR, resemblance } from "./index";

const word = fc.stringMatching(/^[a-zäöüéß]{2,9}$/u);
const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });

/** What an editor does to one place of a text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom("change", "drop", "add"),
  put: word,
});

function edited(text: readonly string[], edits: readonly { at: number; how: string; put: string }[]) {
  const changed = [...text];
  for (const { at, how, put } of edits)
    changed.splice(Math.floor(at * changed.length), how === "add" ? 0 : 1, ...(how === "drop" ? [] : [put]));
  return changed.join(" ");
}

describe("a text is nearly another", () => {
  it("when one word of twenty-five was changed, dropped or added, under another headline and first line", () =>
    fc.assert(
      fc.property(
        words(150, 400),
        fc.array(edit, { maxLength: 6 }),
        words(4, 12),
        words(3, 15),
        (text, edits, head, line) => {
          const most = edits.slice(0, Math.floor(text.length / 25));
          const later = `${head.join(" ")}\n\n${line.join(" ")}: ${edited(text, most)}`;
          expect(resemblance(text.join(" "), later)).toBeGreaterThanOrEqual(LEAST_NEAR);
        },
      ),
    ));

  it("when another prints the first half of it, or puts as much around it", () =>
    fc.assert(
      fc.property(words(150, 300), words(100, 300), (text, more) => {
        const half = text.slice(0, text.length / 2).join(" ");
        expect(resemblance(text.join(" "), half)).toBeGreaterThan(0.9);
        expect(resemblance(text.join(" "), `${more.join(" ")} ${text.join(" ")}`)).toBeGreaterThan(0.9);
      }),
    ));

  it("and is none of the same subject, told in the same two hundred words", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 60, maxLength: 200 }),
        fc.integer({ min: 1, max: 2 ** 30 }),
        (vocabulary, seed) => {
          let state = seed;
          const some = () => {
            state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
            return vocabulary[Math.floor((state / 2 ** 32) * vocabulary.length)] ?? "";
          };
          const text = () => Array.from({ length: 300 }, some).join(" ");
          expect(resemblance(text(), text())).toBeLessThan(0.2);
        },
      ),
    ));

  it("and is none that prints the same speech: two fifths of each in the same words", () =>
    fc.assert(
      fc.property(words(80, 120), fc.integer({ min: 0, max: 10 ** 9 }), (speech, n) => {
        const own = (side: string) =>
          Array.from({ length: Math.ceil(speech.length * 1.5) }, (_, at) => `${side}${n}w${at}`).join(" ");
        const share = resemblance(`${own("a")} ${speech.join(" ")}`, `${speech.join(" ")} ${own("b")}`);
        expect(share).toBeLessThan(LEAST_NEAR);
      }),
    ));

  it("or cannot be told: fifty words are too few", () =>
    expect(resemblance("four words stand here", "four words stand here")).toBeNull());
});
