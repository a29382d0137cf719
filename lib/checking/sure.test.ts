import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `The tunnel reopens

"As far as we can tell this morning, the water did no harm to the rails," said the line manager, Ingrid Solli. "The lifts should run again on Friday. The tunnel will open in May, subject to the inspectors' signature."

The driver, Tor Eide, was less sure. "The brakes held, more or less," Eide said. "I saw the lamp, I think. The rest went by the book. We were eleven on board, though I would not swear to it."

"If I remember rightly, the pumps were new," said Aud Moe, who keeps the log. "We can go down there again, but we cannot promise a date."`;
const against = { texts: [{ id: "a", title: "tunnel.txt", text: TEXT }], statements: [] };

describe("how sure a speaker is", () => {
  it.each([
    ["set before the clause", "“The water did no harm to the rails,” Solli said.", "lost_qualifier"],
    [
      "set before it and kept outside the marks",
      "As far as Solli could tell, “the water did no harm to the rails”, she said.",
      "exact",
    ],
    ["memory", "“The pumps were new,” said Aud Moe.", "lost_qualifier"],
    ["said afterwards", "“The brakes held,” Tor Eide said.", "lost_qualifier"],
    ["said afterwards and kept", "“The brakes held, more or less,” Tor Eide said.", "exact"],
    [
      "at the end of the sentence before",
      "“I saw the lamp. The rest went by the book,” said Eide.",
      "lost_qualifier",
    ],
    ["a doubt that follows", "“We were eleven on board,” said Eide.", "lost_qualifier"],
    ["a promise that is not given", "“We can go down there again,” Moe said.", "lost_qualifier"],
    ["on what it hangs", "“The tunnel will open in May,” said Solli.", "lost_qualifier"],
    ["what should be", "“The lifts run again on Friday,” Solli said.", "lost_qualifier"],
    ["what should be, in a report", "Solli said that the lifts will run again on Friday.", "lost_qualifier"],
    ["what should be, reported so", "Solli said that the lifts should run again on Friday.", "exact"],
  ])("%s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings[0]?.label).toBe(label);
  });
});
