import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

/** What a draft's sentence is called where the record has this one. */
function labelOf(record: string, draft: string) {
  const text = `The weir was opened on Monday.\n\n${record}\n\nThe works go on.`;
  return checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;
}

describe("what the record tells beside the marks of a fragment", () => {
  it.each([
    [
      "Liv Holm said most of the boats were “rotten below the line”.",
      "Liv Holm said the boats were “rotten below the line”.",
    ],
    ["Liv Holm said it was not “a matter of taste”.", "Liv Holm said it was “a matter of taste”."],
    ["Liv Holm said it was not “a matter of taste”.", "“A matter of taste,” Liv Holm said."],
    [
      "Liv Holm said the lock might be “beyond all repair”.",
      "Liv Holm said the lock was “beyond all repair”.",
    ],
    [
      "Liv Holm said the crews would “hand back the keys” if the fee rose.",
      "Liv Holm said the crews would “hand back the keys”.",
    ],
    [
      "Liv Holm said the ferry would stay “tied to the wall” for now.",
      "Liv Holm said the ferry would stay “tied to the wall”.",
    ],
    [
      "Liv Holm said the guild could lose “maybe a fifth of its boats” this year.",
      "Liv Holm said the guild could lose “a fifth of its boats” this year.",
    ],
    [
      "“Were the guild to ask I would give up the keys,” Liv Holm said.",
      "“I would give up the keys,” Liv Holm said.",
    ],
    [
      "“We have no plans to sell the yard in this decade,” Liv Holm said.",
      "“We have no plans to sell the yard,” Liv Holm said.",
    ],
    [
      "“The pumps failed, if you will pardon me, but it is too early to be sure,” Liv Holm said.",
      "“The pumps failed,” Liv Holm said.",
    ],
  ])("%s", (record, draft) => {
    expect(labelOf(record, draft)).toBe("lost_qualifier");
  });

  it.each([
    [
      "Liv Holm said most of the boats were “rotten below the line”.",
      "Most of the boats, Liv Holm said, were “rotten below the line”.",
    ],
    [
      "Liv Holm said the lock might be “beyond all repair”.",
      "Liv Holm feared that the lock was “beyond all repair”.",
    ],
    ["Liv Holm denied that it was “a matter of taste”.", "Liv Holm denied it was “a matter of taste”."],
    [
      "Liv Holm said the crews would “hand back the keys” if the fee rose.",
      "If the fee rose, the crews would “hand back the keys”, Liv Holm said.",
    ],
    [
      "Liv Holm said not only that the boats were “dear to her”.",
      "Liv Holm said the boats were “dear to her”.",
    ],
    [
      "“No. I came for the boats and for nothing else,” Liv Holm said.",
      "Liv Holm said she “came for the boats and for nothing else”.",
    ],
    [
      "Liv Holm “painted every hull by hand, whether or not anybody paid”.",
      "Liv Holm “painted every hull by hand”.",
    ],
    [
      "“The pumps failed, if you will pardon me, at noon,” Liv Holm said.",
      "“The pumps failed,” Liv Holm said.",
    ],
  ])("bounds nothing: %s", (record, draft) => {
    expect(["exact", "cosmetic"]).toContain(labelOf(record, draft));
  });
});
