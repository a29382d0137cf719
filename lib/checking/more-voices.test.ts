import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";
import { turnsIn } from "./turns";

const CONGRESS = `Committee on Fisheries, hearing of May 6, 2026

The CHAIR. The committee will come to order.

Secretary MCKAY. Thank you. The stock has fallen by half.

Mr. ROURKE. Will you close the bank?

Secretary MCKAY. I close nothing on a Wednesday.

Mr. ROURKE. Then we are wasting our time.`;
const RELEASE = `Press release, 4 June 2026

Tarn Ales today named its new brewery.

Announcing the name, founder Ellis Crane said: “We wanted a name that my mother could spell. We asked her, and she could.”

The head brewer, Odile Marsh, added: “I would brew in a barn if they asked me.”`;
const CLUB = `Statement by Eskham Rovers FC

Eskham Rovers today named a new captain. We thank Ada Cole for her work.

Chair Sam Tovey said: “Ada gave us her knees and we are grateful.”

Ada Cole said: “I will miss the bus more than the pitch.”`;
const FIGURES = `Empty shops up for fifth year, says Counterpoint
Embargoed until Friday 3 July 2026

One shop in six stood empty in June, new research by the think tank Counterpoint shows.

Counterpoint director Alma Voss said: “A street without a baker is a corridor.”`;
const STEEL = `Glass makers Brix and Loren to merge

Glass makers Brix and Loren agreed to merge on Monday.

Brix finance director Ines Calder will run the group. “We are paid to count, not to dream,” she said.`;
const COURT = `R v Mott, 4 May 2026, morning

MS HOLT: You saw the van.

MR DREW: I saw a van.

JUDGE SAYLE: What colour was it?

MR DREW: It was white, your honour.`;
const against = {
  texts: [CONGRESS, RELEASE, CLUB, FIGURES, STEEL, COURT].map((text, at) => ({
    id: `${at}`,
    title: `${at}.txt`,
    text,
  })),
  statements: [],
};

describe("voices that a text prints in its own way", () => {
  it("are those of the record of a congress", () => {
    expect(turnsIn(CONGRESS).map(({ name }) => name)).toEqual([
      "The CHAIR",
      "Secretary MCKAY",
      "Mr. ROURKE",
      "Secretary MCKAY",
      "Mr. ROURKE",
    ]);
  });

  it("are no sentences that begin with an abbreviation", () => {
    expect(
      turnsIn("Dr. NO is a film.\n\nMr. T is an actor.\n\nMr. KOR left. It rained.\n\nThe END."),
    ).toEqual([]);
  });

  it.each([
    ["“I close nothing on a Wednesday,” Secretary McKay said.", "exact"],
    ["“Then we are wasting our time,” Secretary McKay said.", "wrong_speaker"],
    ["Ellis Crane said they “wanted a name that my mother could spell”.", "exact"],
    ["“I would brew in a barn if they asked me,” said Ellis Crane.", "wrong_speaker"],
    ["“I would brew in a barn if they asked me,” said Odile Marsh.", "exact"],
    ["Sam Tovey said Cole “gave us her knees and we are grateful”.", "exact"],
    ["“I will miss the bus more than the pitch,” Sam Tovey said.", "wrong_speaker"],
    ["Counterpoint said that one shop in six had stood empty in June.", "cosmetic"],
    ["“We are paid to count, not to dream,” Ines Calder said.", "exact"],
    ["“We are paid to count, not to dream,” Brix said.", "wrong_speaker"],
    ["“What colour was it?” Ms Holt asked.", "wrong_speaker"],
    ["“What colour was it?” Judge Sayle asked.", "exact"],
  ])("%s", (draft, label) => {
    expect(checkDraft(draft, against).findings[0]?.label).toBe(label);
  });
});
