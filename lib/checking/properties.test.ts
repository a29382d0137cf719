import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft, type FindingLabel } from "./index";

// words with a meaning of their own, so that each changes what is said
const NOUNS =
  "river bridge teacher window garden letter engine harvest winter council kitchen mountain doctor village market forest island signal ladder mirror".split(
    " ",
  );
const VERBS = "repaired counted painted visited measured guarded carried opened buried lifted".split(" ");
const NUMBERS = ["12", "twelve", "340", "1,200", "1.5 million", "7 per cent", "nineteen"];
const OTHER_NUMBERS = ["13", "thirteen", "430", "12,000", "1.6 million", "70 per cent", "ninety"];

const sentence = fc
  .tuple(
    fc.constantFrom(...NOUNS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...NUMBERS),
    fc.constantFrom(...NOUNS),
    fc.constantFrom(...NOUNS),
    fc.boolean(),
  )
  .map(([subject, verb, number, object, place, isNot]) => [
    "The",
    subject,
    isNot ? "has not" : "has",
    verb,
    number,
    `${object}s`,
    "behind",
    "the",
    place,
    "and",
    "the",
    "old",
    "mill",
  ]);
const material = fc.array(sentence, { minLength: 2, maxLength: 6 });

const said = (words: readonly string[]) => words.join(" ");

function labelOf(quoted: string, sentences: readonly (readonly string[])[]): FindingLabel | undefined {
  const text = sentences
    .map((one, at) => `${at % 2 === 0 ? "IDA RASK" : "JON WEIR"}: ${said(one)}.`)
    .join("\n\n");
  const speaker = "Ida Rask";
  const { findings } = checkDraft(`“${quoted},” ${speaker} said.`, {
    texts: [{ id: "a", title: "a.txt", text }],
    statements: [],
  });
  expect(findings).toHaveLength(1);
  return findings[0]?.label;
}

const FINE: readonly (FindingLabel | undefined)[] = ["exact", "cosmetic"];

describe("a quotation", () => {
  it("of which a content word, a number or a negation is another one is never exact or cosmetic", () => {
    const change = fc.constantFrom(
      "subject",
      "verb",
      "number",
      "object",
      "place",
      "negation",
      "dropped",
      "added",
    );
    fc.assert(
      fc.property(material, change, fc.nat(), (sentences, what, seed) => {
        const own = [...(sentences[0] ?? [])];
        const other = (list: readonly string[], word: string) =>
          list.filter((each) => each !== word)[seed % (list.length - 1)] ?? "";
        if (what === "subject") own[1] = other(NOUNS, own[1] ?? "");
        if (what === "verb") own[3] = other(VERBS, own[3] ?? "");
        if (what === "number") own[4] = OTHER_NUMBERS[NUMBERS.indexOf(own[4] ?? "")] ?? "";
        if (what === "object") own[5] = `${other(NOUNS, (own[5] ?? "").slice(0, -1))}s`;
        if (what === "place") own[8] = other(NOUNS, own[8] ?? "");
        if (what === "negation") own[2] = own[2] === "has" ? "has never" : "has";
        if (what === "dropped") own.splice(3 + (seed % 3), 1);
        if (what === "added") own.splice(4 + (seed % 4), 0, "secretly");
        // what came out may be another sentence of the record
        fc.pre(!sentences.some((one) => said(one) === said(own)));
        expect(FINE).not.toContain(labelOf(said(own), sentences));
      }),
      { numRuns: 150 },
    );
  });

  it("as it stands is nothing else, however it is printed", () => {
    const print = fc.constantFrom(
      (words: string) => words,
      (words: string) => words.replaceAll(" ", "\u00a0"),
      (words: string) => words.replace("behind", "be\u00adhind"),
      (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`,
      (words: string) =>
        words.replace("twelve", "12").replace("1.5 million", "1,500,000").replace("per cent", "percent"),
      (words: string) => words.replace(" and the", ", and the"),
      (words: string) => words.normalize("NFD"),
    );
    fc.assert(
      fc.property(material, print, (sentences, printed) => {
        expect(FINE).toContain(labelOf(printed(said(sentences[0] ?? [])), sentences));
      }),
      { numRuns: 80 },
    );
  });
});

it("any draft is checked, and findings are slices in the order of the text", () => {
  const piece = fc.constantFrom(
    "“",
    "”",
    '"',
    "said",
    "Ida Rask",
    "that",
    "…",
    "[",
    "]",
    "\n\n",
    "the river",
    "12",
    ".",
    ",",
    "not",
    "—",
    "(sic)",
    "Er",
  );
  const text = fc.array(piece, { maxLength: 60 }).map((all) => all.join(" "));
  fc.assert(
    fc.property(text, text, (draft, held) => {
      const { findings } = checkDraft(draft, {
        texts: [{ id: "a", title: "a", text: held }],
        statements: [],
      });
      for (const { start, end, text: own, match } of findings) {
        expect(draft.slice(start, end)).toBe(own);
        if (match) expect(held.slice(match.start, match.end)).toBe(match.text);
      }
      const starts = findings.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
    }),
    { numRuns: 200 },
  );
});

it("a label of fifty thousand signs is no name, and no reason to fail", () => {
  const text = `IDA RASK: ${"A ".repeat(9)}\n\n${"A".repeat(50_000)}: The boat is new.\n\nIDA RASK: No.`;
  const { findings } = checkDraft("“The boat is new,” Ida Rask said.", {
    texts: [{ id: "a", title: "a", text }],
    statements: [],
  });
  expect(findings).toHaveLength(1);
});
