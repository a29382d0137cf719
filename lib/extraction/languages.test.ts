import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asLine, linesOf } from "./fixtures/kinds";
import { extract } from "./index";

describe.each([["de", "german", 80]])("%s: a table of our own sentences", (language, name, least) => {
  const lines = linesOf(name);

  it("holds many kinds", () => {
    expect(lines.length).toBeGreaterThanOrEqual(least);
  });

  it.each(lines.map(({ kind, text, expect: wanted }) => [`${kind}: ${text.slice(0, 60)}`, text, wanted]))(
    "%s",
    (_name, text, wanted) => {
      expect(asLine(extract(text ?? "", { language }))).toBe(wanted);
    },
  );
});

const WORDS: Readonly<Record<string, string>> = {
  de: "sagte sagen hat gesagt dass ob so laut nach Angaben von der die das er sie Meier Frau Minister teilte mit räumte ein sei habe „ “ ‚ ‘ » « : , . ? ! ( ) – und zufolge wie nicht niemand Berlin 3. ⏎",
};

describe.each(Object.entries(WORDS))("any string in %s", (language, list) => {
  const text = fc
    .array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...list.split(" ").map((word) => (word === "⏎" ? "\n\n" : word))),
        },
        fc.string({ unit: "binary", maxLength: 5 }),
      ),
      { maxLength: 120 },
    )
    .map((words) => words.join(" "));

  it("is read without an exception, in exact slices, in order, and one statement in another only as a hop", () => {
    fc.assert(
      fc.property(text, (source) => {
        let previous = -1;
        const found = extract(source, { language });
        for (const { pieces, speaker, cue, startUtf16, wording } of found) {
          for (const span of [...pieces, ...(speaker ? [speaker.mention] : []), ...(cue ? [cue] : [])])
            expect(source.slice(span.startUtf16, span.endUtf16)).toBe(span.text);
          expect(startUtf16).toBeGreaterThanOrEqual(previous);
          expect(wording.trim()).not.toBe("");
          previous = startUtf16;
        }
        for (const [at, one] of found.entries())
          for (const other of found.slice(at + 1)) {
            const meets = one.pieces.some((a) =>
              other.pieces.some((b) => a.startUtf16 < b.endUtf16 && b.startUtf16 < a.endUtf16),
            );
            if (meets) expect(one.chain.length + other.chain.length).toBeGreaterThan(0);
          }
        expect(extract(source, { language })).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  // work that grows with the square of the length would take minutes
  it.each([
    ["one cue", list.split(" ")[0] ?? ""],
    ["opening marks", "„"],
    ["names and cues", `Anna Weber ${list.split(" ")[0]}, „ja“. `],
    ["all words", `${list.replaceAll("⏎", "")} `],
  ])(
    "reads two hundred thousand characters of %s",
    (_name, piece) => {
      const source = `${piece} `.repeat(Math.ceil(200_000 / (piece.length + 1)));
      expect(extract(source, { language }).length).toBeGreaterThanOrEqual(0);
    },
    60_000,
  );
});
