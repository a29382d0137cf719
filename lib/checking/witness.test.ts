import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `Radio Harrow, Monday morning
Interview with Esther Lunde

Q: Did you sleep last night?

A: Maybe two hours. My mother called from Eldby and she was singing, she could not talk.

Q: What will you do now?

A: I want to finish my studies first.`;
const COURT = `In the district court

The defence called Mia Holt.

Q: Where were you?

A: I was in the kitchen with my sister.

Q: Did you see the car?

A: I saw a van.`;
const against = {
  texts: [
    { id: "a", title: "a.txt", text: TEXT },
    { id: "b", title: "b.txt", text: COURT },
  ],
  statements: [],
};

describe("who answers questions by letter", () => {
  it.each([
    [
      "somebody who calls in an answer is nobody's name",
      "“I want to finish my studies first,” Esther Lunde said.",
    ],
    ["whom a court called", "“I was in the kitchen with my sister,” Mia Holt said."],
  ])("%s", (_, draft) => {
    expect(checkDraft(draft, against).findings[0]?.label).toBe("exact");
  });
});

it("what is printed behind an age is a role", () => {
  const text = `Village leaves its houses

“We left with the dog and the photographs,” said Odette Blanc, 81, a retired teacher. In the words of the parish clerk, Noel Pratt, “the church is older than the lake”.`;
  const labels = [
    "“We left with the dog and the photographs,” said Odette Blanc, 81, a retired nurse.",
    "“We left with the dog and the photographs,” said Odette Blanc, a retired teacher.",
    "“The church is older than the lake,” Noel Pratt said.",
  ].map(
    (draft) =>
      checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] }).findings[0]?.label,
  );
  expect(labels[0]).toBe("wrong_occasion");
  expect(labels.slice(1)).not.toContain("wrong_occasion");
  expect(labels[2]).not.toBe("lost_qualifier");
});
