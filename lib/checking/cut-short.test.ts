import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXTS = [
  `Harbour dredging to begin

The harbour master, Stan Cross, told reporters on Monday that dredging would begin in May; he said the sand would go to the beaches.

Mayor Ulla Brandt said: “I am glad, though I would have liked it sooner.”

A spokesman for the port, Jonas Maier, said that nets “will be respected wherever possible”.`,
  `Fishermen fear for nets

Fishermen in Holm fear for their nets when dredging starts in May, their association said on Tuesday.

“They asked nobody who lives from the water,” said its chairman, Rolf Said.`,
  `Castle fire

“We saved the library, all but one shelf,” said fire brigade commander Josef Reindl. The paint is “safe when used as directed”, Terrafin said in a statement.

The director of its museum, Tobias Enders, fears for nine tapestries. “They are wet and they are black,” Enders said. “We have frozen them for now,” he said.`,
];
const against = {
  texts: TEXTS.map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("what is left out at the end", () => {
  it.each([
    ["“I am glad,” said Mayor Ulla Brandt.", "lost_qualifier"],
    ["“I am glad, though I would have liked it sooner,” said Mayor Ulla Brandt.", "exact"],
    ["Jonas Maier said nets “will be respected”.", "lost_qualifier"],
    ["Jonas Maier said nets “will be respected wherever possible”.", "exact"],
    ["“We saved the library,” said commander Josef Reindl.", "lost_qualifier"],
    ["Terrafin said in a statement that the paint is “safe”.", "lost_qualifier"],
    [
      "“We have frozen them for now,” said Tobias Enders, the director of the city archive.",
      "wrong_occasion",
    ],
    ["“We have frozen them for now,” said Tobias Enders, the director of the museum.", "exact"],
    // the month stood behind the last word that was looked for
    ["Cross said the dredging would begin in June.", "wording_drift"],
    ["Cross said the dredging would begin in May.", "cosmetic"],
  ])("%s", (draft, label) => {
    expect(checkDraft(draft, against).findings[0]?.label).toBe(label);
  });

  it("a month before “their association” is nobody", () => {
    const [found] = checkDraft("“Fishermen in Holm fear for their nets,” said Rolf Said.", against).findings;
    expect(found?.match?.speaker).not.toBe("May");
  });
});
