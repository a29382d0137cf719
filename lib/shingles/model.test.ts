import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyShingleOf, shinglesOf } from "./index";

const word = fc.stringMatching(/^[a-zäöüéß]{1,9}$/u);
const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });

describe("shingles", () => {
  it("find any six words in a row that stand in two texts", () => {
    fc.assert(
      fc.property(words(6, 14), words(0, 30), words(0, 30), (shared, before, behind) => {
        const text = [...before, ...shared, ...behind].join(" ");
        const kept = shinglesOf(text);
        return [...everyShingleOf(shared.join(" "))].some((hash) => kept.has(hash));
      }),
    );
  });

  it.each([
    ["curly marks and dashes", "“We’ll sign it — tomorrow, in Doha,”", '"we\'ll sign it - TOMORROW in Doha"'],
    [
      "soft hyphens and no-break spaces",
      "we will sign to\u00admorrow in Doha",
      "we will sign tomorrow in Doha",
    ],
    ["Arabic signs of direction", "\u202bلقد اتفقنا على كل شيء\u202c", "لقد اتفقنا على كل شيء"],
  ])("are the same for %s", (_, one, other) => {
    expect(everyShingleOf(one)).toEqual(everyShingleOf(other));
    expect(everyShingleOf(one).size).toBeGreaterThan(0);
  });

  it("take a sign for a word where a script has no spaces", () =>
    expect(everyShingleOf("我们明天在多哈签字").size).toBe(6));

  it("are kept of a text of few words, and none of less than four", () => {
    expect(shinglesOf("four words stand here").size).toBe(1);
    expect(shinglesOf("only three words").size).toBe(0);
  });

  it("keep about half of a long text", () => {
    const text = Array.from({ length: 4000 }, (_, n) => `w${(n * 7919) % 3001}`).join(" ");
    const share = shinglesOf(text).size / everyShingleOf(text).size;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.62);
  });
});
