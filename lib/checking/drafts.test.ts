import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// a page as it is printed: lists of people, garbled letters, a paragraph that is set in, words that go on behind a clause
const TEXT = `Harbour votes on the crane

The crane is eighteen years old, and it is claimed by the owners that nobody looked after it.

"The crane played its part in the fire and it is alleged by the union that both owners knew of the rust and spoke about it," the German minister of ports, Ulla Brandt, said on Sunday. "I am not able to open the gate," she added.

The talk grew so loud over who paid for which beam that Port Director Jon Weir said, "I feel like a man between two chairs." FranÃ§ois Morel, who brings the mail, waited outside.

"Tell the town that if the wind turns again, the ferry must be able to land alone," FranÃ§ois Morel said. He found it "cold" outside, the harbour "empty".

"Thanks for the soup," said cook of the evening Amal Al-Sayed, a Danish baker who came decades ago. "No thanks to Peter Hale," she added.

Weir added:

The ferry has no captain who can steer without a light. It has never had one, and that is the whole of the matter.

The chief accountant, Eva Lund, former Hamar mayor Kai Berg and Shadow Harbour Minister Ida Rask came late. "Last time I came, the door was open," Lund said. "We should have counted the boats," Rask said.

Lund said that Weir was well prepared for the winter and that a plan would be ready by March of next year. She said that between 40 and 60 boats lay in the port. Morel was seen by Weir.`;
const against = { texts: [{ id: "a", title: "a.txt", text: TEXT }], statements: [] };

describe("a draft as it is written", () => {
  it.each([
    [
      "whom a speaker had it from, within the words",
      "“The crane played its part in the fire and both owners knew of the rust and spoke about it,” Brandt said.",
      "lost_qualifier",
    ],
    [
      "two clauses that one word joins",
      "“The ferry has no captain, and that is the whole of the matter,” Weir said.",
      "spliced",
    ],
    [
      "words that are left out of one clause",
      "“The crane played its part and it is alleged by the union that both owners knew of the rust,” Brandt said.",
      "wording_drift",
    ],
    [
      "fragments that the draft's own words part",
      "It was “cold” and the harbour was “empty”, Morel said.",
      "exact",
    ],
    [
      "who is asked and who answers",
      "Asked by her sister to help, Ulla Brandt replied: “I am not able to open the gate.”",
      "exact",
    ],
    [
      "a name just before the marks, late in its sentence",
      "“I feel like a man between two chairs,” said Eva Lund.",
      "wrong_speaker",
    ],
    ["and the one who says it", "“I feel like a man between two chairs,” said Jon Weir.", "exact"],
    [
      "a condition behind other words",
      "“The ferry must be able to land alone,” Morel said.",
      "lost_qualifier",
    ],
    [
      "a name with signs of a wrong encoding",
      "“If the wind turns again, the ferry must be able to land alone,” François Morel said.",
      "cosmetic",
    ],
    ["a pronoun behind a name with a hyphen", "“No thanks to Peter Hale,” Amal Al-Sayed said.", "exact"],
    ["a paragraph that is set in", "“It has never had one,” said Weir.", "exact"],
    [
      "a paragraph that is set in, without its negation",
      "“The ferry has a captain who can steer without a light,” Weir said.",
      "lost_qualifier",
    ],
    ["and somebody else's", "“It has never had one,” said Eva Lund.", "wrong_speaker"],
    [
      "another country's office",
      "“I am not able to open the gate,” said the French minister Ulla Brandt.",
      "wrong_occasion",
    ],
    [
      "the next of a list is no apposition",
      "“Last time I came, the door was open,” said Eva Lund, a former mayor.",
      "wrong_occasion",
    ],
    [
      "an office in the shadow",
      "“We should have counted the boats,” said Harbour Minister Ida Rask.",
      "wrong_occasion",
    ],
    ["a month", "Lund said a plan would be ready by May of next year.", "wording_drift"],
    ["the same month", "Lund said a plan would be ready by March of next year.", "exact"],
    ["more than the most", "Lund said that 60 boats or more lay in the port.", "wording_drift"],
    ["the least", "Lund said that at least 40 boats lay in the port.", "cosmetic"],
    ["another one's name", "Lund said that Morel was well prepared for the winter.", "wording_drift"],
  ])("%s: %s is %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});
