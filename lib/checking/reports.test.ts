import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// what is told without marks: another predicate, degree or polarity is another statement
const TEXT = `The lock at Hamar

Ida Rask said that old ties between the guild and the crews make it difficult for Hamar to close the lock. Rask said the strike could draw hundreds of young crews into the harbour. Rask has also expressed readiness to open the archive of the guild.

Port officials said the crews demanded that Hamar take decisive action against the smugglers of Skarvik.

The guild expects to catch between 310 and 330 tonnes of herring, down from 360 tonnes. Jon Weir said the fund paid for the first boat, and that his sister called the council every morning.

Weir told the court that he had sat on the bridge all night but had not been drunk. The lock could be opened with a rod, he said, and the rod was found in the door. He said he could not tell who had turned it.

The union demanded that nobody lose a berth before May. Eva Lund said she could not give such a promise. Lund said the office had heard of the fire from the crews.`;
const MORE = `The dam at Torne

Greta Foss said losses would reach 40 million euros a year from 2029. She said the fee fell to a tenth in the second winter. Foss said that fifty more bells remained in private hands in Bergen.

Foss said she was considering a complaint to the county. “I have spoken to Admiral Krol,” she said. “He speaks of nothing but roses.”`;
const TALK = `Hearing on the lock

Q1 Chair: You paid a bonus to the pilots last year.

Dag Falk: The board did. I voted against it.

Q2 Chair: Will you raise the fee?

Dag Falk: Not this year.

Q3 Chair: Has the guild been warned?

Siri Moe: It had not decided yet when I asked.`;
const against = {
  texts: [
    { id: "a", title: "a.txt", text: TEXT },
    { id: "b", title: "b.txt", text: TALK },
    { id: "c", title: "c.txt", text: MORE },
  ],
  statements: [],
};

describe("a report without marks", () => {
  it.each([
    [
      "one word for another",
      "Rask said old ties between the guild and the crews make it impossible for Hamar to close the lock.",
      "wording_drift",
    ],
    [
      "what is only possible made sure",
      "Rask warned that the strike will draw hundreds of young crews into the harbour.",
      "lost_qualifier",
    ],
    ["a refusal of what was offered", "Rask refused to open the archive of the guild.", "wording_drift"],
    [
      "a negation that is added",
      "Port officials said the crews demanded that Hamar take no decisive action against the smugglers of Skarvik.",
      "wording_drift",
    ],
    ["what it was before", "The guild said it expects to catch 360 tonnes of herring.", "wording_drift"],
    [
      "a range in other words",
      "The guild said it expects to catch 310 to 330 tonnes of herring.",
      "cosmetic",
    ],
    ["a relative", "Weir said that his brother called the council every morning.", "wording_drift"],
    ["a single word without its negation", "Weir told the court that he had been drunk.", "lost_qualifier"],
    ["a single word with its negation", "Weir told the court that he had not been drunk.", "cosmetic"],
    [
      "a promise that was refused",
      "Lund promised that nobody would lose a berth before May.",
      "lost_qualifier",
    ],
    ["what the answer takes up", "Falk said that he had voted against the bonus.", "cosmetic"],
    ["a question and its answer", "Falk said that he would not raise the fee this year.", "cosmetic"],
    [
      "a question and the contrary answer",
      "Falk said that he would raise the fee this year.",
      "lost_qualifier",
    ],
    [
      "a year as the end for the beginning",
      "Foss said losses would reach 40 million euros by 2029.",
      "wording_drift",
    ],
    ["another one of a row", "Foss said the fee fell to a tenth in the third winter.", "wording_drift"],
    ["another place", "Foss said that fifty more bells remained in churches in Bergen.", "wording_drift"],
    ["what is only considered", "Foss said that she would make a complaint to the county.", "lost_qualifier"],
    ["a name and no idea", "“Admiral Krol belongs in a cell for life,” Foss said.", "not_found"],
    ["not yet", "Moe said that the guild had not yet decided.", "cosmetic"],
  ])("%s: %s", (_, draft, label) => {
    const { findings } = checkDraft(draft, against);
    // a demand within what was said is a statement of its own
    expect([...new Set(findings.map((finding) => finding.label))]).toEqual([label]);
  });
});
