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

Lund said that Weir was well prepared for the winter and that a plan would be ready by March of next year. She said that between 40 and 60 boats lay in the port. Morel was seen by Weir.

"So far the state has paid nothing, and many boats are too old," said head of repairs Per Dahl. "People say, 'It doesn't matter because the sea takes care of the rest,'" Dahl said. "Many captains across the fjord are called careless. There is some thought that without a second lamp, the night trips might not go on," Dahl added.

Ida Rask reiterated to Radio Fjord that, given a second chance, she would paint the towers differently. Nobody was hurt at the pier, Dahl said. Dahl said that parents still prefer village lamps to none. The town lamps are new.

"Sailors have done more than their part already," Liv N. Holm, a prominent Hamar Liberal, said on Twitter.

”A lamp is cheaper than a funeral. Children walk there,” wrote Bo Krog.

Eva Wold, who owns the Harbour Bears, told the radio: "It is too early to skate."`;
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
    ["a limit in front of the sentence", "“The state has paid nothing,” said Per Dahl.", "lost_qualifier"],
    ["and with it", "“So far the state has paid nothing,” said Per Dahl.", "exact"],
    ["how many are meant", "“Captains across the fjord are called careless,” Dahl said.", "lost_qualifier"],
    ["a name behind a description", "“So far the state has paid nothing,” said Ida Rask.", "wrong_speaker"],
    [
      "a name behind a description, in the draft",
      "“So far the state has paid nothing,” said head of repairs Per Dahl.",
      "exact",
    ],
    ["what others are said to say", "“The sea takes care of the rest,” said Per Dahl.", "lost_qualifier"],
    ["a condition within", "“The night trips might not go on,” said Per Dahl.", "lost_qualifier"],
    [
      "where it was written",
      "On Twitter Liv Holm was blunt: “Sailors have done more than their part already.”",
      "exact",
    ],
    [
      "another party behind the name",
      "“Sailors have done more than their part already,” said Liv Holm, a Conservative from Hamar.",
      "wrong_occasion",
    ],
    [
      "a verb of saying",
      "Rask said that given a second chance she would paint the towers differently.",
      "exact",
    ],
    ["a word that says the same", "Dahl said that nobody had been injured at the pier.", "cosmetic"],
    [
      "a word that the text has elsewhere",
      "Dahl said that parents still prefer town lamps to none.",
      "wording_drift",
    ],
    ["marks that open as they close, in the record", "“Children walk there,” wrote Bo Krog.", "exact"],
    ["marks that open as they close, in the draft", "”Children walk there,” wrote Bo Krog.", "exact"],
    ["marks the wrong way round", "”Children sleep there,“ wrote Bo Krog.", "wording_drift"],
    [
      "whose owner it is",
      "Asked about ice, the owner of the Harbour Bears held back: “It is too early to skate.”",
      "exact",
    ],
  ])("%s: %s is %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });
});
