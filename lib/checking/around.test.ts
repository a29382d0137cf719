import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// limits, conditions and negations just outside the words that a draft takes
const TEXT = `Night on the ferry

ANNA LIND: If the wind had turned we would have gone back. If they close the lock again in May they will have to pay us. I like the boat, but not in winter. It was not the storm so much. The crew did not sleep the way they should have.

BO KERN: We cannot show yet that the lamp failed. I would not swear that it was the mate. Nobody can say whether the door was open. There are no plans at this point. Nothing is safe apart from the hull. He doesn't quite trust the pilot. The repair took a day and a half. The lamp is a bit like a star.

ANNA LIND: I know that the lamp was lit. The boat is old, but not rotten. We did not stop and I think that the harbour saw us.`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };
const labelOf = (draft: string) => checkDraft(draft, against).findings.map(({ label }) => label);

describe("what stands just outside the words", () => {
  it.each([
    ["a condition that no comma parts", "“We would have gone back,” Lind said.", "lost_qualifier"],
    ["a condition with a day in it", "“They will have to pay us,” Lind said.", "lost_qualifier"],
    ["an exception behind them", "“I like the boat,” Lind said.", "lost_qualifier"],
    ["how far a negation goes", "“It was not the storm,” Lind said.", "lost_qualifier"],
    ["in what way it is denied", "“The crew did not sleep,” Lind said.", "lost_qualifier"],
    ["what cannot be shown", "“The lamp failed,” Kern said.", "lost_qualifier"],
    ["what nobody would swear", "“It was the mate,” Kern said.", "lost_qualifier"],
    ["what nobody can say", "“The door was open,” Kern said.", "lost_qualifier"],
    ["until when it holds", "“There are no plans,” Kern said.", "lost_qualifier"],
    ["what it does not hold for", "“Nothing is safe,” Kern said.", "lost_qualifier"],
    ["the degree of a negation", "“He doesn’t trust the pilot,” Kern said.", "lost_qualifier"],
    ["the degree of a likeness", "“The lamp is like a star,” Kern said.", "lost_qualifier"],
    ["a part of a number", "“The repair took a day,” Kern said.", "lost_qualifier"],
    ["what is known", "“The lamp was lit,” Lind said.", "cosmetic"],
    ["a contrast that limits nothing", "“The boat is old,” Lind said.", "exact"],
    ["a negation of the clause before", "“The harbour saw us,” Lind said.", "lost_qualifier"],
    ["all of it", "“If the wind had turned we would have gone back,” Lind said.", "exact"],
    ["what the draft says beside the marks", "Kern is not sure that “the lamp failed”.", "exact"],
  ])("%s: %s", (_, draft, label) => {
    expect(labelOf(draft)).toEqual([label]);
  });
});
