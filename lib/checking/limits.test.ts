import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// what stands before or behind the quoted words and takes a part of them back
const TEXT = `Skates on the canal

"We open at six. On some mornings nobody comes before nine," said Vera Holm, who keeps the rink. "The ice is safe for children and for most of their parents, as far as we can tell. It was laid on the third of December. It may have been the fourth."

The engineer, Jens Ark, laughed. "The pump never stops, more often than not. The noise comes from the compressor and from other places," Ark said. "Nine times out of ten it is the fuse. We paid 300 crowns over two winters."

"I called it a swamp," wrote Tilde Moe, repeating a line of her mother's.

The paper reported that Karl Dahl had called the skaters cowards. Dahl wrote: "I said nothing of the kind."`;
const OTHER = `Letter

Sir, - You say that I called the ice a disgrace. I said nothing of the kind. I like the ice.

Agnes Roth, Hamar`;
const against = {
  texts: [
    { id: "a", title: "a.txt", text: TEXT },
    { id: "b", title: "b.txt", text: OTHER },
  ],
  statements: [],
};
const labelOf = (draft: string) => checkDraft(draft, against).findings[0]?.label;

describe("what limits the words beside them", () => {
  it.each([
    ["“Nobody comes before nine,” said Vera Holm.", "lost_qualifier"],
    ["“On some mornings nobody comes before nine,” said Vera Holm.", "exact"],
    ["“The pump never stops,” said Jens Ark.", "lost_qualifier"],
    ["“The noise comes from the compressor,” said Ark.", "lost_qualifier"],
    ["“It is the fuse,” Ark said.", "lost_qualifier"],
    ["“It was laid on the third of December,” Holm said.", "lost_qualifier"],
    ["“It was laid on the third of December. It may have been the fourth,” Holm said.", "exact"],
    ["“I called it a swamp,” wrote Tilde Moe.", "lost_qualifier"],
    ["“We open at six,” Holm said.", "exact"],
    // another amount is another number, and no limit that got lost
    ["“We paid 300 crowns a winter,” Ark said.", "wording_drift"],
    ["“The ice is a disgrace,” said Agnes Roth.", "disputed"],
  ])("%s", (draft, label) => {
    expect(labelOf(draft)).toBe(label);
  });
});
