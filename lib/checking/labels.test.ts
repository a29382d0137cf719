import { describe, expect, it } from "vitest";
import { checkDraft, FINDING_LABELS, indexTexts, LABELS, ORDER_OF_LABELS } from "./index";

describe("labels", () => {
  it("each is defined, and stands once in the order", () => {
    expect(Object.keys(LABELS).sort()).toEqual([...FINDING_LABELS].sort());
    expect([...ORDER_OF_LABELS].sort()).toEqual([...FINDING_LABELS].sort());
  });

  it("nobody has to look at what is exact, cosmetic or a marked edit, and at everything else somebody has", () => {
    const fine = FINDING_LABELS.filter((label) => !LABELS[label].mustBeLookedAt);
    expect(fine).toEqual(["exact", "cosmetic", "marked_edit"]);
  });
});

it("material that was read before gives the same report", () => {
  const against = {
    texts: [{ id: "a", title: "a.txt", text: "“The weir holds,” Ida Rask said. She laughed." }],
    statements: [],
  };
  const draft = "“The weir holds,” said Ida Rask. “She laughed,” said Ida Rask.";
  expect(checkDraft(draft, indexTexts(against))).toEqual(checkDraft(draft, against));
});
