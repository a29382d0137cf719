import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opensWithMark, voicesOf } from "./voices";

const FORMS = fc.constantFrom("direct", "mixed", "indirect");
const speakers = (wording: string, form: string) =>
  voicesOf(wording, form)
    .filter(({ voice }) => voice === "speaker")
    .map(({ text }) => text);

describe("whose words they are", () => {
  it.each([
    ["He could “solve the crisis very quickly,”", ["“solve the crisis very quickly,”"]],
    ["“One,” he said, “two.”", ["“One,”", "“two.”"]],
    ['called it "open war" again', ['"open war"']],
    ["il parle de « guerre ouverte » là", ["« guerre ouverte »"]],
    ["sprach von „offenem Krieg“ dort", ["„offenem Krieg“"]],
    ["said it’s ‘Kabul’s own matter’ now", ["‘Kabul’s own matter’"]],
    ["the soldiers’ word for it", []],
    ["“First paragraph.\n\n“Second paragraph.”", ["“First paragraph.\n\n“Second paragraph.”"]],
    ["no marks at all", []],
  ])("mixed: %s", (wording, spoken) => expect(speakers(wording, "mixed")).toEqual(spoken));

  it("gives every character back, in order, in any form", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab ‘’“”"«».\n') }), FORMS, (wording, form) => {
        expect(
          voicesOf(wording, form)
            .map(({ text }) => text)
            .join(""),
        ).toBe(wording);
      }),
    );
  });

  it("gives a direct wording wholly to the speaker and an indirect one wholly to the reporter", () => {
    expect(speakers("He said “no”", "direct")).toEqual(["He said “no”"]);
    expect(speakers("He said “no”", "indirect")).toEqual([]);
  });
});

it.each([
  ["“words”", true],
  ["« mots »", true],
  ["words “later”", false],
])("%s hangs its mark: %s", (text, hangs) => expect(opensWithMark(text)).toBe(hangs));
