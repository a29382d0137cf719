import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// what texts say of words that they or others printed: that they were wrong, or never said
const TEXTS = [
  `Council to cut library hours

The leader of the council, Joan Pike, said on Monday that libraries would close on Fridays. “We simply do not have the money for five days,” she said.

Correction, 4 March: An earlier version of this article misquoted Joan Pike as saying “Nobody reads books any more”. She said: “Fewer people borrow books than ten years ago.”`,
  `Leader of council speaks of luxury

“Librarians are a luxury,” the council's leader, Joan Pike, said at a fair in Marden.`,
  `Pike denies remark

Joan Pike, leader of the council, on Thursday denied ever saying that “librarians are a luxury”, a remark that has been shared online.`,
  `Correction

In an article on Tuesday we wrote that the new library cost 4.2 million pounds, quoting the architect Leo Stamm. In fact he said that it had cost 2.4 million pounds.`,
  `Flood: live

11:02 Ruth Amsel, who leads the wardens, says 1,900 people have registered at the hall.

11:30 Correction: an earlier post said that 2,900 people had registered at the hall. The number is 1,900.`,
  `Corrections

An interview on 2 May quoted the engineer Vera Zoll as saying that the arch was “good for a century”. She said that it was “good for a generation”.`,
  `Arch is safe, says engineer

“It is good for a century,” said the engineer, Vera Zoll.`,
  `Lasky takes back remark on nurses

Paul Lasky on Friday withdrew a remark in which he had called the night nurses “tourists with thermometers”. “I was wrong and I was tired,” he said.`,
  `Council: Monday

Paul Lasky called the night nurses “tourists with thermometers” at Monday's meeting.`,
];
const against = {
  texts: TEXTS.map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("what a text corrects or denies", () => {
  it.each([
    ["“Nobody reads books any more,” said Joan Pike.", "corrected"],
    ["“Fewer people borrow books than ten years ago,” said Joan Pike.", "exact"],
    ["“Librarians are a luxury,” Joan Pike said.", "disputed"],
    ["The architect, Leo Stamm, said that the library had cost 4.2 million pounds.", "corrected"],
    ["Ruth Amsel said that 2,900 people had registered at the hall.", "corrected"],
    ["Vera Zoll said that the arch was “good for a century”.", "corrected"],
    ["Vera Zoll said that the arch was “good for a generation”.", "exact"],
    ["The night nurses are “tourists with thermometers”, Paul Lasky said.", "corrected"],
    ["Paul Lasky said that he “was wrong and I was tired”.", "exact"],
    ["Ruth Amsel said that 1,900 people had registered at the hall.", "cosmetic"],
    ["“We simply do not have the money for five days,” Joan Pike said.", "exact"],
  ])("%s", (draft, label) => {
    const found = checkDraft(draft, against).findings[0]?.label;
    expect(found === "exact" ? "cosmetic" : found).toBe(label === "exact" ? "cosmetic" : label);
  });
});
