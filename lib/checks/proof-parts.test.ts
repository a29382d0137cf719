import { expect, it } from "vitest";
import { type ProofSentence, proofOf } from "./proof";
import { proofParts } from "./proof-parts";

const SAID = "The ferry left at noon with forty passengers and a piano. Nobody on the quay had asked why. ";
const sheetOf = (text: string) =>
  proofOf(text, { findings: [], decided: new Set(), marks: [], language: "en" }).sentences;
const partsOf = (text: string) => proofParts(text, sheetOf(text));
const paragraphs = (many: number, text = SAID.repeat(4)) =>
  Array.from({ length: many }, () => text.trim()).join("\n\n");

it("shows a draft of some thousand words whole, and nothing of an empty one", () => {
  expect(partsOf(paragraphs(60))).toHaveLength(1);
  expect(partsOf("")).toEqual([]);
});

it("shows every sentence of a long draft once, each paragraph in one part", () => {
  const text = paragraphs(500);
  const parts = partsOf(text);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flat(2)).toEqual(sheetOf(text));
  expect(parts.flat().every((paragraph) => paragraph.length === 8)).toBe(true);
});

it("parts a draft that is one endless paragraph too", () => {
  const text = SAID.repeat(1200);
  const parts = partsOf(text);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flat(2)).toEqual(sheetOf(text));
});

it("shows less where every word has a state of its own", () => {
  const text = paragraphs(200);
  const sentences: ProofSentence[] = sheetOf(text).map((sentence) => ({
    ...sentence,
    runs: [...text.slice(sentence.start, sentence.end).matchAll(/\w+/g)].map(({ index, 0: word }, at) => ({
      ...{ start: sentence.start + index, end: sentence.start + index + word.length },
      state: at % 2 ? "query" : "verified",
    })),
  }));
  expect(proofParts(text, sentences).length).toBeGreaterThan(2 * proofParts(text, sheetOf(text)).length);
});
