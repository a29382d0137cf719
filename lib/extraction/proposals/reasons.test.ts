import { describe, expect, it } from "vitest";
import { extract } from "../index";

const first = (text: string) => {
  const [proposal] = extract(text);
  if (proposal === undefined) throw new Error("nothing found");
  return proposal;
};

describe("what a reporter is told", () => {
  it("names the cue, its addressee and where the quotation closes", () => {
    const proposal = first("“The vote was fair, despite our concerns,” Leila Haddad told Radio Meridian.");
    const because = proposal.evidence.map((reason) => reason.because);
    expect(because).toContain("*told* with addressee Radio Meridian");
    expect(because).toContain("quotation closes after *concerns*");
    expect(proposal.addressee?.text).toBe("Radio Meridian");
  });

  it.each([
    ["“The dam holds,” Greta Lund said. “It will hold through the winter.”", "in the same paragraph"],
    [
      "“The dam holds,” Greta Lund said.\n\n“It will hold through the winter, whatever they say.”",
      "in the next paragraph",
    ],
  ])("says where a quotation is taken up again: %s", (text, place) => {
    expect(first(text).evidence.some(({ because }) => because.includes(place))).toBe(true);
  });

  it("tells a denial from a negated denial", () => {
    expect(first("Bruno Salvi denied that the fund had lost money.").isDenial).toBe(true);
    expect(first("Bruno Salvi did not deny that the fund had lost money.").isDenial).toBe(false);
  });

  it("marks ellipses, brackets and sic", () => {
    const { editMarks } = first("“We [the board] knew … their [sic] plans,” Greta Lund said.");
    expect(editMarks.map((mark) => mark.kind)).toEqual(["bracket", "ellipsis", "sic"]);
  });

  it.each([
    ["Greta Lund said the fund was empty.", "past"],
    ["Greta Lund says the fund is empty.", "present"],
    ["Greta Lund has said the fund is empty.", "past"],
  ])("reads the tense of %s", (text, tense) => {
    expect(first(text).tense).toBe(tense);
  });

  it("prints the attribution with its apposition", () => {
    const { speaker } = first("Amina Yusuf, a farmer and former mayor, said that the harvest had failed.");
    expect(speaker?.attribution).toBe("Amina Yusuf, a farmer and former mayor");
  });
});
