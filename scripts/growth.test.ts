import { expect, it } from "vitest";
import { toBibtex } from "@/lib/citations/bibtex";
import { toCoins } from "@/lib/citations/coins";
import { namesOf } from "@/lib/citations/csl-item";
import { toRis } from "@/lib/citations/ris";
import { csvRecord } from "@/lib/exports/csv";
import { localPath } from "@/lib/http";
import { locateQuote, moveEdge, surroundingsOf } from "@/lib/matching";
import { olderThan } from "@/lib/paging";
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
  "a cursor": (text) => olderThanOrNull(text),
  "a path": (text) => localPath(`/${text}`),
  locateQuote: (text) => locateQuote(text, "the words that stand nowhere in it"),
  "locateQuote, the text itself": (text) => locateQuote(text, text.slice(0, 400)),
  surroundingsOf: (text) => surroundingsOf(text, text.length >> 1, (text.length >> 1) + 10),
  moveEdge: (text) =>
    moveEdge(text, [text.length >> 1, (text.length >> 1) + 10], { edge: "end", by: "later" }),
  namesOf,
  toBibtex: (text) => toBibtex(item(text)),
  toRis: (text) => toRis(item(text)),
  toCoins: (text) => toCoins(item(text)),
  csvRecord: (text) => csvRecord([text, text]),
};

function olderThanOrNull(after: string) {
  try {
    return olderThan("occurredAt", after);
  } catch {
    return null;
  }
}

const SMALL = 2000;
const TIMES = 8;
// eight where cost follows size, 64 where it follows the square
const TOO_MUCH = 32;
// below this a machine's own pauses are measured
const TOO_LITTLE_MS = 2;

it.each(Object.entries(READERS))(
  "%s takes in eight times as much at eight times the cost",
  (_, read) => {
    const growths = Object.entries(PIECES).map(([name, piece]) => [name, growthOf(read, piece)] as const);
    expect(growths.filter(([, growth]) => growth > TOO_MUCH)).toEqual([]);
  },
  300_000,
);

it("sees the square of a length", () => {
  const square = (text: string) => {
    let sum = 0;
    for (let one = 0; one < text.length; one += 4)
      for (let other = 0; other < text.length; other++) sum += text.charCodeAt(other);
    return sum;
  };
  expect(growthOf(square, "ab ")).toBeGreaterThan(TOO_MUCH);
});

function growthOf(read: (text: string) => unknown, piece: string): number {
  const made = (size: number) => piece.repeat(Math.ceil(size / piece.length));
  const [small, large] = [made(SMALL), made(SMALL * TIMES)];
  read(small);
  let lowest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4 && lowest > TOO_MUCH; round++) {
    const [one, eight] = [timeOf(read, small), timeOf(read, large)];
    lowest = Math.min(lowest, eight < TOO_LITTLE_MS ? TIMES : eight / one);
  }
  return lowest;
}

/** The least of three in time of the processor, which others on the machine do not take. */
function timeOf(read: (text: string) => unknown, text: string): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const from = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(from);
      return Math.max(user + system, 1) / 1000;
    }),
  );
}
