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

describe("an interview of few questions, set in bold", () => {
  const short = (head: string, question: string) => ({
    texts: [
      {
        id: "b",
        title: "lamp.txt",
        text: `${head}\n\n**${question}**\n\nI miss the silence. I don't miss the storms.\n\nThe lamp stands in a museum now.`,
      },
    ],
    statements: [],
  });
  const asked = short("Interview: Dag Roald", "Erlend Bakke, do you miss the island?");
  const above = short("“I would go back”\n\nErlend Bakke on lamps and storms", "Do you miss the island?");

  it.each([
    ["whom the question speaks to", asked, "“I miss the silence,” said Bakke.", "exact"],
    ["somebody else", asked, "“I miss the silence,” said Berit Aune.", "wrong_speaker"],
    ["who asks", asked, "“I miss the silence,” said Dag Roald.", "wrong_speaker"],
    ["whom the lines above name", above, "“I miss the silence,” said Erlend Bakke.", "exact"],
    [
      "somebody else, with a headline in marks",
      above,
      "“I miss the silence,” said Nora Quill.",
      "wrong_speaker",
    ],
  ])("%s", (_, held, draft, label) => {
    expect(checkDraft(draft, held).findings[0]?.label).toBe(label);
  });
});
