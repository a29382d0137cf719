import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `Panel on the tram

Dan Finch said that the extension would cost 74 million euros at 2025 prices, excluding land. Sara Oye said she could not support the scheme in its present form. Jo Lamb said the tower made a profit of two million before tax.

The lawyer Ada Brun did not rule out legal action. The minister Per Lund refused to commit to a date in March. The trainer Eva Moe stopped short of blaming the referee for the defeat.

"Six of the eleven visas came through on the Monday," said Kaito Brand. Rosa Wik said that nine of her twelve nurses had left. Tor Vik said that four of the seven pumps had failed.

Two people close to the board said that a Dutch rival had made contact in May. A spokeswoman for the bank did not comment on it.

A neighbour said the dog had barked all night.

The pool was open. A lifeguard said the water was quiet.

"The plan is sound in its original form," said Liv Haug.`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };

describe("what bounds a report in the record", () => {
  it.each([
    ["Dan Finch said the extension would cost 74 million euros at 2025 prices.", "lost_qualifier"],
    ["Dan Finch said the extension would cost 74 million euros.", "lost_qualifier"],
    ["Sara Oye said she could not support the scheme.", "lost_qualifier"],
    ["Sara Oye said she could not support the scheme in its present form.", "exact"],
    ["Jo Lamb said the tower made a profit of two million.", "lost_qualifier"],
    ["“The plan is sound,” said Liv Haug.", "lost_qualifier"],
    ["Ada Brun ruled out legal action.", "lost_qualifier"],
    ["Ada Brun would not rule out legal action.", "exact"],
    ["Kaito Brand said the eleven visas came through on the Monday.", "wording_drift"],
    ["Kaito Brand said six of eleven visas came through on the Monday.", "cosmetic"],
    ["Rosa Wik said that her twelve nurses had left.", "wording_drift"],
    ["Tor Vik said that all seven pumps had failed.", "wording_drift"],
    ["A spokeswoman for the bank said a Dutch rival had made contact in May.", "wrong_speaker"],
    ["Two people close to the board said a Dutch rival had made contact in May.", "exact"],
    ["A neighbour said the dog had barked all night.", "exact"],
  ])("%s is %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});
