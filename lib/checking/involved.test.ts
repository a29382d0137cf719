import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `Eels find their way home

Eels use the moon, a study of 400 of them finds. “They are better at it than we are,” said Ines Falk, who led the work.

Pavel Oyen of the Institute for Rivers, who was not involved in the study, called it “tidy, if a little short”.

Deputy Olga Renn of the New Centre said the eels had “more sense than the ministry”. The parish treasurer, Wim Aas, told the Delta Times that he ate none. “I was treasurer of an eel trap,” Aas told the Delta Times. “It paid nothing.”

Aas said that nearly all of the traps had been “empty since the war”, and that the club would “replace any trap that was broken by a member”. The net was used on two nights only, he said.`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };

describe("what somebody belongs to", () => {
  it.each([
    ["“Tidy, if a little short,” said Pavel Oyen, a co-author of the study.", "wrong_occasion"],
    ["“Tidy, if a little short,” said Pavel Oyen, who led the study.", "wrong_occasion"],
    ["“Tidy, if a little short,” said Pavel Oyen, who was not involved in it.", "exact"],
    ["“They are better at it than we are,” said Ines Falk, who led the study.", "exact"],
    ["Olga Renn of the Greens said the eels had “more sense than the ministry”.", "wrong_occasion"],
    ["Olga Renn of the New Centre said the eels had “more sense than the ministry”.", "exact"],
    ["“It paid nothing,” Aas told the Delta Herald.", "wrong_occasion"],
    ["“It paid nothing,” Aas told the Delta Times.", "exact"],
    ["“It paid nothing,” said Wim Aas, the organist.", "wrong_occasion"],
    ["The traps had been “empty since the war”, Wim Aas said.", "lost_qualifier"],
    ["Wim Aas said the club would “replace any trap”.", "lost_qualifier"],
    ["Aas said that the net was used.", "lost_qualifier"],
    ["Aas said that the net was used on two nights only.", "cosmetic"],
  ])("%s", (draft, label) => {
    const found = checkDraft(draft, against).findings[0]?.label;
    expect(found === "exact" ? "cosmetic" : found).toBe(label === "exact" ? "cosmetic" : label);
  });
});
