import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const NEWS = `Miles Tranter told the jury that Joan Redfern beat her colleague Alan Speight to the safe by an hour. The union blames the council for the delay, Ida Rask said.

Redfern, 51, denies theft. Her barrister, Olu Adeyinka, said that she had been at her mother's bedside that evening.

“I thought it was Mrs Redfern's coat. I could not swear to it,” Wanda Kos told the court.`;
const CALL = `Corvid Foods – Investor call

Mei Tan: What if the regulator says no?

Ilka Brandt: Then we part as friends and pay a break fee.

Oskar Lind: The fee is payable only if we withdraw.`;
const HOUSE = `Mr Orr-Ewing (Tarl and Morven): Will the Minister say who pays?

Ms Geddes: I have asked officials to draw up a scheme by March.

Mr Orr-Ewing: A scheme is not a cheque. In chess you make your luck by sitting still.`;
const RADIO = `PRESENTER: Honor Pike, is it over?

PIKE: It is paused. I would hate anybody to think that it is over.

PRESENTER: And the roof?

PIKE: The roof had the money.`;
const LETTER = `Colleagues,

We met the management. They assured us that no plant would close before 2028.

Deirdre Foley`;
const GERMAN = `Die Hydrologin Sabine Krüger erklärte, ein See könne das Grundwasser sogar stützen. „Wir haben zwölf Messstellen“, sagte Krüger.`;
const MINUTES = `MINUTES of the meeting held on 11 March 2026

4.2 Cllr Lane said that he would resign before he let the town buy a furnace.`;
const labelOf = (text: string, draft: string) =>
  checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;

describe("who does what to whom, to whom it was told, and what bounds it", () => {
  it.each([
    [
      "as it was",
      NEWS,
      "Tranter said that Joan Redfern beat Alan Speight to the safe by an hour.",
      "cosmetic",
    ],
    [
      "turned round",
      NEWS,
      "Tranter said that Alan Speight beat Joan Redfern to the safe by an hour.",
      "wording_drift",
    ],
    [
      "in the passive",
      NEWS,
      "Tranter said that Alan Speight was beaten by Joan Redfern to the safe by an hour.",
      "cosmetic",
    ],
    ["bodies turned round", NEWS, "Rask said the council blames the union for the delay.", "wording_drift"],
    [
      "her barrister's",
      NEWS,
      "Redfern said that she had been with her mother that evening.",
      "wrong_speaker",
    ],
    [
      "sworn to no longer",
      NEWS,
      "“I thought it was Mrs Redfern's coat,” Wanda Kos told the court.",
      "lost_qualifier",
    ],
    ["told to analysts", CALL, "“Then we part as friends,” Brandt told analysts.", "exact"],
    ["told to the union", CALL, "“Then we part as friends,” Brandt told the union.", "wrong_occasion"],
    [
      "told to a university",
      HOUSE,
      "“A scheme is not a cheque,” Orr-Ewing told the University of Arden.",
      "wrong_occasion",
    ],
    ["told to a paper", HOUSE, "“A scheme is not a cheque,” Orr-Ewing told the Courier.", "exact"],
    ["told to a board", RADIO, "“It is paused,” Pike told the board.", "wrong_occasion"],
    ["told on the radio", RADIO, "“It is paused,” Pike told listeners.", "exact"],
    ["in what it holds", HOUSE, "“You make your luck by sitting still,” Orr-Ewing said.", "lost_qualifier"],
    ["until then", LETTER, "Foley said no plant would close.", "lost_qualifier"],
    ["with until when", LETTER, "Foley said no plant would close before 2028.", "exact"],
    ["as what may be", GERMAN, "Krüger sagte, ein See stütze das Grundwasser.", "lost_qualifier"],
    [
      "of a councillor",
      MINUTES,
      "Councillor Lane said he would resign before the town bought a furnace.",
      "cosmetic",
    ],
  ])("%s", (_, text, draft, label) => {
    expect(labelOf(text, draft)).toBe(label);
  });
});
