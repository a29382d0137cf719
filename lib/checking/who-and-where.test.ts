import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXTS = [
  `Harbour Works – third quarter call, 3 October 2026

Petra Nagy – Chief Executive Officer
Good morning. Orders rose by a tenth, and I would not call that a trend. We will not close the yard at Holm.

Omar Diaz – Chief Financial Officer
Thank you, Petra. We have no plans for new debt before the spring.

Operator
The first question is from Ann Lee of Lund Bank.

Ann Lee – Lund Bank
It sounds to me as though the worst is over. Is that fair?

Petra Nagy – Chief Executive Officer
I would rather be asked that in March.`,
  `Hail takes the plums

Derek Bos, who has nine hectares of plums, reckons half of them are gone. His daughter Alice Bos runs the stall. “It is closer to two thirds,” she said.`,
  `One vote in one house

Councillors Otto and Ida Kern, married for twenty years, voted against each other on the pool.

“At home we agree on the cat,” said Mrs Kern. Her husband was less amused. “It is about money and not about water,” he said.`,
  `PRESS RELEASE

Norvale Bakers announce a new mill

"Flour is not a luxury," said Lena Brandt, chief executive of Norvale Bakers. The company today announced a mill for Holm.`,
  `Mill news

"It was a thin year with a fat ending," Lena Brandt told the Holm Courier. The mill could be expected to open in May at the earliest, she said. She had no plans for a vote of no confidence in the board, she said.`,
  `The Saturday interview: Pavel Marsh, director of the Tram Museum

Q: What surprised you?
A: We own 400 lamps and we show about nine.

Q: Will you charge for entry?
A: Not while I am here.`,
  `Storm ends the race

Greta Holm won the Northern Cup on Sunday without rowing a metre.

“It is not how you dream of it,” the Swede said.`,
];
const against = {
  texts: TEXTS.map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("who says it, and where", () => {
  it.each([
    ["“It sounds to me as though the worst is over,” Petra Nagy said.", "wrong_speaker"],
    ["“We have no plans for new debt before the spring,” said Omar Diaz.", "exact"],
    ["“We will not close the yard at Holm,” Omar Diaz said.", "wrong_speaker"],
    ["“It is closer to two thirds,” Derek Bos said.", "wrong_speaker"],
    ["“It is closer to two thirds,” Alice Bos said.", "exact"],
    ["“It is about money and not about water,” Otto Kern said.", "exact"],
    ["“Flour is not a luxury,” Lena Brandt said in a radio interview.", "wrong_occasion"],
    ["“Flour is not a luxury,” Lena Brandt said in a release.", "exact"],
    ["“It was a thin year with a fat ending,” Lena Brandt told shareholders.", "wrong_occasion"],
    ["“It was a thin year with a fat ending,” Lena Brandt told the Holm Courier.", "exact"],
    ["“We own 400 lamps and we show about nine,” Pavel Marsh said.", "exact"],
    ["“It is not how you dream of it,” Greta Holm said.", "exact"],
    ["Lena Brandt said the mill could be expected to open in May.", "lost_qualifier"],
    ["Lena Brandt said she was planning a vote of no confidence in the board.", "lost_qualifier"],
    ["Lena Brandt said she was not planning a vote of no confidence in the board.", "cosmetic"],
  ])("%s: %s", (draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});
