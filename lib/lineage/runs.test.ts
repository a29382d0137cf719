import { describe, expect, it } from "vitest";
import { reportersWords, runAround, runWithin } from "./runs";

describe("a reporter's own words", () => {
  it.each<[string, string, string, string[]]>([
    ["before and behind", "The mayor said ", " on Monday.", ["The mayor said ", " on Monday."]],
    [
      "without another quotation",
      "“It is over,” he said. ",
      " “Go home,” he added.",
      [" he said. ", " he added."],
    ],
    ["within a longer quotation", "He said: “First, ", " and then,” in Doha.", ["He said: ", " in Doha."]],
    ["behind a mark that is never closed", "“It is over, he said. ", " on Monday.\nThe end.", ["The end."]],
    ["with straight marks", '"It is over," he said. ', ' he added. "Go."', [" he said. ", " he added. "]],
    ["in German", "„Es ist aus“, sagte er. ", " fügte er hinzu.", [", sagte er. ", " fügte er hinzu."]],
    ["without what is withheld", "One. [words withheld] Two. ", "", ["One. ", " Two. "]],
  ])("%s", (_, before, after, own) => expect(reportersWords(before, after)).toEqual(own));
});

describe("a run of the reporters' own words", () => {
  it.each<[string, string, string, string | null]>([
    [
      "of six words",
      "Speaking on the sidelines of the summit, the mayor said",
      "the mayor, on the sidelines of the summit in Doha",
      "on the sidelines of the summit",
    ],
    ["of five words", "on the sidelines of the talks", "who, on the sidelines of the summit", null],
    [
      "of eight words, in another case and with other marks",
      "Speaking on the sidelines of the summit, in Doha, he said",
      "who was, on the Sidelines of the Summit in Doha",
      "on the sidelines of the summit, in Doha",
    ],
    ["in nothing", "", "", null],
  ])("%s", (_, later, earlier, expected) =>
    expect(runAround([later], [earlier])?.text ?? null).toBe(expected),
  );
});

const FIRST = "We will never sign it as long as I live";
const CHANGED = "We shall never sign it as long as I live";

describe("a run within the words", () => {
  it.each<[string, string, string, string[], string | null]>([
    ["where a third has another word", CHANGED, CHANGED, [FIRST], CHANGED],
    ["where nobody has others: each may have heard it", FIRST, FIRST, [], null],
    ["where a third has the same", FIRST, FIRST, [FIRST], null],
    ["where a third only stops sooner", FIRST, FIRST, ["We will never sign it"], null],
    ["where a third says that it leaves out", FIRST, FIRST, ["We will never sign … as long as I live"], null],
    [
      "where a third has a word more",
      "We will sign it as long as I live",
      "We will sign it as long as I live",
      [FIRST],
      "We will sign it as long as I live",
    ],
    ["that does not reach the place", "They shall never sign it as long as I live", CHANGED, [], null],
    [
      "which the two do not share at the place",
      "We will never seal it as long as I live",
      "We will never stamp it as long as I live",
      [FIRST],
      null,
    ],
  ])("%s", (_, later, earlier, others, expected) =>
    expect(runWithin(later, earlier, others)?.text ?? null).toBe(expected),
  );
});
