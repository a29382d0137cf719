import { describe, expect, it } from "vitest";
import { nameKeyOf, statementKeyOf } from "./keys";
import { parseQuery } from "./parse";
import { isRankable, phrasesOf, relevanceOf } from "./rank";

const asked = (q: string) => {
  const read = parseQuery(q);
  return "query" in read ? read.query : expect.unreachable(q);
};
const score = (q: string, said: Parameters<typeof statementKeyOf>[0], speaker = "") =>
  relevanceOf(asked(q), { searchKey: statementKeyOf(said), speakerKey: speaker && nameKeyOf(speaker) });

const WORDING = "We will not sign the treaty.";

describe("what answers a search better", () => {
  it.each([
    ["the words that were said, before those around them", "treaty", WORDING, "treaty"],
    ["all words in the wording, before one of them beside it", "sign treaty", WORDING, "sign"],
  ])("%s", (_, q, wording, beside) => {
    const other = { wording: "Nothing of it.", context: `On the ${beside} of the year, and the treaty.` };
    expect(score(q, { wording })).toBeGreaterThan(score(q, other));
  });

  it("is who is called so, as much as who is spoken of, and more than where it is mentioned", () => {
    const spoken = score("marlow", { wording: "Marlow is wrong." });
    const speaks = score("marlow", { wording: "I am not." }, "Ada Marlow");
    const beside = score("marlow", { wording: "I am not.", context: "Of Marlow." });
    const source = score("marlow", { wording: "I am not." });
    expect([speaks, beside > source, spoken > beside]).toEqual([spoken, true, true]);
  });

  it("is what has them in a row, as they were typed, also where the last is only begun", () => {
    const row = { wording: "They sign the treaty at once." };
    const apart = { wording: "The treaty they sign is old." };
    expect(score("sign the treaty", row)).toBeGreaterThan(score("sign the treaty", apart));
    expect(score("sign the trea*", row)).toBeGreaterThan(score("sign the trea*", apart));
    expect(score("treaty", row)).toBe(score("treaty", apart));
  });

  it("is of two that may stand the better place", () => {
    expect(score("treaty OR nothing", { wording: WORDING })).toBe(score("treaty", { wording: WORDING }));
  });

  it("does not depend on what must not stand, nor on fields without words", () => {
    expect(score("treaty -war form:direct", { wording: WORDING })).toBe(
      score("treaty", { wording: WORDING }),
    );
  });
});

it.each([
  ["treaty", true],
  ['"the treaty"', true],
  ['near:"we will never sign it"', true],
  ["-treaty", false],
  ["form:direct speaker:marlow", false],
  ["…", false],
])("%s can be answered better or worse: %s", (q, isSo) => {
  expect(isRankable(asked(q))).toBe(isSo);
  expect(phrasesOf(asked(q)).length > 0).toBe(isSo);
});
