import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";
import { likenessOf } from "./senses";
import { readWords } from "./words";

const likeness = (one: string, other: string) => {
  const [a, b] = [readWords(one)[0], readWords(other)[0]];
  return a && b ? likenessOf(a, b, "en") : -1;
};

describe("what words mean", () => {
  it.each([
    ["herring", "fish"],
    ["bargaining", "negotiated"],
    ["salaries", "wage"],
    ["furious", "anger"],
    ["studies", "studied"],
  ])("%s is near %s", (one, other) => {
    expect(likeness(one, other)).toBeGreaterThan(0.6);
  });

  it.each([
    ["herring", "bridge"],
    ["cheap", "expensive"],
    ["opened", "purple"],
    ["red", "green"],
    ["monday", "tuesday"],
  ])("%s is not near %s", (one, other) => {
    expect(likeness(one, other)).toBe(0);
  });
});

const TEXT = `Orchard growers meet

"The frost killed half of the blossom, and the insurers will not pay for it," said Magda Roon, who grows pears at Elden. "My neighbours are quitting the trade."

The chairman, Piet Aarsen, was calmer. "A late spring is no disaster," Aarsen said.`;
const labelOf = (draft: string) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] }).findings[0];

describe("a quotation that is told in other words", () => {
  it.each([
    [
      "“The cold ruined the flowers and no underwriter wants to reimburse us for that half,” Roon said.",
      "blossom",
    ],
    ["“Neighbours of mine are leaving this business,” said Roon.", "quitting"],
  ])("is a paraphrase in marks: %s", (draft, there) => {
    const finding = labelOf(draft);
    expect(finding?.label).toBe("paraphrase_in_marks");
    expect(finding?.match?.text).toContain(there);
  });

  it.each([
    ["of another subject", "“My daughter plays the trumpet in a circus,” Roon said."],
    ["of somebody else", "“Neighbours of mine are leaving this business,” said Aarsen."],
  ])("is not found when it is %s", (_, draft) => {
    expect(labelOf(draft)?.label).toBe("not_found");
  });
});
