import { describe, expect, it } from "vitest";
import { extract } from "./index";

const wordings = (text: string, language: string) =>
  extract(text, { language }).map(({ wording, speaker, cue }) => [
    wording,
    speaker?.mention.text ?? null,
    cue?.text ?? null,
  ]);

describe("a text in a language without rules", () => {
  it.each([
    ["fr", "Le maire a répondu : « La digue tiendra jusqu’au printemps, nous l’avons vérifié. »", ":"],
    ["ur", "وزیر نے کہا: “ہم مذاکرات کے لیے تیار ہیں اور سرحد کھلی رہے گی۔”", ":"],
  ])("%s: keeps the quotation and guesses no speaker", (language, text, cue) => {
    const found = wordings(text, language);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(1)).toEqual([null, cue]);
    expect(text).toContain(found[0]?.[0] ?? "nothing");
  });

  it("reads no English cue into it", () => {
    const text = "Det var said, that er ingen grund, according til ham.";
    expect(wordings(text, "da")).toEqual([]);
  });

  it("reads labels and signatures", () => {
    expect(wordings("„Wer nicht fragt, bleibt dumm auf immer.“ — Ilse Brandt", "de-AT")).toEqual([
      ["„Wer nicht fragt, bleibt dumm auf immer.“", "Ilse Brandt", "—"],
    ]);
  });
});

it("nests nothing in a statement of nobody", () => {
  expect(extract("said he ’ said A&")).toHaveLength(1);
});

it.each(["en", "en-GB", "EN_us"])("reads English as %s", (language) => {
  expect(wordings("Marta Oliveira said that the dam will hold.", language)).toEqual([
    ["the dam will hold", "Marta Oliveira", "said"],
  ]);
});
