import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DATE_PRECISIONS, freeSlug, parseDated, typedDate, writeDated } from "@/lib/text";

describe("parseDated", () => {
  test.each([
    ["2025", "2025-01-01T00:00:00.000Z", "year"],
    ["2025-10", "2025-10-01T00:00:00.000Z", "month"],
    [" 2025-10-28 ", "2025-10-28T00:00:00.000Z", "day"],
    ["2025-10-28T18:42Z", "2025-10-28T18:42:00.000Z", "time"],
    ["2025-10-28 18:42", "2025-10-28T18:42:00.000Z", "time"],
    ["2025-10-28T18:42:59.5+05:00", "2025-10-28T13:42:00.000Z", "time"],
    ["2025-10-28T00:30+0130", "2025-10-27T23:00:00.000Z", "time"],
    ["2025-10-28T18:42-05:00", "2025-10-28T23:42:00.000Z", "time"],
  ])("reads %s", (typed, iso, precision) => {
    const dated = parseDated(typed);
    expect(dated?.on.toISOString()).toBe(iso);
    expect(dated?.precision).toBe(precision);
  });

  test.each(["", "yesterday", "2025-13", "2025-02-30", "2025-00-10", "28/10/2025", "2025-10-28T24:00", "25"])(
    "does not read %j as a date",
    (typed) => expect(parseDated(typed)).toBeNull(),
  );

  test("reads back what it wrote", () => {
    const moment = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...DATE_PRECISIONS), (on, precision) => {
        const typed = writeDated({ on, precision });
        const dated = parseDated(typed);
        expect(dated?.precision).toBe(precision);
        expect(dated && writeDated(dated)).toBe(typed);
      }),
    );
  });
});

test.each([
  [null, null, ""],
  [new Date("2025-10-28T00:00:00Z"), "month", "2025-10"],
  [new Date("2025-10-28T00:00:00Z"), "day", "2025-10-28"],
  [new Date("2025-10-28T18:42:00Z"), "time", "2025-10-28T18:42Z"],
  [new Date("2025-10-28T18:42:00Z"), null, "2025-10-28"],
])("typedDate of %s and %s is %s", (on, precision, typed) => expect(typedDate(on, precision)).toBe(typed));

describe("freeSlug", () => {
  test.each([
    ["syed", [], "syed"],
    ["syed", ["syed"], "syed-2"],
    ["syed", ["syed", "syed-2", "syed-4"], "syed-3"],
  ])("%s beside %j is %s", (base, taken, slug) => expect(freeSlug(base, taken)).toBe(slug));
});
