import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dated, earliestFirst, isBefore, ordersOf, spanOf } from "./dates";

const dated = (
  printedOn: string | null,
  printedOnPrecision: string | null = "day",
  retrieved?: string,
): Dated => ({
  printedOn: printedOn === null ? null : new Date(printedOn),
  printedOnPrecision: printedOn === null ? null : printedOnPrecision,
  retrievedAt: retrieved === undefined ? null : new Date(retrieved),
});

const DAY = dated("2025-10-28");
const MORNING = dated("2025-10-28T06:30:12Z", "time");
const EVENING = dated("2025-10-28T19:00:00Z", "time");
const NEXT_DAY = dated("2025-10-29");
const MONTH = dated("2025-10-01", "month");
const NEXT_MONTH = dated("2025-11-01", "month");
const YEAR = dated("2025-01-01", "year");
const NEXT_YEAR = dated("2026-01-01", "year");
const UNKNOWN = dated(null);
const AHEAD = dated("2025-12-01", "day", "2025-10-28T12:00:00Z");
const EARLY_DAY = dated("2025-10-29", "day", "2025-10-28T12:00:00Z");
const HELD = dated(null, null, "2025-10-28T12:00:00Z");

describe("what certainly came out before what", () => {
  it.each<[string, Dated, Dated, boolean]>([
    ["a day and the next", DAY, NEXT_DAY, true],
    ["the next day and the day", NEXT_DAY, DAY, false],
    ["one day and the same", DAY, DAY, false],
    ["two minutes of one day", MORNING, EVENING, true],
    ["one minute and the same", MORNING, dated("2025-10-28T06:30:59Z", "time"), false],
    ["a minute of the day and the day", MORNING, DAY, false],
    ["a month and a day of it", MONTH, DAY, false],
    ["a month and the next", MONTH, NEXT_MONTH, true],
    ["a day and the next month", DAY, NEXT_MONTH, true],
    ["a year and a month of it", YEAR, NEXT_MONTH, false],
    ["a year and the next", YEAR, NEXT_YEAR, true],
    ["no date at all and a day", UNKNOWN, DAY, false],
    ["a day and no date at all", DAY, UNKNOWN, false],
    ["what was held at noon and the next day", HELD, NEXT_DAY, true],
    ["what was held at noon and an evening", HELD, EVENING, true],
    ["what was held at noon and that day", HELD, DAY, false],
    ["an issue dated ahead, held at noon, and the next day", AHEAD, NEXT_DAY, true],
    ["an evening and an issue dated ahead, held at noon", EVENING, AHEAD, false],
    ["a day of which part of the world is in already", EARLY_DAY, dated("2025-10-30"), true],
    ["a day before and what was held later", dated("2024-01-01"), HELD, false],
  ])("%s", (_, one, other, expected) => expect(isBefore(spanOf(one), spanOf(other))).toBe(expected));
});

it.each<[string, Dated[], [number, number[]][]]>([
  [
    "each by itself",
    [DAY, NEXT_DAY, NEXT_MONTH],
    [
      [1, []],
      [2, []],
      [3, []],
    ],
  ],
  [
    "two of one day",
    [DAY, DAY, NEXT_DAY],
    [
      [1, [1]],
      [1, [0]],
      [3, []],
    ],
  ],
  [
    "a month beside two of its days",
    [MONTH, DAY, NEXT_DAY],
    [
      [1, [1, 2]],
      [1, [0]],
      [2, [0]],
    ],
  ],
  [
    "no date at all",
    [DAY, NEXT_DAY, UNKNOWN],
    [
      [1, [2]],
      [2, [2]],
      [1, [0, 1]],
    ],
  ],
])("ranks of %s", (_, all, expected) =>
  expect(ordersOf(all.map(spanOf)).map((order) => [order.rank, order.with])).toEqual(expected),
);

const ANY = fc.constantFrom(
  DAY,
  MORNING,
  EVENING,
  NEXT_DAY,
  MONTH,
  NEXT_MONTH,
  YEAR,
  NEXT_YEAR,
  UNKNOWN,
  HELD,
);

it("nothing stands behind what certainly came out after it, and whoever ties says so on both sides", () => {
  fc.assert(
    fc.property(fc.array(ANY, { maxLength: 8 }), (all) => {
      const spans = earliestFirst(all).map(spanOf);
      const orders = ordersOf(spans);
      for (const [place, span] of spans.entries()) {
        expect(spans.slice(place + 1).some((later) => isBefore(later, span))).toBe(false);
        for (const other of orders[place]?.with ?? []) expect(orders[other]?.with).toContain(place);
      }
      if (orders.length > 0) expect(orders.some(({ rank }) => rank === 1)).toBe(true);
    }),
  );
});
