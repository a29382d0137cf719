import { expect, test } from "vitest";
import { locatePieces } from "@/lib/matching";

const TEXT = "We met at dawn. Nobody slept. We left at noon, and nobody came. It was late.";
const said = (text: string, wording: string, startUtf16?: number) =>
  locatePieces(text, wording, startUtf16)?.pieces.map(([start, end]) => text.slice(start, end)) ?? null;

test.each([
  ["a sign between them", "We met at dawn … We left at noon", ["We met at dawn", "We left at noon"]],
  ["the sign in brackets", "We met […] We left", ["We met", "We left"]],
  ["three stops", "We met ... We left", ["We met", "We left"]],
  ["three stops in brackets", "We met [...] We left", ["We met", "We left"]],
  ["more than two", "We met … Nobody slept … It was late", ["We met", "Nobody slept", "It was late"]],
  ["no space at the sign", "We met…We left", ["We met", "We left"]],
  ["figures", "We met … 7", null],
  ["nothing between them", "We met at dawn", null],
  ["another order", "We left at noon … We met at dawn", null],
  ["the same words that stand once", "Nobody slept … Nobody slept", null],
  ["a first that is not to the letter", "we MET at dawn … We left at noon", null],
  ["a later one that is not to the letter", "We met at dawn … we LEFT at noon", null],
  ["a first that stands nowhere", "Grain was dear … We left", null],
  ["a later one that stands nowhere", "We met … grain was dear this year", null],
  ["a part that is no word", "We met … !", null],
  ["an end that is none", "We met at dawn …", null],
])("with %s", (_, wording, pieces) => expect(said(TEXT, wording)).toEqual(pieces));

test("is no piece of signs alone, also where the text has them", () => {
  expect(said("We met! We left.", "We met … !")).toBeNull();
  expect(said("We met! We left.", "! … We left")).toBeNull();
});

test("tells where the first begins and the last ends", () => {
  const startUtf16 = TEXT.indexOf("Nobody");
  const endUtf16 = TEXT.indexOf(" late.") + " late".length;
  const pieces = [
    [startUtf16, startUtf16 + "Nobody slept".length],
    [endUtf16 - "late".length, endUtf16],
  ];
  expect(locatePieces(TEXT, "Nobody slept … late")).toEqual({ startUtf16, endUtf16, pieces });
});

test("looks for the first near the place given, and for the others behind it", () => {
  const text = "We go. They stay. We go. They come.";
  const second = text.lastIndexOf("We go");
  expect(locatePieces(text, "We go … They", second)).toMatchObject({
    startUtf16: second,
    pieces: [
      [second, second + 5],
      [text.lastIndexOf("They"), text.lastIndexOf("They") + 4],
    ],
  });
  expect(locatePieces(text, "We go … They")?.startUtf16).toBe(0);
  // of two the one that stands nearer
  expect(locatePieces("We go. One. Two. One.", "We go … One")?.endUtf16).toBe(10);
});

test("leaves out at most four thousand signs", () => {
  const text = (apart: number) => `We met${" ".repeat(4)}${"-".repeat(apart - 8)}${" ".repeat(4)}We left.`;
  expect(said(text(4000), "We met … We left")).toEqual(["We met", "We left"]);
  expect(said(text(4001), "We met … We left")).toBeNull();
});

test("has at most forty pieces", () => {
  const wording = (pieces: number) => Array.from({ length: pieces }, (_, at) => `word${at}`).join(" … ");
  const text = Array.from({ length: 50 }, (_, at) => `word${at} and`).join(" ");
  expect(said(text, wording(40))).toHaveLength(40);
  expect(said(text, wording(41))).toBeNull();
});
