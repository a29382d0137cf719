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
