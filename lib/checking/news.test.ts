import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// as news is written: a source within a source, a pronoun over a paragraph, a role for a name, several who speak
const NEWS = `Bridge reopens early

According to the Harbour Post, the engineer Ida Rask, who led the works, said the bridge has never before been closed for a whole year. Rask hoped the ferry would stay.

Council leader Peter Hale called the day “a gift to the town”.

“The rule is plain: nobody pays twice for the same road,” he said in a statement on Monday.

Ruth Amsel, a medical doctor, then spoke on the radio. She began with the noise, saying, “Something odd was going on at night. Do I think it was the pumps? Probably not.”

“A town cannot bill its people twice,” said the ruling. Estimates suggest that forty boats are still in the old port.

Jon Weir of the port office wrote: “Hoping that the new cranes become a reason to stay.” “The number of crews has doubled,” he wrote, “and the majority of these crews work without contracts.” He asked for more light so that the children who walk to the island school would be safe in winter.

The International Harbour Federation said the storm killed 12 or more people and that the alarm rang at 8:30 p.m., that fares had risen by 12 percent and that fewer than half of the boats were insured. It said it was taking the whole office to the coast.

Weir, who was under questions from the council for most of the long afternoon, had to admit that no director had resigned. “We wait no longer for the frost,” Weir said. Hale said that if “the court tells us to pay people who have left, we will appeal.”`;
const MORE = `Lights out

Environment Minister Tom Sand has asked officials how it could happen. “I’m told two things: that the lamps are neither old nor broken and that the money is there,” Sand said.

Eva Lund, a Liberal senator, was not amused. “This council is so busy with control yet it does not get the basics right,” she said. “ It doesn’t make any sense to buy lamps.”

The Energy Agency notes, “Old lamps cost more than all other lights combined.”

Usually, old lamps glow longer than new ones, the report of the agency says. “Some people feel the dark brings peace,” Lund said. “Usually, the harbour is the second to freeze,” she added.

“The dark is the wrong answer to the price of oil,” said Per Dahl, Norway’s press secretary. Lund had used the phrase “green night” often in her campaign. The ministers need to know if the lamps are safe.

The former mayor Kai Berg, who paid, said: “We need to know if the old lamps are safe.”`;
const OTHER = `Elsewhere

The minister of an inland state, Tom Baker, said that his brother had lost everything in the flood and that the wall would cost a million a year.`;
const against = {
  texts: [NEWS, MORE, OTHER].map((text, at) => ({ id: `${at}`, title: `${at}.txt`, text })),
  statements: [],
};

describe("against news", () => {
  it.each([
    [
      "a source within a source",
      "Ida Rask said that the bridge had never before been closed for a whole year.",
      "cosmetic",
    ],
    [
      "who a pronoun stands for, over a paragraph",
      "“The rule is plain: nobody pays twice for the same road,” Peter Hale said.",
      "exact",
    ],
    [
      "somebody else than the pronoun stands for",
      "“The rule is plain: nobody pays twice for the same road,” Ida Rask said.",
      "wrong_speaker",
    ],
    ["a name behind its description", "“Something odd was going on at night,” Ruth Amsel said.", "exact"],
    [
      "a description is not everybody",
      "“Something odd was going on at night,” Jon Weir said.",
      "wrong_speaker",
    ],
    [
      "a ruling is nobody's voice",
      "“A town cannot bill its people twice,” Peter Hale said.",
      "wrong_speaker",
    ],
    [
      "what estimates say is the reporter's",
      "“Forty boats are still in the old port,” Jon Weir said.",
      "reporters_words",
    ],
    ["a negation just behind", "“Do I think it was the pumps? Probably,” Ruth Amsel said.", "lost_qualifier"],
    ["a hope before the marks", "“The new cranes become a reason to stay,” Jon Weir said.", "lost_qualifier"],
    ["a majority", "“These crews work without contracts,” Jon Weir wrote.", "lost_qualifier"],
    ["a condition before the marks", "“We will appeal,” Peter Hale said.", "lost_qualifier"],
    ["a body by its letters", "The IHF said that at least 12 people were killed.", "cosmetic"],
    ["“or more”", "The International Harbour Federation said the storm killed 12 people.", "lost_qualifier"],
    [
      "another hour",
      "The International Harbour Federation said the alarm rang at 9:30 p.m.",
      "wording_drift",
    ],
    ["“only” that nobody said", "The IHF said it was taking only the office to the coast.", "wording_drift"],
    ["an admission with much between", "No director had resigned, Jon Weir admitted.", "exact"],
    [
      "an idea near the speaker's name",
      "“Kids on their way to school on the island have nothing to see by,” Jon Weir said.",
      "paraphrase_in_marks",
    ],
    [
      "an idea in a text that does not name the speaker",
      "“I left because my brother lost everything to them,” Jon Weir said.",
      "not_found",
    ],
    [
      "a like subject elsewhere",
      "Ruth Amsel said that the wall would cost nine million a year.",
      "not_found",
    ],
    ["whom the speaker had all of it from", "“The money is there,” Tom Sand said.", "lost_qualifier"],
    ["“usually” before a comma", "“The harbour is the second to freeze,” Eva Lund added.", "lost_qualifier"],
    ["what some people feel", "“The dark brings peace,” Eva Lund said.", "lost_qualifier"],
    [
      "the draft's pronoun for who was named last",
      "Environment Minister Tom Sand spoke. The senator Eva Lund was not amused. “This council is so busy with control,” she said.",
      "exact",
    ],
    [
      "a speaker that the sentence names",
      "“Old lamps cost more than all other lights combined,” the Energy Agency notes.",
      "exact",
    ],
    ["a few words that are nearly another's", "“It makes sense,” Eva Lund said.", "lost_qualifier"],
    [
      "what stands behind a run of the record's words",
      "The dark is “the wrong answer to the children of every fisherman”, Per Dahl said.",
      "fragment_expanded",
    ],
    [
      "a word or two in marks in what is told",
      "“Lund had used the phrase ‘green night’ often in her campaign,” Kai Berg said.",
      "reporters_words",
    ],
    ["“yet” that joins a sentence", "“This council is so busy with control,” Eva Lund said.", "exact"],
    ["a question behind is no condition", "“We need to know,” Kai Berg said.", "exact"],
    [
      "a post that somebody else has",
      "Eva Lund, the environment minister, said: “This council is so busy with control.”",
      "wrong_occasion",
    ],
    [
      "another party",
      "Eva Lund, a Conservative senator, said: “This council is so busy with control.”",
      "wrong_occasion",
    ],
    [
      "another branch",
      "Per Dahl, the health secretary, said: “The dark is the wrong answer to the price of oil.”",
      "wrong_occasion",
    ],
    [
      "another country",
      "Sweden’s press secretary, Per Dahl, said: “The dark is the wrong answer to the price of oil.”",
      "wrong_occasion",
    ],
    [
      "a former mayor",
      "The former mayor Kai Berg said: “We need to know if the old lamps are safe.”",
      "exact",
    ],
  ])("%s: %s is %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((finding) => finding.label)).toEqual([label]);
  });

  it("sentences that stand far apart in one text are spliced", () => {
    const far = `${NEWS}\n\n${"The road is long and the rain is cold here. ".repeat(60)}\n\n“Nobody will miss the old ferry,” Hale said.`;
    const draft =
      "“The rule is plain: nobody pays twice for the same road. Nobody will miss the old ferry,” Peter Hale said.";
    const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a", text: far }], statements: [] });
    expect(findings.map(({ label }) => label)).toEqual(["spliced"]);
  });

  it("a speaker who was taken over from before is not the one that the sentence names", () => {
    const text =
      "Lights out\n\nTom Sand has asked officials how it could happen. “The money is there,” Sand said.\n\nThe Energy Agency notes, “Old lamps cost more than all other lights combined.”";
    const { findings } = checkDraft("“Old lamps cost more than all other lights combined,” Tom Sand said.", {
      texts: [{ id: "a", title: "a", text }],
      statements: [],
    });
    expect(findings.map(({ label }) => label)).toEqual(["wrong_speaker"]);
  });

  it.each([
    [
      "de",
      "Der Deich bleibt zu, sagte Landrätin Petra Willms. „Wenn der Regen anhält, müssen wir auch die Brücke schließen“, sagte Willms. „Die meisten Risse sind alt“, sagte sie.",
      [
        ["„Wir müssen auch die Brücke schließen“, sagte Petra Willms.", "lost_qualifier"],
        ["„Risse sind alt“, sagte Petra Willms.", "lost_qualifier"],
      ],
    ],
    [
      "es",
      "El puerto está cerrado, dijo la alcaldesa Lucía Montes. «No podemos abrirlo», dijo Montes.\n\nEl presidente de los pescadores, Andrés Pardo, criticó la decisión. «Es una catástrofe anunciada para todas», afirmó. «La mayoría de las grietas son antiguas», dijo Pardo.",
      [
        ["«Es una catástrofe anunciada para todas», dijo Andrés Pardo.", "exact"],
        ["«Las grietas son antiguas», dijo Andrés Pardo.", "lost_qualifier"],
      ],
    ],
  ] as const)("in %s", (language, text, cases) => {
    for (const [draft, label] of cases) {
      const held = { id: "a", title: "a", text, language };
      const { findings } = checkDraft(draft, { texts: [held], statements: [] }, { language });
      expect([draft, ...findings.map((finding) => finding.label)]).toEqual([draft, label]);
    }
  });

  it.each([
    ["a surname that is a nationality", "“It is too early to tell,” Chuck Todd said.", "wrong_speaker"],
    ["the bearer of such a surname", "“It is too early to tell,” Mark Cuban said.", "exact"],
    ["“when …, then …”", "“We are right in calling for calm,” Mark Cuban wrote.", "lost_qualifier"],
    [
      "a name in the genitive before a pronoun",
      "“Come together to protect our children,” Sara Palm said.",
      "exact",
    ],
  ])("%s: %s is %s", (_, draft, label) => {
    const text =
      "Open door\n\nMark Cuban, the owner of a club, told Chuck Todd that he was open. “It is too early to tell,” said Cuban, who is also a host.\n\n“When the facts are in – then we are right in calling for calm,” Cuban wrote.\n\nSara Palm’s words about the club include one from last week.\n\n“Come together to protect our children,” she posted.";
    const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a", text }], statements: [] });
    expect(findings.map((finding) => finding.label)).toEqual([label]);
  });

  it("paragraphs that are set in behind a colon are quotations without marks, and others are not", () => {
    const draft =
      "Of the rule, Hale had this:\n\n    The rule is plain: nobody pays once for the same road\n\n> The rule is plain: nobody pays twice for the same road\n\n    The harbour was built in another century by another town\n\nIt rained.\n\n    Set in, and behind no colon at all";
    expect(checkDraft(draft, against).findings.map(({ label }) => label)).toEqual([
      "wording_drift",
      "exact",
      "not_found",
    ]);
  });
});
