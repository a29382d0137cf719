import { describe, expect, it } from "vitest";
import { extract } from "../index";

describe("when, where and on what occasion words were said", () => {
  it.each([
    ["Ana Ruiz said on Tuesday in Paris that the ferry was safe.", "on Tuesday", "Paris", null],
    [
      "“It is safe,” Ana Ruiz said in an interview with Radio Mali on March 3.",
      "on March 3",
      null,
      "an interview with Radio Mali",
    ],
    [
      "At a news conference in Oslo last week, Ana Ruiz said the ferry was safe.",
      "last week",
      "Oslo",
      "a news conference in Oslo",
    ],
    ["Ana Ruiz said the ferry sailed on Tuesday.", null, null, null],
    ["Ana Ruiz said “it is safe” on Monday.", "on Monday", null, null],
  ])("%s", (text, when, place, event) => {
    const said = extract(text)[0]?.said;
    expect([said?.when?.text ?? null, said?.place?.text ?? null, said?.event?.text ?? null]).toEqual([
      when,
      place,
      event,
    ]);
  });
});
