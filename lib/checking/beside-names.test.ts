import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `HOCKEY: Ravens hold on

Ravens 3 Tarn 2

Plumber Ove Sand, 41, kept goal for the Ravens because nobody else came. "I stopped four and the post stopped five," Sand said.

"They had luck, and luck is a skill," said Tarn's captain, Jon Berg. Liberal leader Eva Roth watched from the stand and called it "the best use of a Tuesday".

"Hockey is chess with bruises," said dentist Kaja Holm, quoting her trainer. "I play on most days," she added.

Holm could not rule out a third season. Nothing but fog stopped the buses.

The critic of the Tarn Echo called the band of goalkeeper Ole Vik "a cold with drums".

"We found the net," said Sergeant Lone Bech.

Attendance: 412`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };
const labelOf = (draft: string) => checkDraft(draft, against).findings[0]?.label;

describe("what stands with a name", () => {
  it.each([
    [
      "lines with a colon make no transcript of an article",
      "“I stopped four and the post stopped five,” Ove Sand said.",
      "exact",
    ],
    [
      "a trade that the text has for somebody else",
      "“I stopped four and the post stopped five,” said Ove Sand, a dentist.",
      "wrong_occasion",
    ],
    ["his own trade", "“I stopped four and the post stopped five,” said Ove Sand, a plumber.", "exact"],
    [
      "another party's leader",
      "The Conservative leader, Eva Roth, called it “the best use of a Tuesday”.",
      "wrong_occasion",
    ],
    ["her own party's", "The Liberal leader, Eva Roth, called it “the best use of a Tuesday”.", "exact"],
    ["whose words she quotes", "“Hockey is chess with bruises,” said Kaja Holm.", "lost_qualifier"],
    [
      "whose words she quotes, kept",
      "“Hockey is chess with bruises,” said Kaja Holm, quoting her trainer.",
      "exact",
    ],
    ["another rank", "“We found the net,” said Inspector Lone Bech.", "wrong_occasion"],
    ["the same rank", "“We found the net,” said Sergeant Lone Bech.", "exact"],
    ["how often, behind the words", "“I play,” said Kaja Holm.", "lost_qualifier"],
    ["a critic is no goalkeeper", "The band is “a cold with drums”, Ole Vik said.", "wrong_speaker"],
  ])("%s", (_, draft, label) => {
    expect(labelOf(draft)).toBe(label);
  });
});

const LETTER = `Sir, - I have read that I want the pier sold. I want it mended, and I have said so at four meetings.

A pier that nobody walks on is a bridge to nowhere.

Professor Ingrid Aune, Hamn`;

describe("a letter to a paper", () => {
  it("is its writer's from beginning to end", () => {
    const finding = checkDraft("“A pier that nobody walks on is a bridge to nowhere,” wrote Ingrid Aune.", {
      texts: [{ id: "l", title: "letters.txt", text: LETTER }],
      statements: [],
    }).findings[0];
    expect([finding?.label, finding?.match?.speaker]).toEqual(["exact", "Ingrid Aune"]);
  });
});
