import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXTS = [
  `Two to merge

“No ward will close and no nurse will lose a post before 2030,” said Sir Colin Yates, who will chair the trust. “We have three kitchens for one lunch,” he said later.

The finance director, Rupert Vane, conceded that the computers did not speak to each other. “It is embarrassing,” he told the meeting. “I print things out and carry them across the road.”

Critics have called the plan “a wedding without a cake”.

“We left the old ward with a piano,” said a nurse, Odile Brandt.`,
  `Yates on nurses

“The nurses have carried this house for thirty years,” Sir Colin Yates said in March. “Every nurse who joined before the merger will keep her locker,” he said.`,
  `Talks collapse

“There was coffee, there were biscuits, there was no offer,” negotiator Omar Seidl said.`,
  `Committee on Agriculture, transcript

CHAIR: And will every farmer be paid?

CLARA VENN: Every farmer who registered before the first of July will be paid. I was informed on the second of June.`,
];
const against = {
  texts: TEXTS.map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("what is joined, cut out or retold", () => {
  it.each([
    [
      "two places of one text",
      "“We have three kitchens for one lunch and no ward will close,” Sir Colin Yates said.",
      "spliced",
    ],
    [
      "two texts",
      "“The nurses have carried this house for thirty years and we have three kitchens for one lunch,” Sir Colin Yates said.",
      "spliced",
    ],
    [
      "a clause of another text behind a joint that both have",
      "“Every nurse who joined before the merger will keep her locker and it is embarrassing,” Sir Colin Yates said.",
      "fragment_expanded",
    ],
    [
      "a short clause of another text",
      "“The nurses have carried this house for thirty years and there was no offer,” Sir Colin Yates said.",
      "spliced",
    ],
    ["a limit off the end", "“No nurse will lose a post,” said Sir Colin Yates.", "lost_qualifier"],
    ["a limit in the middle", "“Every nurse will keep her locker,” Sir Colin Yates said.", "lost_qualifier"],
    ["another branch", "“It is embarrassing,” said Rupert Vane, the medical director.", "wrong_occasion"],
    ["the same branch", "“It is embarrassing,” said Rupert Vane, the finance director.", "exact"],
    ["no branch", "“It is embarrassing,” said Rupert Vane, a director.", "exact"],
    [
      "retold",
      "“I make copies on paper and bring them over the street,” Rupert Vane told the meeting.",
      "paraphrase_in_marks",
    ],
    [
      "a fragment before another quotation",
      "“The plan is a wedding without a cake for everybody in town,” critics said.",
      "fragment_expanded",
    ],
    ["a day in words", "Clara Venn said she was informed on 2 June.", "cosmetic"],
    ["another day", "Clara Venn said she was informed on 3 June.", "wording_drift"],
  ])("%s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings[0]?.label).toBe(label);
  });
});
