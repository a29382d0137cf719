import { expect, it } from "vitest";
import { sentenceCase } from "@/lib/citations/sentence-case";
import { readXml } from "@/lib/citations/xml";
import { toReadable } from "@/lib/claimreview";
import { toBibtex } from "@/lib/exports/bibtex";
import { csvRecord } from "@/lib/exports/csv";
import { toRis } from "@/lib/exports/ris";
import { localPath } from "@/lib/http";
import { locateQuote, moveEdge, repeatsWords, surroundingsOf } from "@/lib/matching";
import { LONGEST_BYLINE_UTF16, namesInByline } from "@/lib/names/byline";
import { readNames } from "@/lib/names/written";
import { olderThan } from "@/lib/paging";
import { parseQuery } from "@/lib/query";
import { paragraphsIn } from "@/lib/reports/model";
import { nameKey, sortNameOf, surnameKey, untitledKey } from "@/lib/speakers";
import { findEditMarks, shortWording, statementFilterSchema } from "@/lib/statements";
import {
  foldForSearch,
  normaliseForMatching,
  normaliseName,
  parseDated,
  slugify,
  takeBytes,
  takeText,
} from "@/lib/text";
import { linesOf } from "@/lib/zip/server";
import { growthOf, TIMES, TOO_MUCH } from "../bench/growth";

// What strangers and colleagues send is read by these. Each is given texts that repeat what it looks for, and twice as much.

const PIECES = {
  letters: "a",
  words: "the minister said ",
  spaces: " ",
  newlines: "\r\n",
  "opening marks": "“",
  "marks and words": "“No,” she said. ",
  quotes: "' \" ",
  brackets: "([{",
  "pairs of brackets": "[…] (sic) ",
  dots: ".",
  stars: "*",
  digits: "1",
  dates: "2026-05-12T",
  "combining marks": "e\u0301\u0323",
  "zero width": "\u200b\u00ad",
  tags: "<b><i>",
  entities: "&amp;",
  escapes: "%25",
  slashes: "/../",
  commas: "a, b; ",
  "capitals and dots": "A. B. ",
  arabic: "قال «لا» ",
  emoji: "👩‍🚀",
  mailboxes: "a@a.",
  "names and signs": "A & ",
} as const;

const item = (text: string) =>
  ({ id: "st-1", type: "article", title: text, note: text, author: [{ literal: text }] }) as const;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  foldForSearch,
  normaliseForMatching,
  normaliseName,
  slugify,
  parseDated,
  takeText,
  takeBytes: (text) => takeBytes(new TextEncoder().encode(text)),
  nameKey,
  untitledKey,
  surnameKey,
  sortNameOf: (text) => sortNameOf(text, "person"),
  findEditMarks,
  shortWording: (text) => shortWording(text, 200),
  "a search": (text) => statementFilterSchema.parse({ q: text, speaker: [text], form: text, after: text }),
  parseQuery,
  "parseQuery, one word": (text) => parseQuery(text.replace(/\s+/gu, "*")),
  paragraphsIn,
  "findEditMarks, unclosed": (text) => findEditMarks(`(sic${text}`),
  "a cursor": (text) => olderThanOrNull(text),
  "a path": (text) => localPath(`/${text}`),
  locateQuote: (text) => locateQuote(text, "the words that stand nowhere in it"),
  "locateQuote, the text itself": (text) => locateQuote(text, text.slice(0, 400)),
  repeatsWords: (text) => repeatsWords(text, ["some sealed words of one", text.slice(0, 100)]),
  surroundingsOf: (text) => surroundingsOf(text, text.length >> 1, (text.length >> 1) + 10),
  moveEdge: (text) =>
    moveEdge(text, [text.length >> 1, (text.length >> 1) + 10], { edge: "end", by: "later", unit: "word" }),
  "moveEdge, a sentence": (text) =>
    moveEdge(text, [text.length >> 1, (text.length >> 1) + 10], {
      edge: "end",
      by: "later",
      unit: "sentence",
    }),
  namesInByline,
  readNames,
  toBibtex: (text) => toBibtex(item(text)),
  sentenceCase: (text) => sentenceCase(text),
  toRis: (text) => toRis(item(text)),
  // as many elements beside one another as a file may have at most
  "readXml of a style": (text) => readXml(`<a>${"<b/>".repeat(Math.min(39_000, text.length))}</a>`),
  csvRecord: (text) => csvRecord([text, text]),
};

function olderThanOrNull(after: string) {
  try {
    return olderThan("occurredAt", after);
  } catch {
    return null;
  }
}

// above the longest stretch that is segmented at once (lib/text): within it a run of invisible signs costs its square
const SMALL = 4000;

it.each(Object.entries(READERS))(
  "%s costs in proportion to what it takes in",
  async (_, read) => {
    const growths: [string, number][] = [];
    for (const [name, piece] of Object.entries(PIECES)) growths.push([name, await growthWith(read, piece)]);
    expect(growths.filter(([, growth]) => growth > TOO_MUCH)).toEqual([]);
  },
  300_000,
);

it("a byline as long as is read costs in proportion to its length", async () => {
  const longest = Math.floor((LONGEST_BYLINE_UTF16 - 2) / TIMES);
  const read = (text: string) => namesInByline(`${text} y`);
  for (const piece of Object.values(PIECES)) {
    const make = (size: number) => piece.repeat(size).slice(0, size);
    expect(await growthOf(make, read, longest), piece).toBeLessThan(TOO_MUCH);
  }
});

it.each(["<script ", '<script type="application/ld+json">', "<link rel=canonical ", "<link ", "<b>"])(
  "a page of %s with fact checks costs in proportion to its length",
  async (piece) => {
    const make = (size: number) => `<html>${piece.repeat(size)}`;
    expect(await growthOf(make, toReadable, 500)).toBeLessThan(TOO_MUCH);
  },
);

it("a line of an archive that comes in many pieces costs in proportion to its length", async () => {
  const make = (pieces: number) => Array<Uint8Array>(pieces).fill(new Uint8Array(512).fill(97));
  const read = async (pieces: readonly Uint8Array[]) => {
    async function* withEnd() {
      yield* pieces;
      yield new Uint8Array([10]);
    }
    for await (const line of linesOf(withEnd(), "a.jsonl", Number.POSITIVE_INFINITY))
      expect(line[0]).toBe("a");
  };
  expect(await growthOf(make, read, 500)).toBeLessThan(TOO_MUCH);
});

it("sees the square of a length", async () => {
  const square = (text: string) => {
    let sum = 0;
    for (let one = 0; one < text.length; one += 4)
      for (let other = 0; other < text.length; other++) sum += text.charCodeAt(other);
    return sum;
  };
  // what surrounds the smaller of two runs can hide it, once
  await expect.poll(() => growthWith(square, "ab "), { timeout: 100_000 }).toBeGreaterThan(TOO_MUCH);
}, 120_000);

/** The worse of two: the piece up to the end, and with a letter behind, where what looks for an end does not find it at once. */
async function growthWith(read: (text: string) => unknown, piece: string): Promise<number> {
  const make = (size: number) => piece.repeat(Math.ceil(size / piece.length));
  const open = await growthOf(make, read, SMALL);
  return open > TOO_MUCH ? open : Math.max(open, await growthOf((size) => `x${make(size)}y`, read, SMALL));
}
