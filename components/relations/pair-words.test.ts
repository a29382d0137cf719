import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparedWords, type Stretch } from "./pair-words";

const text = (side: readonly Stretch[]) => side.map((stretch) => stretch.text).join("");
const only = (side: readonly Stretch[]) =>
  side.filter((stretch) => stretch.isOnlyHere).map((stretch) => stretch.text);

describe("comparedWords", () => {
  it("marks replaced words on both sides", () => {
    const { left, right } = comparedWords(
      { wording: "the prospects now look increasingly remote", form: "direct" },
      { wording: "the prospects now look rather good", form: "direct" },
    );
    expect(only(left)).toEqual(["increasingly remote"]);
    expect(only(right)).toEqual(["rather good"]);
  });

  it("puts a caret where words are missing", () => {
    const { left, right } = comparedWords(
      { wording: "prospects look increasingly remote", form: "direct" },
      { wording: "prospects look remote", form: "direct" },
    );
    expect(only(left)).toEqual(["increasingly"]);
    expect(right.filter((stretch) => stretch.missing > 0)).toMatchObject([
      { text: "prospects look", missing: 1 },
    ]);
  });

  it("puts a caret before the first word", () => {
    const { right } = comparedWords(
      { wording: "never we gave them shelter", form: "direct" },
      { wording: "we gave them shelter", form: "direct" },
    );
    expect(right[0]).toMatchObject({ text: "", missing: 1 });
  });

  it("overlooks quotation marks, dashes and case", () => {
    const { left, right } = comparedWords(
      { wording: "“We won’t go”", form: "direct" },
      { wording: "we won't go", form: "direct" },
    );
    expect([...only(left), ...only(right)]).toEqual([]);
  });

  it("marks nothing when the sentences share little", () => {
    const { left, right } = comparedWords(
      { wording: "solve the crisis very quickly", form: "direct" },
      { wording: "deep-rooted distrust and conflicting priorities", form: "direct" },
    );
    expect([...only(left), ...only(right)]).toEqual([]);
  });

  it("loses and adds no character, whatever the words", () => {
    const wording = fc
      .array(fc.constantFrom("a", "b", "c", "“d”", "é", "— ", "کابل"), { maxLength: 12 })
      .map((w) => w.join(" "));
    const form = fc.constantFrom("direct", "mixed", "indirect");
    fc.assert(
      fc.property(wording, wording, form, (a, b, kind) => {
        const { left, right } = comparedWords({ wording: a, form: kind }, { wording: b, form: kind });
        return text(left) === a && text(right) === b;
      }),
    );
  });
});

it("keeps the voices apart under the marks", () => {
  const { left } = comparedWords(
    { wording: "They blamed “instructions” from Kabul", form: "mixed" },
    { wording: "They blamed “orders” from Kabul", form: "mixed" },
  );
  expect(left.map(({ text, voice, isOnlyHere }) => [text, voice, isOnlyHere])).toEqual([
    ["They blamed ", "reporter", false],
    ["“", "speaker", false],
    ["instructions", "speaker", true],
    ["”", "speaker", false],
    [" from Kabul", "reporter", false],
  ]);
});
