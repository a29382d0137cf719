import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const TEXT = `Signalman "was never rung", inquiry told

A retired signalman told the inquiry into the Lomen derailment on Monday that he had left the box at ten.

Arvid Strand, 71, worked at Lomen for forty years.

"The telephone was dead," he said. "Mrs Falk locked the door behind me."

The inspectors found two minor cracks in the points. The report cleared one driver, Hanne Falk said.`;
const against = {
  texts: [{ id: "a", title: "The Lomen inquiry, court report", text: TEXT, day: "2026-03-05" }],
  statements: [],
};
const labelOf = (draft: string) => checkDraft(draft, against).findings[0]?.label;

describe("whom a text names late", () => {
  it.each([
    [
      "a lead describes who is named behind it",
      "Strand told the inquiry that he had left the box at ten.",
      "exact",
    ],
    ["he is not Mrs Falk", "“The telephone was dead,” Hanne Falk said.", "wrong_speaker"],
    [
      "a report of a hearing is no record of it: the day of its print is not the day it was said",
      "“The telephone was dead,” Strand told the inquiry on Thursday.",
      "wrong_occasion",
    ],
    ["the day that it names", "“The telephone was dead,” Strand told the inquiry on Monday.", "exact"],
  ])("%s", (_, draft, label) => {
    expect(labelOf(draft)).toBe(label);
  });
});

const NOTE = `The bridge at Orla

The inspectors found two minor cracks in the deck and closed one lane for a week, Mayor Hanne Falk said. "Everybody was against the toll," she said.`;
const note = { texts: [{ id: "b", title: "b", text: NOTE }], statements: [] };

describe("one word between two that both have", () => {
  it.each([
    ["is another one", "Falk said that inspectors had found two serious cracks.", "wording_drift"],
    ["says the same", "Falk said that inspectors had found two small cracks.", "cosmetic"],
    ["stays", "Falk said that inspectors had found two minor cracks.", "cosmetic"],
  ])("%s", (_, draft, label) => {
    expect(checkDraft(draft, note).findings[0]?.label).toBe(label);
  });
});
