import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asLine, linesOf } from "./fixtures/kinds";
import { extract } from "./index";

describe.each([
  ["de", "german", 80],
  ["es", "spanish", 80],
])("%s: a table of our own sentences", (language, name, least) => {
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

describe("languages without rules", () => {
  const lines = linesOf("many-languages");

  // "fr: marks" names the language of the lines under it
  it.each(lines.map(({ kind, text, expect: wanted }) => [kind.slice(0, 2), text, wanted]))(
    "%s: %s",
    (language, text, wanted) => {
      expect(asLine(extract(text ?? "", { language: language ?? "" }))).toBe(wanted);
    },
  );
});

const WORDS: Readonly<Record<string, string>> = {
  de: "sagte sagen hat gesagt dass ob so laut nach Angaben von der die das er sie Meier Frau Minister teilte mit räumte ein sei habe „ “ ‚ ‘ » « : , . ? ! ( ) – und zufolge wie nicht niemand Berlin 3. ⏎",
  es: "dijo decir ha dicho que si según a juicio de el la los él ella Pérez señora ministro añadió negó no nadie « » “ ” — : , . ¿ ? ¡ ! ( ) y Madrid del fuentes ⏎",
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

describe("what a reporter is told", () => {
  it.each([
    [
      "de",
      "Die Sängerin Mia Hartmann sagte am Dienstag, sie komme.",
      "*sagte* with a clause in reported speech",
      "am Dienstag",
    ],
    [
      "de",
      "Am 3. Oktober 2026 sagte Anna Weber: „Wir öffnen.“",
      "*sagte* with a colon",
      "Am 3. Oktober 2026",
    ],
    [
      "es",
      "El martes, la ministra Rosa Gil dijo que vendrá.",
      "*dijo* with a clause of what is said",
      "El martes",
    ],
  ])("%s: %s", (language, text, because, when) => {
    const [found] = extract(text, { language });
    expect(found?.evidence.map((one) => one.because)).toContain(because);
    expect(found?.said?.when?.text).toBe(when);
    expect(found?.speaker?.bearer?.sort ?? "person").toBe("person");
  });

  it("tells a denial, and the form of what others say", () => {
    const [found] = extract("Der Makler Paul Roth bestritt, dass er das Geld habe.", { language: "de" });
    expect(found?.isDenial).toBe(true);
    expect(found?.evidence.map((one) => one.because)).toContain("*habe* is the form for what others say");
  });
});
