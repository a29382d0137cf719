import { describe, expect, it } from "vitest";
import { pictureOfClaim, pictureOfSpeaker, pictureOfStatement, pictureOfStory } from "./model";

const PLAIN = {
  publicId: "st-7k2m9q",
  ...{ wording: "“We will cross.”", editMarks: "[]", introduction: null, form: "direct", language: "en" },
  ...{ isDenial: false, state: "published", hops: [], verdicts: [], corrections: [], retractions: [] },
  ...{ originalLanguage: null, originalWording: null, translatedBy: null, attribution: "a minister" },
  ...{ roleThen: "minister", addressee: "Al Jazeera", saidOnPrecision: "day" },
  saidOn: new Date("2025-10-27"),
  speaker: { name: "Ada Open", kind: "person" },
  source: {
    ...{ title: "Talks", publishedOn: new Date("2025-10-28"), publishedOnPrecision: "month" },
    outlet: { name: "The Paper" },
  },
};
const plain = (text: string) => text.replace(/[\u2068\u2069]/gu, "");

describe("a picture of a statement", () => {
  it("says who, as what, to whom, when and where", () => {
    const { name, about, words, kind, notice } = pictureOfStatement(PLAIN);
    expect([name, ...about.map(plain)]).toEqual([
      "Ada Open",
      "minister, to Al Jazeera, 27 October 2025",
      "The Paper, October 2025",
    ]);
    expect({ words, kind, notice }).toEqual({ words: "“We will cross.”", kind: null, notice: null });
  });

  it.each([
    [
      { state: "retracted", retractions: [{ confirmedAt: new Date("2025-11-03") }] },
      "Retracted on 3 November 2025.",
    ],
    [
      { corrections: [{ versionNumber: 2, kind: "correction", givenAt: new Date("2025-11-04") }] },
      "Corrected on 4 November 2025, version 2.",
    ],
    [{ isDenial: true }, "Denies:"],
    [{ introduction: "Ankara expressed" }, "[Ankara expressed]"],
    [{ hops: [{ name: "Axios" }] }, "[second-hand, through Axios]"],
    [{ originalLanguage: "ps", translatedBy: "Jane Roe" }, "[translated from Pashto by Jane Roe]"],
    [{ verdicts: [{ axis: "said", value: "fabricated" }] }, "[judged to be fabricated]"],
    [{ form: "indirect" }, "Paraphrase"],
  ])("of %j says %s", (more, said) => {
    const { notice, before, behind, kind } = pictureOfStatement({ ...PLAIN, ...more });
    expect([notice, before, behind, kind]).toContain(said);
  });

  it("cuts the words alone, and at a word", () => {
    const hops = Array.from({ length: 30 }, (_, index) => ({ name: `The Paper of Place ${index}` }));
    const wording = `“${"so many words ".repeat(100)}”`;
    const { words, behind } = pictureOfStatement({ ...PLAIN, wording, hops });
    expect(words).toMatch(/^“so many words .* (so|many|words)…$/u);
    expect(words.length).toBeLessThanOrEqual(521);
    expect(behind).toContain("The Paper of Place 29");
  });

  it("names nobody where nobody is known", () => {
    expect(pictureOfStatement({ ...PLAIN, speaker: null }).name).toBe("a minister");
    expect(pictureOfStatement({ ...PLAIN, speaker: null, attribution: "" }).name).toBe("an unnamed voice");
  });
});

describe("a picture of a claim", () => {
  const claim = { slug: "lorries", proposition: "Lorries cross.", state: "published" };
  const asOf = new Date("2025-11-03");

  it.each([
    [null, "Not judged by this desk"],
    [{ scaleLabel: { label: "False" }, asOf }, "Judged “False”, as of 3 November 2025"],
    [{ scaleLabel: null, asOf }, "Judged in words, as of 3 November 2025"],
  ])("with %j says %s", (found, said) => {
    expect(pictureOfClaim(claim, found)).toMatchObject({
      kind: "Claim",
      words: "Lorries cross.",
      name: said,
    });
  });

  it("that was withdrawn says so and nothing of a verdict", () => {
    const withdrawn = pictureOfClaim(
      { ...claim, state: "withdrawn" },
      { scaleLabel: { label: "False" }, asOf },
    );
    expect(withdrawn).toMatchObject({ notice: "Withdrawn.", name: "" });
  });
});

it("of a speaker says what they are now", () => {
  const affiliations = [
    { role: "mayor", body: "Kabul", heldTo: new Date("2020-01-01") },
    { role: "minister", body: "Interior", heldTo: null },
  ];
  const { words, about } = pictureOfSpeaker({ slug: "ada", name: "Ada Open", affiliations }, 1214);
  expect([words, ...about.map(plain)]).toEqual([
    "Ada Open",
    "minister, Interior",
    "1,214 statements on record",
  ]);
});

it("of a withdrawn story says so and nothing else of it", () => {
  const story = { slug: "lock", title: "The lock", summary: "How it broke.", withdrawnAt: null };
  expect(pictureOfStory(story)).toMatchObject({ notice: null, about: ["How it broke."] });
  expect(pictureOfStory({ ...story, withdrawnAt: new Date(0) })).toMatchObject({
    notice: "Withdrawn.",
    about: [],
  });
});
