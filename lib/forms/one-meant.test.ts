import { describe, expect, test } from "vitest";
import { Refused } from "@/lib/errors";
import { oneMeant } from "./one-meant";

const found = [
  { id: "talks-1", told: "Talks at Osthaven" },
  { id: "talks-2", told: "Talks (talks-2)" },
  { id: "talks-3", told: "Talks (talks-3)" },
  { id: "zug", told: "Zugunglück" },
  { id: "ann", told: "Ann Bell" },
  { id: "anna", told: "Anna Bell" },
  { id: "x-9", told: "Mara Vale" },
  { id: "twin-1", told: "Jon Vale" },
  { id: "twin-2", told: "JON VALE" },
];
const asked = { field: "story", what: "story" };

describe("the record that words in a field mean", () => {
  test.each([
    ["its id", "talks-2", "talks-2"],
    ["its id, which none of its words is", "x-9", "x-9"],
    ["as it is told", "Talks (talks-3)", "talks-3"],
    ["as it is told, to the letter", "JON VALE", "twin-2"],
    ["whatever its case and marks", "zugungluck", "zug"],
    ["a word that it alone has", "osthaven", "talks-1"],
    ["the beginning of that word", "ost", "talks-1"],
    ["words in any order", "osthaven talks", "talks-1"],
    ["a whole name that begins another", "ann bell", "ann"],
  ])("%s: %s", (_, typed, id) => expect(oneMeant(typed, found, asked).id).toBe(id));

  test.each([
    ["several have it", "talks", /^Several may be meant: “Talks at Osthaven”, “Talks \(talks-2\)”/],
    ["two have the name", "jon vale", /^Several may be meant: “Jon Vale”, “JON VALE”\./],
    ["none has it", "harbour", /^No story has these words: “harbour”/],
    ["a part in the middle of a word", "haven", /^No story has these words/],
    ["signs alone", "…", /^Several may be meant/],
  ])("refused where %s", (_, typed, message) => {
    const refusal = (() => {
      try {
        return oneMeant(typed, found, asked);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(Refused);
    const [first] = (refusal as Refused).refusals;
    expect(first?.message).toMatch(message);
    expect(first).toMatchObject({ field: "story", rule: "story.meant" });
    expect(first?.message.match(/“/gu)?.length ?? 0).toBeLessThanOrEqual(5);
  });
});
