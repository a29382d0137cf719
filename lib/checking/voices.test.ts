import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const COURT = `"I never said it was a Rask", painter tells jury

The painter Dag Falk told Hamar Court that he had painted 23 boats. "I never said it was a Rask," Falk said.

A keeper of the Harbour Museum, Dr Per Lund, was asked how long he had needed. "Eleven years," he answered. "I wrote the list."

Judge Siri Moe asked Falk why he had gone on. "Because nobody could tell," he said.

"What we need most is paint," said its warden on the island, Tove Holm. The Belgian Wout Kern laughed. "The sea is far," Kern said. The office had sold a bell.

Holm said she believed all of the boats to be old. She said that a stronger storm was unlikely and that a flood was possible in May.`;
const RELEASE = `Press release

Statement on our customers. On 26 March we learned that somebody had a part of our files. We told our customers and we are sorry.

"We saw it late, and I am sorry," says Tanja Wik, managing director of the works. "We do not know who did it."

"The door was open," says Ravi Berg, head of security. "It was not a clever theft."`;
const TALK = `Hearing

ANNA LIND: If I may add, the files are thinner than the headlines. I wouldn't swear it's the lamp.

EVA MOE: We get a hundred and sixty a tonne. A hundred and fifty thousand tonnes went down. Half a million were lost.

BO KERN: The lamp has not failed and it will not fail. I trusted the pilot, though not the mate. I have rowed on this for twenty-two years and I had never seen a rope tear like that.`;
const SPEECH = `Remarks by the Harbour Minister, Lena Brand, at the Council, Hamar, 14 April

I have come from a long meeting. We will keep our office on the island open. My word to the owners is simple: come to the table.`;
const against = {
  texts: [COURT, RELEASE, TALK, SPEECH].map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("who says what, and what is said around it", () => {
  it.each([
    ["words that deny other words", "“I never said it was a Rask,” Dag Falk said.", "exact"],
    ["the same without the denial", "“I said it was a Rask,” Dag Falk said.", "lost_qualifier"],
    ["who was asked", "“Eleven years,” Per Lund answered.", "exact"],
    ["who was asked, and not the museum", "“I wrote the list,” said Tove Holm.", "wrong_speaker"],
    ["whom the judge asked", "“Because nobody could tell,” Dag Falk said.", "exact"],
    ["the judge, who asked", "“Because nobody could tell,” Siri Moe said.", "wrong_speaker"],
    ["a name behind its post and place", "“What we need most is paint,” said Tove Holm.", "exact"],
    ["another name", "“What we need most is paint,” said Per Lund.", "wrong_speaker"],
    ["a nation that stands alone", "“The sea is far,” said Wout Kern, the Dutch painter.", "wrong_occasion"],
    ["what the text tells of somebody", "“The office had sold a bell,” said Wout Kern.", "reporters_words"],
    ["how many", "Holm said she believed most of the boats to be old.", "wording_drift"],
    ["how likely", "Holm said that a stronger storm was likely.", "wording_drift"],
    ["what is possible", "Holm said that there would be a flood in May.", "lost_qualifier"],
    ["a press release that quotes", "“It was not a clever theft,” says Ravi Berg.", "exact"],
    ["another of a press release", "“It was not a clever theft,” says Tanja Wik.", "wrong_speaker"],
    ["but for what", "Kern said that he trusted the pilot.", "lost_qualifier"],
    [
      "another number in a long sentence",
      "“I have rowed on this for thirty-two years and I had never seen a rope tear like that,” Kern said.",
      "wording_drift",
    ],
    ["a name behind the office that opens a speech", "“Come to the table,” said Lena Brand.", "cosmetic"],
    ["the office alone", "“Come to the table,” said the Harbour Minister.", "cosmetic"],
    ["somebody else than who gave the speech", "“Come to the table,” said Tove Holm.", "wrong_speaker"],
    ["a hundred and more in figures", "“We get 160 a tonne,” Moe said.", "cosmetic"],
    ["another number than a hundred and more", "“We get 170 a tonne,” Moe said.", "wording_drift"],
    ["thousands in figures", "Moe said that 150,000 tonnes went down.", "exact"],
    ["half of a number", "Moe said that a million were lost.", "wording_drift"],
    ["leave to speak", "“The files are thinner than the headlines,” Lind said.", "cosmetic"],
    ["what nobody would swear", "“It’s the lamp,” Lind said.", "lost_qualifier"],
    ["a clause of its own", "“It will not fail,” Kern said.", "cosmetic"],
  ])("%s: %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});
