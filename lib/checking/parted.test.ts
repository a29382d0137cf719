import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `Mill to shut, says owner

The owner, Ada Brun, spoke on Monday. "If they don't win," says Brun, "I'll sell the flock and rent the barn."

"Unless the bank gives way," the mayor, Jon Weir, said, "the school will close in May."

"We will rebuild the pier," said the engineer Rosa Wik, "if the state pays half."

"As far as I know," said Dr. Lena Ode, "the cellar was empty."

"I think," said Tove Falk, "the horses were already ill."

"The bridge is safe," said Per Lund, "for now."

"The clinic will stay," Eva Moe said, "at least until the summer."

"We will hire forty nurses," said Nils Aune, "though not before the autumn."

"The goats are gone," said Odd Berg. "Or most of them are."

"The hall is full," said Kari Ness, "and the street is full as well."`;
const BRITISH = `Umstrittener Deich

„Wenn das Wasser steigt“, sagte Jens Harms, „müssen wir die Höfe räumen.“`;
const against = {
  texts: [TEXT, BRITISH].map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("what a speaker says on the other side of the clause that names them", () => {
  it.each([
    ["“I'll sell the flock and rent the barn,” Ada Brun says.", "lost_qualifier"],
    ["“The school will close in May,” Jon Weir said.", "lost_qualifier"],
    ["“We will rebuild the pier,” Rosa Wik said.", "lost_qualifier"],
    ["“The cellar was empty,” Lena Ode said.", "lost_qualifier"],
    ["“The horses were already ill,” Tove Falk said.", "lost_qualifier"],
    ["“The bridge is safe,” Per Lund said.", "lost_qualifier"],
    ["“The clinic will stay,” Eva Moe said.", "lost_qualifier"],
    ["“We will hire forty nurses,” Nils Aune said.", "lost_qualifier"],
    ["“The goats are gone,” Odd Berg said.", "lost_qualifier"],
    ["„Wir müssen die Höfe räumen“, sagte Jens Harms.", "lost_qualifier"],
    ["“The hall is full,” Kari Ness said.", "exact"],
    ["“Unless the bank gives way,” Jon Weir said, “the school will close in May.”", "exact"],
    ["“If they don't win, I'll sell the flock and rent the barn,” Ada Brun says.", "cosmetic"],
    ["“We will rebuild the pier”, said Rosa Wik, if the state pays half.", "exact"],
  ])("%s is %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});
