import { expect, test } from "vitest";
import { excerptsOf, occurredAtOf, sameAddresses } from "./model";

const TEXT = "One. Two. Three. Four. Five.";
const around = (words: string, state = "exact") => {
  const start = TEXT.indexOf(words);
  return { state, contextStartUtf16: start, contextEndUtf16: start + words.length };
};

test.each([
  ["nothing without anchors", [], []],
  ["one stretch an anchor", [around("Four."), around("One.")], ["One.", "Four."]],
  ["one stretch where they overlap", [around("One. Two."), around("Two. Three.")], ["One. Two. Three."]],
  ["one stretch where only a space parts them", [around("One."), around("Two.")], ["One. Two."]],
  ["the longer when one holds the other", [around("One. Two. Three."), around("Two.")], ["One. Two. Three."]],
  ["nothing for words that are lost", [around("One.", "lost")], []],
])("%s", (_, anchors, expected) => {
  const excerpts = excerptsOf(TEXT, anchors);
  expect(excerpts.map(([start, end]) => TEXT.slice(start, end))).toEqual(expected);
});

test.each([
  ["https://courier.example/a", "https://courier.example/a/", true],
  ["https://courier.example/a", "http://courier.example/a", true],
  ["https://courier.example/a/?utm_source=mail&fbclid=x#part", "https://courier.example/a", true],
  ["https://courier.example/a?id=1&utm_medium=x", "https://courier.example/a?id=1", true],
  ["https://courier.example/a?id=2", "https://courier.example/a?id=1", false],
  ["https://courier.example/b", "https://courier.example/a", false],
  ["no address", "no address", true],
])("%s finds what is kept as %s: %s", (given, kept, isSame) => {
  expect(sameAddresses(given).includes(kept)).toBe(isSame);
});

test.each([
  ["its occasion", "2026-03-01", "2026-03-05", "2026-03-01"],
  [
    "its occasion behind the day of its source, as the record has it",
    "2026-03-09",
    "2026-03-05",
    "2026-03-09",
  ],
  ["the day of its source", null, "2026-03-05", "2026-03-05"],
  ["the capture, of an issue that is dated ahead", null, "2026-04-01", "2026-03-10"],
  ["the capture", null, null, "2026-03-10"],
])("a statement counts as said by %s", (_, saidOn, publishedOn, expected) => {
  const date = (day: string | null) => (day === null ? null : new Date(day));
  expect(occurredAtOf(date(saidOn), date(publishedOn), new Date("2026-03-10"))).toEqual(new Date(expected));
});
