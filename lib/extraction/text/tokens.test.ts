import { expect, it } from "vitest";
import { stemOf } from "../languages/en/lemmas";
import { tokenize } from "./tokens";

it.each([
  ["O’Malley’s vice-president didn’t say", ["O’Malley", "’s", "vice-president", "did", "n’t", "say"]],
  ["The U.S. paid $1,500.50 to AT&T.", ["The", "U.S.", "paid", "$", "1,500.50", "to", "AT&T", "."]],
  ["Mr. Khan left No. 10", ["Mr.", "Khan", "left", "No.", "10"]],
  ["((((", ["(((("]],
])("splits %s", (text, expected) => {
  const tokens = tokenize(text);
  expect(tokens.map((token) => token.text)).toEqual(expected);
  for (const token of tokens) expect(text.slice(token.startUtf16, token.endUtf16)).toBe(token.text);
});

it("gives the forms of a verb one stem", () => {
  const stems = (["argue VB", "argues VBZ", "argued VBD", "arguing VBG"] as const).map((pair) => {
    const [word = "", tag = ""] = pair.split(" ");
    return stemOf(word, tag);
  });
  expect(new Set(stems).size).toBe(1);
  expect(stemOf("told", "VBD")).toBe(stemOf("tells", "VBZ"));
  expect(stemOf("denied", "VBD")).toBe(stemOf("deny", "VB"));
});
