import fc from "fast-check";
import { expect, it } from "vitest";
import { partAt, stretchOf, wholeOf } from "./stretch";

it.each([
  ["2025", "2025-01-01", "2026-01-01"],
  ["2024-02", "2024-02-01", "2024-03-01"],
  ["2025-12", "2025-12-01", "2026-01-01"],
  ["2024-02-29", "2024-02-29", "2024-03-01"],
  ["0099", "0099-01-01", "0100-01-01"],
  ["9999", "9999-01-01", undefined],
  ["9999-12", "9999-12-01", undefined],
  ["9999-12-31", "9999-12-31", undefined],
  ["9999-12-30", "9999-12-30", "9999-12-31"],
])("%s is from %s up to %s", (key, from, to) => {
  const stretch = stretchOf(key);
  expect(stretch?.from.toISOString().slice(0, 10)).toBe(from);
  expect(stretch?.to?.toISOString().slice(0, 10)).toBe(to);
});

it.each([
  "",
  "25",
  "2025-13",
  "10000",
  "+010000",
  "2025-00",
  "2025-02-30",
  "2025-1",
  "0000",
  "2025-10-28T10",
  "-2025",
  "٢٠٢٥",
])("%j is none", (key) => expect(stretchOf(key)).toBeNull());

it("a moment lies in its year, in its month and on its day, each a part of the one before", () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") }),
      (moment) => {
        const year = partAt(null, moment);
        const month = partAt(year, moment);
        const day = partAt(month, moment);
        for (const part of [year, month, day]) {
          expect(part && part.from <= moment && (part.to === null || moment < part.to)).toBe(true);
        }
        expect(day && wholeOf(day)).toEqual(month);
        expect(month && wholeOf(month)).toEqual(year);
        expect(year && wholeOf(year)).toBeNull();
        expect(partAt(day, moment)).toEqual(day);
      },
    ),
  );
});
