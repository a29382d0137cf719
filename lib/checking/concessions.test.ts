import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

// kinds that a thirteenth set of drafts showed, in texts of other things
const FESTIVAL = `The festival is back

Director Nella Ruud said on Sunday that 9,000 people had come. “We will open in May next year, but it will not be easy,” she told Radio Sund. “The stage is pretty, but it is small,” she said. She denied a report in the Sund Post that she had refused to pay the band.

“I love this town, but I only work here,” said the sound engineer Piet Maas. He told the Sund Post that the cables were new. “We danced and sang for the last three hours so that nobody would freeze,” said Kari Lund (visitor). Tom Berg (engineer) ran the lights.

“The beer was cold because the harbour was cold,” said Lund. The police said there was no trouble, with one exception on Friday. “Half of the tents leaked,” Lund said. “My toes were blue, so the nurses tell me,” she said. “With one exception, I have never slept in a tent,” said Lund. “We sang for about a minute,” she said. Piet Maas said the street smelled of fish.

“Ticket sales doubled, though the figures are provisional,” Ruud said. The mayor, Ida Falk, called the festival “the best party in the north, up to a point”. “The choir was loud, but that is only a guess,” Falk said.`;
const INQUIRY = `Public inquiry into the loss of the ferry Alva, 11 April 2026

CHAIR (Dame Ruth Okell): Please sit down, Captain.

COUNSEL (Mr Ian Fell): How long have you been at sea?

CAPTAIN AAGE LIE: Thirty-one years. I was a fisherman before that.

COUNSEL: Did you see the lights?

CAPTAIN LIE: I saw one light, perhaps two. I am a seaman, and I slept badly.

EXPERT (Dr Mina Roth): The doors were open when she sailed, but that is only my estimate.

COUNSEL: Is it true that you asked for twelve men?

CAPTAIN LIE: We asked for nine.

JON VIK, harbour office: Our clock was wrong.

ANNE HOLM, harbour director: Nobody told me.

CHAIR: We will rise until ten.`;
const RELEASE = `FOR IMMEDIATE RELEASE

Tidewell Foods recalls a soup

OSLO, 18 May 2026 – Tidewell Foods today announced the recall of 40,000 tins of fish soup.

The tins carry the number 77 and must be returned to shops.`;
const against = {
  texts: [FESTIVAL, INQUIRY, RELEASE].map((text, at) => ({ id: String(at), title: `${at}.txt`, text })),
  statements: [],
};
const labelOf = (draft: string) => checkDraft(draft, against).findings[0]?.label;

describe("what a clause behind takes back", () => {
  it.each([
    ["“Ticket sales doubled,” Nella Ruud said.", "lost_qualifier"],
    ["Nella Ruud said ticket sales had doubled.", "lost_qualifier"],
    ["Ida Falk called the festival “the best party in the north”.", "lost_qualifier"],
    ["“The doors were open when she sailed,” Mina Roth told the inquiry.", "lost_qualifier"],
    ["“The choir was loud,” Ida Falk said.", "lost_qualifier"],
    ["The police said there was no trouble.", "lost_qualifier"],
    ["“Ticket sales doubled, though the figures are provisional,” Nella Ruud said.", "exact"],
    // what goes on behind and takes nothing back
    ["“We will open in May next year,” Nella Ruud said.", "exact"],
    ["“The stage is pretty,” Nella Ruud said.", "exact"],
    ["“I love this town,” said the sound engineer Piet Maas.", "exact"],
    ["“The beer was cold,” Kari Lund said.", "exact"],
  ])("%s", (draft, label) => expect(labelOf(draft)).toBe(label));
});

describe("what stands before, and what was put in", () => {
  it.each([
    ["“My toes were blue,” Kari Lund said.", "lost_qualifier"],
    ["“My toes were blue, so the nurses tell me,” Kari Lund said.", "exact"],
    ["“I have never slept in a tent,” Kari Lund said.", "lost_qualifier"],
    ["“We sang for a minute,” Kari Lund said.", "lost_qualifier"],
    ["“We sang for about a minute,” Kari Lund said.", "exact"],
    ["Piet Maas said the street smelled of fish and wet dogs.", "wording_drift"],
    ["Piet Maas said the street smelled of fish.", "exact"],
    ["Aage Lie said they had asked for twelve men.", "wording_drift"],
    ["Aage Lie said they had asked for nine men.", "cosmetic"],
    ["“Our clock was wrong,” said Jon Vik, the harbour director.", "wrong_occasion"],
    ["“Nobody told me,” said Anne Holm, the harbour director.", "exact"],
  ])("%s", (draft, label) => expect(labelOf(draft)).toBe(label));
});

describe("limits, parts, reasons and denials", () => {
  it.each([
    ["“We danced and sang so that nobody would freeze,” Kari Lund said.", "lost_qualifier"],
    ["“A third of the tents leaked,” Kari Lund said.", "wording_drift"],
    ["“Half of the tents leaked,” Kari Lund said.", "exact"],
    ["Kari Lund said the beer was cold because of new fridges.", "wording_drift"],
    ["Kari Lund said the beer was cold because of the cold harbour.", "cosmetic"],
    ["Nella Ruud said she had refused to pay the band.", "wording_drift"],
  ])("%s", (draft, label) => expect(labelOf(draft)).toBe(label));
});

describe("who, as what and to whom", () => {
  it.each([
    ["“We will rise until ten,” Dame Ruth Okell said.", "exact"],
    ["“We will rise until ten,” Mina Roth said.", "wrong_speaker"],
    [
      "“The doors were open when she sailed, but that is only my estimate,” Ruth Okell said.",
      "wrong_speaker",
    ],
    ["“Did you see the lights?” asked Ian Fell.", "exact"],
    ["“I am a seaman, and I slept badly,” the pilot Aage Lie said.", "wrong_occasion"],
    ["“Half of the tents leaked,” the engineer Kari Lund said.", "wrong_occasion"],
    ["“Half of the tents leaked,” the visitor Kari Lund said.", "exact"],
    [
      "“We will open in May next year, but it will not be easy,” Nella Ruud told the Sund Post.",
      "wrong_occasion",
    ],
    ["“We will open in May next year, but it will not be easy,” Nella Ruud told Radio Sund.", "exact"],
    ["The company said the tins carry the number 77.", "exact"],
  ])("%s", (draft, label) => expect(labelOf(draft)).toBe(label));
});
