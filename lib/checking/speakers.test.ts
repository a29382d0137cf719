import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const REPORT = `Boats turned back

Jeff Rath, the State Department spokesperson, said: “We urge the governments to work together.” Lena Ode, a former analyst of the Weather Service, said: “The storm was seen too late.”

“The harbour stays open on Sundays,” the Port Authority said in a letter. “I never got a letter,” said Amir Dahl, a lawyer for Nora Quist.

“We have no boats left,” Nora Quist said.`;

const labelOf = (draft: string) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text: REPORT }], statements: [] }).findings.map(
    ({ label }) => label,
  );

describe("a body speaks through whoever speaks for it", () => {
  it.each([
    ["“We urge the governments to work together,” the State Department said.", "exact"],
    ["“We urge the governments to work together,” the Port Authority said.", "wrong_speaker"],
    ["“The storm was seen too late,” the Weather Service said.", "wrong_speaker"],
    ["“The harbour stays open on Sundays,” said Ulla Berg, a spokeswoman for the Port Authority.", "exact"],
    ["“The harbour stays open on Sundays,” said Ulla Berg.", "wrong_speaker"],
    ["“I never got a letter,” Nora Quist said.", "wrong_speaker"],
    ["“We have no boats left,” said Amir Dahl, a lawyer for Nora Quist.", "wrong_speaker"],
  ])("%s is %s", (draft, label) => {
    expect(labelOf(draft)).toEqual([label]);
  });
});
