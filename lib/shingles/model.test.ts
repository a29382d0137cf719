import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyShingleOf, shinglesOf } from "./index";
import { shinglesAtLeisure } from "./model";

// what stands between two words, and what is nothing between two parts of one
const JOINTS = [" ", ", ", "\n\n", "’s ", "\ufeff", "\u00ad", "。", "签字", " — ", "\u00a0"];

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

  const LONG = Array.from(
    { length: 40_000 },
    (_, n) => `w${(n * 7919) % 30_011}${JOINTS[n % JOINTS.length]}`,
  ).join("");

  it("of a long text are those of its words in their order, in whatever pieces it is taken", () => {
    const [kept, every] = [shinglesOf(LONG), everyShingleOf(LONG)];
    const sum = (hashes: Iterable<number>) => [...hashes].reduce((all, hash) => (all + hash) | 0, 0);
    // as of the text taken whole
    expect([kept.size, sum(kept), every.size, sum(every)]).toEqual([
      21_171, -1_851_804_970, 42_001, 977_572_063,
    ]);
  });

  it("of a long text are taken while others have their turns", async () => {
    let [turns, isOver] = [0, false];
    const others = () => {
      turns += 1;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    expect(await shinglesAtLeisure(LONG.repeat(5))).toEqual(shinglesOf(LONG.repeat(5)));
    isOver = true;
    expect(turns).toBeGreaterThan(1);
  });

  it("keep about half of a long text", () => {
    const text = Array.from({ length: 4000 }, (_, n) => `w${(n * 7919) % 3001}`).join(" ");
    const share = shinglesOf(text).size / everyShingleOf(text).size;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.62);
  });
});
