import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveEdge, quotedShare } from "@/lib/matching";

const TEXT = "Noor said: “We will not go, not today,” and left.";
const range = (words: string, text = TEXT) =>
  [text.indexOf(words), text.indexOf(words) + words.length] as const;

describe("moveEdge", () => {
  test.each([
    ["“We will not go", "start", "earlier", "said: “We will not go"],
    ["“We will not go", "start", "later", "will not go"],
    ["We will not go", "start", "earlier", "“We will not go"],
    ["“We will not", "end", "later", "“We will not go,"],
    ["“We will not go,", "end", "earlier", "“We will not"],
    ["not today,”", "end", "later", "not today,” and"],
  ] as const)("%s: %s %s", (words, edge, by, expected) => {
    const moved = moveEdge(TEXT, range(words), { edge, by });
    expect(moved && TEXT.slice(...moved)).toBe(expected);
  });

  test.each([
    ["Noor said", "start", "earlier"],
    ["and left.", "end", "later"],
    ["today,”", "start", "later"],
    ["Noor", "end", "earlier"],
  ] as const)("%s: %s has nowhere to go %s", (words, edge, by) => {
    expect(moveEdge(TEXT, range(words), { edge, by })).toBeNull();
  });

  test("moves by one word where words are not parted by spaces", () => {
    const text = "他说和平很重要";
    const moved = moveEdge(text, range("重要", text), { edge: "start", by: "earlier" });
    expect(moved && text.slice(...moved)).toBe("很重要");
  });

  test("a moved range lies in the text, is not empty, and moves the right way", () => {
    const word = fc.constantFrom("we", "“go", "stop,”", "—", "سلام", "和平", "l’été", "\n", "👩‍👧");
    const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.boolean(), fc.boolean(), (whole, a, b, isStart, isEarlier) => {
        const [start, end] = [a % whole.length, b % whole.length].sort((one, other) => one - other) as [
          number,
          number,
        ];
        const edge = isStart ? "start" : "end";
        const moved = moveEdge(whole, [start, end + 1], { edge, by: isEarlier ? "earlier" : "later" });
        if (!moved) return;
        expect(moved[0]).toBeGreaterThanOrEqual(0);
        expect(moved[1]).toBeLessThanOrEqual(whole.length);
        expect(moved[0]).toBeLessThan(moved[1]);
        const [was, is] = isStart ? [start, moved[0]] : [end + 1, moved[1]];
        expect(is < was).toBe(isEarlier);
      }),
    );
  });
});

describe("quotedShare", () => {
  test.each([
    ["“We will not go, not today,”", "all"],
    ["We will not go", "all"],
    ["said: “We will", "some"],
    ["Noor said", "none"],
    ["and left", "none"],
  ] as const)("of %s is %s", (words, share) => expect(quotedShare(TEXT, [range(words)])).toBe(share));

  test.each([
    ["He said 'no' and left", "no", "none"],
    ["He said ‘no, it isn’t so’ and left", "no, it isn’t so", "all"],
    ['He said "no" and left', "no", "all"],
    ['He said "no" and left', "and left", "none"],
    ["Il a dit « non » hier", "non", "all"],
    ["Er sagte: „Nein“ und ging", "und ging", "none"],
    ["“An open paragraph\nThe next one", "The next one", "none"],
  ] as const)("in %s of %s is %s", (text, words, share) => {
    expect(quotedShare(text, [range(words, text)])).toBe(share);
  });

  test("of a split quotation counts its pieces only", () => {
    const text = "“We go,” he said. “Now.”";
    expect(quotedShare(text, [range("“We go,”", text), range("“Now.”", text)])).toBe("all");
    expect(quotedShare(text, [[0, text.length]])).toBe("some");
  });
});
