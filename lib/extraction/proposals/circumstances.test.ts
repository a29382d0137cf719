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

  it.each([
    ["de", "Eva Holm sagte am Dienstag in Berlin, die Fähre sei sicher.", "am Dienstag", "Berlin", null],
    [
      "de",
      "„Sie ist sicher“, sagte Eva Holm in einem Interview mit dem „Stern“.",
      null,
      null,
      "einem Interview mit dem „Stern“",
    ],
    ["de", "Eva Holm sagte, die Fähre sei am Dienstag gefahren.", null, null, null],
    ["es", "Eva Soto dijo el martes en Madrid que el barco es seguro.", "el martes", "Madrid", null],
    [
      "es",
      "«Es seguro», dijo Eva Soto en una entrevista con Radio Sur.",
      null,
      null,
      "una entrevista con Radio Sur",
    ],
    ["es", "Eva Soto dijo que el barco salió el martes de Cádiz.", null, null, null],
  ])("%s: %s", (language, text, when, place, event) => {
    const said = extract(text, { language })[0]?.said;
    expect([said?.when?.text ?? null, said?.place?.text ?? null, said?.event?.text ?? null]).toEqual([
      when,
      place,
      event,
    ]);
  });
});
