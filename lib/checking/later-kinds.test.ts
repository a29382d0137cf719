import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// kinds that a set of drafts showed which was written before any of it was compared
const ARTICLE = `Library vote

"The shelves were full. Nobody had counted them," said Livia Storm, who runs the archive. Curator Jan Ebbe told Fjord Weekly that he had slept badly. "Two keys were gone," he said.

Baker Sven Holt said that he was willing to pay. His brother, Arne Holt, did not speak. The treasurer, Ida Wolff, said that water damage could be ruled out and that the board had not been told until Friday. "We should have seen the leak," Wolff said. She will write to the mayor about the roof.

"He would say to a visitor, 'It isn't lost, it's resting.' They laughed," said Wolff. Old Karl Brinck recalled the storm of 1953. "The books floated," Brinck said. Wolff said that no sales were planned for this year. "The cellar is dry. Not in spring," she said.

Team doctor, Eva Lind, was not there. The reader Olaf Moor was. "My eyes haven't decided," Moor said. He said that he would read two novels aloud this season.`;
const DEBATE = `Debate, Chamber of the Isles, 3 May 2026

Mr Olav Grant (Socialist): How many ferries have sunk since 2020?

The Minister for Transport (Ms Runa Dahl): Four. I regret it. We ordered three boats, maybe four.

Mr Olav Grant (Socialist): Will she promise that no ferry will sail in fog?

The Minister for Transport (Ms Runa Dahl): Nobody can.

Mr Olav Grant (Socialist): Will she stay in office until the autumn?

The Minister for Transport (Ms Runa Dahl): If the chamber lets me.

Mr Olav Grant (Socialist): The harbour smells of diesel.`;
const GERMAN = `Sturm

"Das Dach ist weg", sagte Landwirt Piet Hansen. Bürgermeisterin Anke Voss sagte, soweit bekannt sei niemand verletzt worden.`;
const SPANISH = `Tormenta

La alcaldesa, Eva Rojo, afirmó que no hubo daños, que ella supiera. "Llovió piedra", dijo el pescador Luis Mar.`;
const against = {
  texts: [ARTICLE, DEBATE, GERMAN, SPANISH].map((text, at) => ({ id: String(at), title: `${at}.txt`, text })),
  statements: [],
};
const labelOf = (draft: string, language?: string) =>
  checkDraft(draft, against, language ? { language } : {}).findings[0]?.label;

describe("faults of a kind", () => {
  it.each([
    [
      "two voices in one quotation",
      "“The shelves were full. Two keys were gone,” said Livia Storm.",
      "spliced",
    ],
    ["two bearers of a surname", "Arne Holt said that he was willing to pay.", "wrong_speaker"],
    ["the one who said it", "Sven Holt said that he was willing to pay.", "exact"],
    ["a word denied", "Sven Holt said that he was unwilling to pay.", "wording_drift"],
    ["a verb with a small word", "Ida Wolff said that water damage could be excluded.", "cosmetic"],
    ["not until", "Wolff said that the board had only been told on Friday.", "cosmetic"],
    ["another form without its hedge", "“We saw the leak,” Wolff said.", "lost_qualifier"],
    [
      "what is told behind the words",
      "Wolff said that she would write to the mayor about the roof.",
      "cosmetic",
    ],
    ["others' words in single marks", "“It isn’t lost, it’s resting,” said Wolff.", "lost_qualifier"],
    [
      "the year beside the marks",
      "Karl Brinck recalled the storm of 1935: “The books floated.”",
      "wrong_occasion",
    ],
    ["for how long", "Wolff said that no sales were planned.", "lost_qualifier"],
    ["a next sentence that takes it back", "“The cellar is dry,” said Wolff.", "lost_qualifier"],
    ["another’s calling", "“My eyes haven’t decided,” said the doctor Olaf Moor.", "wrong_occasion"],
    ["another period", "Moor said that he would read two novels aloud this month.", "wording_drift"],
    [
      "a few words that grew",
      "Moor said that his eyes “haven’t decided whether to suffer another winter”.",
      "fragment_expanded",
    ],
    ["whom it was told", "Jan Ebbe told Reuters that he had slept badly.", "wrong_occasion"],
    ["a question in a debate", "“No ferry will sail in fog,” said Runa Dahl.", "reporters_words"],
    ["a remark in a debate", "“The harbour smells of diesel,” said Runa Dahl.", "wrong_speaker"],
    ["a short answer", "Runa Dahl said that 14 ferries had sunk since 2020.", "wording_drift"],
    ["one of two numbers", "Dahl said that they had ordered three boats.", "lost_qualifier"],
    ["an office in a label", "“I regret it,” said the health minister, Runa Dahl.", "wrong_occasion"],
    [
      "a party in a label",
      "Olav Grant of the Centre party said: “The harbour smells of diesel.”",
      "wrong_occasion",
    ],
  ])("%s: %s", (_, draft, label) => {
    expect(labelOf(draft)).toBe(label);
  });

  it.each([
    ["de", "„Das Dach ist weg“, sagte der Fischer Piet Hansen.", "wrong_occasion"],
    ["de", "„Das Dach ist weg“, sagte der Landwirt Piet Hansen.", "exact"],
    ["es", "Eva Rojo afirmó que no hubo daños.", "lost_qualifier"],
    ["es", "«Llovió piedra», dijo el panadero Luis Mar.", "wrong_occasion"],
  ])("in %s: %s", (language, draft, label) => {
    expect(labelOf(draft, language)).toBe(label);
  });
});
