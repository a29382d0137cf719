import { describe, expect, it } from "vitest";
import { lineageOf, type Printing, printedIn } from "@/lib/lineage";
import { changesInWords, orderInWords, printedInWords } from "./lineage-words";

let count = 0;
const printing = (outlet: string, day: string | null, rest: Partial<Printing> = {}): Printing => ({
  ...{
    key: `st-${++count}`,
    wording: "We will sign it",
    form: "direct",
    language: "en",
    edition: 1,
    addressee: "",
  },
  ...{ statement: null, hops: [], copiedFrom: [], beside: null, retrievedAt: null },
  source: {
    ...{ publicId: `src-${count}`, title: outlet, language: "en", address: null },
    outlet: { name: outlet, slug: outlet },
  },
  printedOn: day === null ? null : new Date(day),
  printedOnPrecision: day === null ? null : "day",
  ...rest,
});
const inOctober = { printedOnPrecision: "month" };
const held = { retrievedAt: new Date("2025-10-02T10:00:00Z") };

describe("in a line", () => {
  it.each<[string, Printing[]]>([
    ["In 1 place.", [printing("Axios", "2025-10-01")]],
    [
      "In 2 places, first by Axios on 1 October 2025.",
      [printing("Axios", "2025-10-01"), printing("Post", "2025-10-02")],
    ],
    [
      "In 2 places; first by Axios or Post, and which of them it was the dates do not tell.",
      [printing("Axios", "2025-10-01"), printing("Post", "2025-10-01")],
    ],
    [
      "In 2 places, first by Axios in October 2025; 1 printing without a recorded date.",
      [printing("Post", null), printing("Axios", "2025-10-01", inOctober)],
    ],
    ["In 2 places; no date is recorded.", [printing("Axios", null), printing("Post", null)]],
    [
      "In 2 places, first by Post, out by 2 October 2025.",
      [printing("Axios", "2025-10-03"), printing("Post", null, held)],
    ],
    [
      "In 4 places; first by 4 outlets, and which of them it was the dates do not tell.",
      ["A", "B", "C", "D"].map((name) => printing(name, "2025-10-01")),
    ],
  ])("%s", (expected, all) => expect(printedInWords(printedIn(all))).toBe(expected));
});

describe("how sure the order is", () => {
  it.each<[string, Printing[]]>([
    ["", [printing("Axios", "2025-10-01"), printing("Post", "2025-10-02")]],
    [
      "Dated the same day as Post: which was first is not known.",
      [printing("Axios", "2025-10-01"), printing("Post", "2025-10-01")],
    ],
    [
      "Whether it came before or after Post is not known. It is dated to the month alone.",
      [printing("Axios", "2025-10-01", inOctober), printing("Post", "2025-10-20")],
    ],
    [
      "No date of it is recorded. It was retrieved on 2 October 2025, so it was out by then. Whether it came before or after Post is not known.",
      [printing("Axios", null, held), printing("Post", "2025-10-01")],
    ],
    [
      "Dated the same day as Post: which was first is not known. Nor is whether it came before or after Sun.",
      [printing("Axios", "2025-10-01"), printing("Post", "2025-10-01"), printing("Sun", null)],
    ],
    [
      "Dated the same day as B, C and 2 others: which was first is not known.",
      ["Axios", "B", "C", "D", "E"].map((name) => printing(name, "2025-10-01")),
    ],
  ])("%s", (expected, all) => {
    const rows = lineageOf(all);
    const row = rows.find(({ printing: { source } }) => source.title === "Axios");
    expect(row && orderInWords(row, rows)).toBe(expected);
  });
});

it.each([
  ["We will sign it", "The same words."],
  ["“we will sign it,”", "The same words."],
  ["We shall sign", "Altered in 1 place, words dropped in 1 place."],
  ["Nobody was there", "Told in other words, which are not compared one by one."],
])("what %s changed", (wording, expected) => {
  const rows = lineageOf([printing("Axios", "2025-10-01"), printing("Post", "2025-10-02", { wording })]);
  expect(rows[1] && changesInWords(rows[1])).toBe(expected);
});
