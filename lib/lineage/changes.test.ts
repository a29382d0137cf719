import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alteredFrom, areNear, type Change } from "./changes";

const told = (changes: readonly Change[] | null) =>
  changes
    ?.map((change) => {
      if (change.kind === "same") return change.text;
      if (change.kind === "added") return `{+${change.now}+}`;
      return change.kind === "dropped" ? `{-${change.was}-}` : `{${change.was}→${change.now}}`;
    })
    .join("") ?? null;

describe("what a printing made of the words", () => {
  it.each<[string, string, string, string | null]>([
    ["nothing", "“We will sign it tomorrow,”", '"we will sign it tomorrow."', '"we will sign it tomorrow."'],
    ["a word in the place of another", "We will sign it", "We shall sign it", "We {will →shall }sign it"],
    ["a word less", "We will never sign it", "We will sign it", "We will {-never -}sign it"],
    ["a word more", "We will sign it", "We will not sign it", "We will {+not +}sign it"],
    ["the beginning left out", "I think we will sign it", "we will sign it", "{-I think -}we will sign it"],
    ["Arabic", "سوف نوقع الاتفاق غدا", "سوف نوقع الاتفاق اليوم", "سوف نوقع الاتفاق {غدا→اليوم}"],
    ["other words altogether", "We will sign it", "Nobody believes that", null],
    ["an empty wording", "We will sign it", "", null],
  ])("%s", (_, base, wording, expected) => expect(told(alteredFrom(base, wording).changes)).toBe(expected));

  it("is counted by places", () =>
    expect(alteredFrom("we will never sign it in Doha", "we shall sign it in Doha tomorrow").counts).toEqual({
      ...{ added: 1, dropped: 0, altered: 1 },
    }));

  it("leaves the wording whole", () => {
    const words = fc.array(fc.constantFrom("we", "will", "never", "sign", "“it,”", "tomorrow"), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [base, wording] = [one.join(" "), other.join(" ")];
        const { changes } = alteredFrom(base, wording);
        const rest = changes?.map((change) =>
          change.kind === "same" ? change.text : change.kind === "dropped" ? "" : change.now,
        );
        if (rest) expect(rest.join("")).toBe(wording);
      }),
    );
  });
});

describe("nearly the same words", () => {
  it.each<[string, string, boolean]>([
    ["We agreed.", "“We agreed”", true],
    ["We agreed.", "We never agreed", false],
    ["the prospects of détente now look more remote", "“prospects of détente now look remote”", true],
    ["the prospects of détente now look more remote", "détente", false],
    ["one two three four five six seven", "one two three four eight nine ten", false],
    ["one two three four five six", "one two three four nine ten", true],
  ])("%s / %s", (one, other, expected) => {
    expect(areNear(one, other)).toBe(expected);
    expect(areNear(other, one)).toBe(expected);
  });
});
