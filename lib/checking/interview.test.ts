import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";
import { interviewIn } from "./interview";

const TEXT = `A life under the bells

Ottilie Brandauer has cast bells in Grafing since 1988. We spoke with the founder Ottilie Brandauer at her furnace.

How does one hear a crack?

With the fingers. A bell that is cracked shivers like a dog. I have sent back four in all my years.

Your son has left the trade.

He has. The heat is not for everybody, and I never asked him to stay.

Will there be bells in fifty years?

In villages, perhaps. In towns they ring for the tourists.

Who pays for them?

Nobody wants to. Last year the parish sold its organ to buy two.`;
const against = { texts: [{ id: "a", title: "bells.txt", text: TEXT }], statements: [] };
const found = (draft: string) => checkDraft(draft, against).findings[0];

describe("an interview whose voices nothing names", () => {
  it("has questions and answers turn about, and who answers is named above", () => {
    expect(interviewIn(TEXT).map(({ asks, name }) => (asks ? "asks" : name))).toEqual([
      ...["asks", "Ottilie Brandauer", "asks", "Ottilie Brandauer"],
      ...["asks", "Ottilie Brandauer", "asks", "Ottilie Brandauer"],
    ]);
  });

  it.each([
    ["an answer", "“A bell that is cracked shivers like a dog,” Brandauer says.", "exact"],
    ["a doubt beside it", "“In villages,” Brandauer says of the future of bells.", "lost_qualifier"],
    ["what was asked", "“Your son has left the trade,” says Brandauer.", "reporters_words"],
    ["an answer of somebody else", "“With the fingers,” said Paul Kern.", "not_found"],
    ["a report of an answer", "Brandauer said that she had sent back four bells.", "cosmetic"],
  ])("%s", (_, draft, label) => {
    expect(found(draft)?.label).toBe(label);
  });

  it.each([
    [
      "an article with questions in it",
      TEXT.replace("With the fingers.", "“With the fingers,” said Brandauer."),
    ],
    [
      "a list of questions",
      "Before you sign\n\nWho pays?\n\nWho keeps the key?\n\nWho cleans?\n\nAsk Ida Rask.",
    ],
    ["a text that names nobody", TEXT.replaceAll("Ottilie Brandauer", "she")],
  ])("is none in %s", (_, text) => {
    expect(interviewIn(text)).toEqual([]);
  });
});
