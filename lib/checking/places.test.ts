import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TALK = `Talk at the town hall

ANNA LIND: We looked at the plan for weeks. It was long. We will, as you know, close the lower lanes. The city will sell the old docks, the two cranes and the ferry. Who pays for the new quay is open. I cannot tell whether the valve failed.

BO KERN: Nobody asked us. It was long. The city will sell the old docks.`;

function labelsOf(draft: string, text = TALK): readonly string[] {
  return checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings.map(
    ({ label }) => label,
  );
}

describe("words that two people say", () => {
  it.each([
    ["“It was long,” Anna Lind said.", "exact"],
    ["“It was long,” Bo Kern said.", "exact"],
    ["“The city will sell the old docks,” Bo Kern said.", "exact"],
    ["“Nobody asked us,” Anna Lind said.", "wrong_speaker"],
  ])("%s is %s", (draft, label) => {
    expect(labelsOf(draft)).toEqual([label]);
  });
});

describe("a word beside an ellipsis", () => {
  it.each([
    ["“The city will sell … purple … the ferry,” Anna Lind said.", "not_found"],
    ["“Parliament … will sell the old docks,” Bo Kern said.", "not_found"],
    ["“The city will sell … docks … the ferry,” Anna Lind said.", "marked_edit"],
  ])("%s is %s", (draft, label) => {
    expect(labelsOf(draft)).toEqual([label]);
  });

  it("is the one that stands nearest", () => {
    const texts = [{ id: "a", title: "a.txt", text: TALK }];
    const draft = "“We […] close the lower lanes,” Anna Lind said.";
    const [finding] = checkDraft(draft, { texts, statements: [] }).findings;
    expect(finding?.match?.text).toBe("We will, as you know, close the lower lanes");
    expect(finding?.label).toBe("marked_edit");
  });
});

it.each([
  ["“Who pays for [it] is open,” Anna Lind said."],
  ["“I cannot tell whether [it] failed,” Anna Lind said."],
  ["“The city will sell the old docks, [them] and the ferry,” Anna Lind said."],
])("%s has an editor's word for several of the record's", (draft) => {
  expect(labelsOf(draft)).toEqual(["marked_edit"]);
});
