import { expect, test } from "vitest";
import { foundIn, placesIn } from "./found";
import { parseQuery } from "./parse";

const queryOf = (typed: string) => {
  const read = parseQuery(typed);
  if ("problem" in read) throw new Error(read.problem.message);
  return read.query;
};

const marked = (text: string, typed: string) =>
  placesIn(text, queryOf(typed))
    .map(([from, to]) => text.slice(from, to))
    .join("|");

test.each([
  ["a word however it is written", "The Détente, the DETENTE", "detente", "Détente|DETENTE"],
  ["a phrase with its signs", "No cease–fire will hold", '"cease fire will"', "cease–fire will"],
  ["the beginning of a word", "prospects of a prospector", "prospec*", "prospects|prospector"],
  ["two that touch, as one", "we will not go", '"we will" "will not"', "we will not"],
  ["none that must not stand there", "peace and war", "peace -war", "peace"],
  ["either of two", "peace and war", "war OR truce", "war"],
  ["letters that stand without spaces", "关于和平的谈判", "和平", "和平"],
  ["a word with a sign that nobody sees", "so\u00adft rain", "soft", "so\u00adft"],
  ["exact words", "The war, we will not go", 'exact:"we will not"', "we will not"],
  ["of near words those that are the same", "We shall not go there", 'near:"we will not go"', "We|not|go"],
  ["no field", "the state captured it", "state:captured", ""],
])("what was looked for is marked: %s", (_, text, typed, wanted) => expect(marked(text, typed)).toBe(wanted));

test("what does not stand in the words is told with where it stands", () => {
  const others = [
    ["place", "Kuala Lumpur"],
    ["event", "ASEAN Summit in Kuala Lumpur"],
  ] as const;
  const search = (typed: string) => foundIn(queryOf(typed), "The prospects look remote.", others);
  expect(search("remote lumpur asean")).toEqual({
    found: [
      { field: "place", text: "Kuala Lumpur", places: [[6, 12]] },
      {
        field: "event",
        text: "ASEAN Summit in Kuala Lumpur",
        places: [
          [0, 5],
          [22, 28],
        ],
      },
    ],
    unseen: [],
  });
  expect(search("remote -asean")).toEqual({ found: [], unseen: [] });
  // one of several is enough
  expect(search("asean OR remote")).toEqual({ found: [], unseen: [] });
  expect(search("Airspace asean OR lumpur state:published OR x")).toEqual({
    found: [{ field: "place", text: "Kuala Lumpur", places: [[6, 12]] }],
    unseen: ["Airspace"],
  });
});
