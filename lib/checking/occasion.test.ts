import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// the words are right; when, where, on which occasion and in which capacity they were said is told with them
const TEXT = `Harbour reopens

HAMAR, 4 May — "The lock holds," Ida Rask, an oceanographer at the university, told a news conference on Monday. The second mate, Jon Weir, was not there. "I have seen worse," Weir said while attending the Baltic Summit in Riga.

Hamar captain Liv Holm, who plays the first cello in the evening, laughed. "We row for nobody," she said. The Danish rider Per Lund came third. "Snow is slow," Lund said.

"The files were wet," Siri Moe, a curator of the Harbour Museum, told Hamar District Court. The chief financial officer, Dag Falk, said: "Nobody has paid." In parliament the minister said that he had read it.

The town has waited for the works on its old lock for many years, and nobody believed in them any more. The works go on on Thursday.`;
const TALK = `Press conference, women's final, 31 May 2026

Q. Tired?

NADIA BREM: I am hungry and that is all.

Q. What now?

KARLA OSTEN, coach: We sleep until noon.

OLA BREKKE, CHIEF ENGINEER: The files were dry.

BO KERN (Skarvik) (Lab): The town is proud.`;
const LAW = `Archivist loses case

A clerk told a parliamentary panel on Tuesday that boxes had been burned. “I counted them twice,” Edda Prinz told members. “A lost box is a lost year,” she wrote to the Royal Society in 1988.

The defeated Labour candidate, Olu Adair, was in the room. “I came for the heating,” Adair said. Asked about a strike in October, he said it was “nothing he would announce in public”.`;
const RADIO = `EARLY CALL, 3 March 2026. Transcript.

PRESENTER: Good morning.

ADA FINCH: Nobody has asked us.

PRESENTER: Why?

ADA FINCH: We live too far away.`;
const against = {
  texts: [
    { id: "c", title: "c.txt", text: LAW },
    { id: "d", title: "d.txt", text: RADIO },
    { id: "a", title: "a.txt", text: TEXT },
    { id: "b", title: "b.txt", text: TALK },
  ],
  statements: [],
};

describe("the words as they stand, with something else around them", () => {
  it.each([
    ["the occasion on record", "“The lock holds,” Ida Rask told a news conference.", "exact"],
    ["a court for a panel", "“I counted them twice,” Edda Prinz told the county court.", "wrong_occasion"],
    ["the panel", "“I counted them twice,” Edda Prinz told the panel.", "exact"],
    [
      "the year of a letter",
      "“A lost box is a lost year,” Prinz wrote to the Royal Society in 1998.",
      "wrong_occasion",
    ],
    ["another party", "“I came for the heating,” said Olu Adair, the Liberal candidate.", "wrong_occasion"],
    ["its own party", "“I came for the heating,” said Olu Adair, the Labour candidate.", "exact"],
    [
      "what it was about",
      "Asked about a strike in October, Adair said it was “nothing he would announce in public”.",
      "exact",
    ],
    ["a programme called a call", "“Nobody has asked us,” Ada Finch told Early Call.", "exact"],
    ["in other words", "“The lock holds,” Ida Rask said at a briefing.", "exact"],
    ["another occasion", "“The lock holds,” Ida Rask said in parliament.", "wrong_occasion"],
    ["another summit", "“I have seen worse,” Weir said during the Nordic summit.", "wrong_occasion"],
    ["the summit", "“I have seen worse,” Weir said during the summit.", "exact"],
    ["the match before", "After the semi-final Brem said: “I am hungry and that is all.”", "wrong_occasion"],
    ["the match itself", "After the final Brem said: “I am hungry and that is all.”", "exact"],
    ["another court", "“The files were wet,” Siri Moe told Skarvik Regional Court.", "wrong_occasion"],
    ["a trade", "“The lock holds,” said Ida Rask, a chemist at the university.", "wrong_occasion"],
    ["the trade", "“The lock holds,” said the oceanographer Ida Rask.", "exact"],
    ["a rank", "“I have seen worse,” said Jon Weir, the first mate.", "wrong_occasion"],
    ["the rank", "“I have seen worse,” said Jon Weir, the second mate.", "exact"],
    ["a team", "“We row for nobody,” said Liv Holm, the Skarvik captain.", "wrong_occasion"],
    ["the team", "“We row for nobody,” said Liv Holm, the Hamar captain.", "exact"],
    ["an instrument", "“We row for nobody,” said Liv Holm, first violin of the orchestra.", "wrong_occasion"],
    ["a country", "“Snow is slow,” said Per Lund, the Swedish rider.", "wrong_occasion"],
    ["the day after", "“The lock holds,” Ida Rask said on Thursday.", "wrong_occasion"],
    ["the day", "“The lock holds,” Ida Rask said on Monday.", "exact"],
    ["a museum", "“The files were wet,” said Siri Moe, a curator of the Railway Museum.", "wrong_occasion"],
    ["an office", "Dag Falk, the chief executive, said: “Nobody has paid.”", "wrong_occasion"],
    ["the office", "Dag Falk, the chief financial officer, said: “Nobody has paid.”", "exact"],
    ["behind a label", "“We sleep until noon,” said Karla Osten, Brem’s physio.", "wrong_occasion"],
    ["as the label has it", "“We sleep until noon,” said Karla Osten, Brem’s coach.", "exact"],
    ["a post of two words", "“The files were dry,” said chief engineer Ola Brekke.", "exact"],
    ["a party", "“The town is proud,” said Bo Kern, a Conservative.", "wrong_occasion"],
    ["something else that somebody is", "“The lock holds,” said Ida Rask, a mother of four.", "exact"],
  ])("%s: %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });

  it("is told as a note at its place in the draft", () => {
    const draft = "“I have seen worse,” Weir said during the Nordic summit.";
    const [finding] = checkDraft(draft, against).findings;
    expect(finding?.notes.map(({ kind, start, end }) => [kind, draft.slice(start, end)])).toEqual([
      ["place", "during the Nordic summit"],
    ]);
  });
});
