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
    // an edge within a word or a gap goes to the next edge of a word that way
    ["oor said", "start", "earlier", "Noor said"],
    ["oor said", "start", "later", "said"],
    ["Noor sai", "end", "later", "Noor said:"],
    ["Noor sai", "end", "earlier", "Noor"],
    ["go, ", "end", "later", "go, not"],
    ["and left.", "end", "earlier", "and"],
  ] as const)("%s: %s %s", (words, edge, by, expected) => {
    const moved = moveEdge(TEXT, range(words), { edge, by, unit: "word" });
    expect(moved && TEXT.slice(...moved)).toBe(expected);
  });

  test.each([
    ["Noor said", "start", "earlier"],
    ["and left.", "end", "later"],
    ["today,”", "start", "later"],
    ["Noor", "end", "earlier"],
  ] as const)("%s: %s has nowhere to go %s", (words, edge, by) => {
    expect(moveEdge(TEXT, range(words), { edge, by, unit: "word" })).toBeNull();
  });

  const PARAGRAPHS = "Rain fell. “We will go,” Noor said. “Not today.”\n\nSnow fell. It was late.";
  test.each([
    ["will go,” Noor said.", "start", "earlier", "“We will go,” Noor said."],
    ["“We will go,” Noor said.", "start", "earlier", "Rain fell. “We will go,” Noor said."],
    ["Rain fell. “We", "start", "later", "“We"],
    ["“We will go", "end", "later", "“We will go,” Noor said."],
    ["“We will go,” Noor", "end", "earlier", null],
    // to the end of its paragraph, and then into the next
    ["Noor said.", "end", "later", "Noor said. “Not today.”"],
    ["“Not today.”", "end", "later", "“Not today.”\n\nSnow fell."],
    ["Snow fell. It", "end", "earlier", "Snow fell."],
  ] as const)("by a sentence, %s: %s %s", (words, edge, by, expected) => {
    const moved = moveEdge(PARAGRAPHS, range(words, PARAGRAPHS), { edge, by, unit: "sentence" });
    expect(moved && PARAGRAPHS.slice(...moved)).toBe(expected);
  });

  test.each([
    ["over a paragraph of spaces", "One.\n   \nTwo.", "One.", "end", "later", "One.\n   \nTwo."],
    [
      "not into the space before it",
      "\n  Rain fell. Snow fell.",
      "Snow fell.",
      "start",
      "earlier",
      "Rain fell. Snow fell.",
    ],
    [
      "far within a text",
      `${"Far off. ".repeat(400)}Here it stands. So it went. ${"Far off. ".repeat(400)}`,
      "Here it stands.",
      "end",
      "later",
      "Here it stands. So it went.",
    ],
  ] as const)("by a sentence, %s", (_, text, words, edge, by, expected) => {
    const moved = moveEdge(text, range(words, text), { edge, by, unit: "sentence" });
    expect(moved && text.slice(...moved)).toBe(expected);
  });

  test.each([
    ["a long word is one word", 600, 3],
    ["what is longer than words are is none", 1000, 604],
  ])("%s", (_, letters, start) => {
    const text = `aa ${"x".repeat(letters)} end`;
    expect(moveEdge(text, range("end", text), { edge: "start", by: "earlier", unit: "word" })?.[0]).toBe(
      start,
    );
  });

  test("moves by one word where words are not parted by spaces", () => {
    const text = "他说和平很重要";
    const moved = moveEdge(text, range("重要", text), { edge: "start", by: "earlier", unit: "word" });
    expect(moved && text.slice(...moved)).toBe("很重要");
  });

  test("finds the words near an edge of a long text, and of a text that has no spaces", () => {
    const long = `${"a far word ".repeat(500)}here it stands${" a far word".repeat(500)}`;
    const moved = moveEdge(long, range("here it", long), { edge: "end", by: "later", unit: "word" });
    expect(moved && long.slice(...moved)).toBe("here it stands");
    const earlier = moveEdge(long, range("here it", long), { edge: "start", by: "earlier", unit: "word" });
    expect(earlier && long.slice(...earlier)).toBe("word here it");
    const dense = "和平很重要".repeat(400);
    const [start, end] = [1000, 1005];
    const step =
      moveEdge(dense, [start, end], { edge: "start", by: "earlier", unit: "word" }) ?? expect.unreachable();
    expect(start - step[0]).toBeGreaterThan(0);
    expect(start - step[0]).toBeLessThanOrEqual(3);
  });

  test("moves an edge as far as the next word begins or ends, and back again", () => {
    const words = TEXT.split(" ");
    const starts = words.map((_, at) => words.slice(0, at).join(" ").length + (at > 0 ? 1 : 0));
    const ends = words.map((word, at) => (starts[at] ?? 0) + word.length);
    for (let at = 1; at < words.length - 1; at++) {
      const here = [starts[at] ?? 0, ends[at] ?? 0] as const;
      expect(moveEdge(TEXT, here, { edge: "start", by: "earlier", unit: "word" })).toEqual([
        starts[at - 1],
        here[1],
      ]);
      expect(moveEdge(TEXT, here, { edge: "end", by: "later", unit: "word" })).toEqual([
        here[0],
        ends[at + 1],
      ]);
      const longer = [starts[at - 1] ?? 0, ends[at + 1] ?? 0] as const;
      expect(moveEdge(TEXT, longer, { edge: "start", by: "later", unit: "word" })).toEqual([
        here[0],
        longer[1],
      ]);
      expect(moveEdge(TEXT, longer, { edge: "end", by: "earlier", unit: "word" })).toEqual([
        longer[0],
        here[1],
      ]);
    }
  });

  test("a moved range lies in the text, is not empty, and moves the right way", () => {
    const word = fc.constantFrom("we", "“go", "stop,”", "—", "سلام", "和平", "l’été", "\n", "👩‍👧");
    const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(" "));
    const unit = fc.constantFrom("word" as const, "sentence" as const);
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        unit,
        (whole, a, b, isStart, isEarlier, unit) => {
          const [start, end] = [a % whole.length, b % whole.length].sort((one, other) => one - other) as [
            number,
            number,
          ];
          const edge = isStart ? "start" : "end";
          const moved = moveEdge(whole, [start, end + 1], {
            edge,
            by: isEarlier ? "earlier" : "later",
            unit,
          });
          if (!moved) return;
          expect(moved[0]).toBeGreaterThanOrEqual(0);
          expect(moved[1]).toBeLessThanOrEqual(whole.length);
          expect(moved[0]).toBeLessThan(moved[1]);
          const [was, is] = isStart ? [start, moved[0]] : [end + 1, moved[1]];
          expect(is < was).toBe(isEarlier);
        },
      ),
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
    ["“Say a\nThen b”", "a", "all"],
    ["“One.”\nTwo said “three.”", "three", "all"],
    ["Er sagte: „Nein“ und ging", "Nein", "all"],
    ["Er sagte: „Nein” und ging", "und ging", "none"],
    ["Il a dit « non » hier", "hier", "none"],
    ["彼は「いいえ」と言った", "いいえ", "all"],
    ["彼は「いいえ」と言った", "と言った", "none"],
    ["It’s ‘no’ then", "then", "none"],
    ["It’s ‘no’ then", "no", "all"],
    ["The ’90s ‘were’ good", "were", "all"],
    ["rock‘n’roll is dead", "is dead", "none"],
    ["He said “no ‘maybe’ yes” then", "yes", "all"],
    ["He said “no” 7 times", "7", "none"],
    ["He said “7 times” then", "7", "all"],
    ["He said “…” then", "…", "none"],
    ["He said “7” and left", "“7” and", "some"],
  ] as const)("in %s of %s is %s", (text, words, share) => {
    expect(quotedShare(text, [range(words, text)])).toBe(share);
  });

  test("of a split quotation counts its pieces only", () => {
    const text = "“We go,” he said. “Now.”";
    expect(quotedShare(text, [range("“We go,”", text), range("“Now.”", text)])).toBe("all");
    expect(quotedShare(text, [[0, text.length]])).toBe("some");
  });
});
