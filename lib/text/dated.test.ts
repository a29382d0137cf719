import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DATE_PRECISIONS, freeSlug, parseDated, reasonAgainstDate, typedDate, writeDated } from "@/lib/text";

describe("parseDated", () => {
  test.each([
    ["2025", "2025-01-01T00:00:00.000Z", "year"],
    ["2025-10", "2025-10-01T00:00:00.000Z", "month"],
    [" 2025-10-28 ", "2025-10-28T00:00:00.000Z", "day"],
    ["2025-10-28T18:42Z", "2025-10-28T18:42:00.000Z", "time"],
    ["2025-10-28 18:42Z", "2025-10-28T18:42:00.000Z", "time"],
    ["2025-10-28T18:42:59.5+05:00", "2025-10-28T13:42:00.000Z", "time"],
    ["2025-10-28T00:30+0130", "2025-10-27T23:00:00.000Z", "time"],
    ["2025-10-28T18:42-05:00", "2025-10-28T23:42:00.000Z", "time"],
  ])("reads %s", (typed, iso, precision) => {
    const dated = parseDated(typed);
    expect(dated?.on.toISOString()).toBe(iso);
    expect(dated?.precision).toBe(precision);
  });

  test.each(["", "yesterday", "2025-13", "2025-02-30", "2025-00-10", "2025-10-28T24:00", "25"])(
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

describe("a date as people write it", () => {
  test.each([
    ["28 October 2025", "2025-10-28"],
    ["28 Oct 2025", "2025-10-28"],
    ["Oct. 28, 2025", "2025-10-28"],
    ["October 28, 2025", "2025-10-28"],
    ["October 28th 2025", "2025-10-28"],
    ["the 28th of October 2025", "2025-10-28"],
    ["Tuesday, 28 October 2025", "2025-10-28"],
    ["Tue 28 Oct 2025", "2025-10-28"],
    ["Sept. 9, 2024", "2024-09-09"],
    ["May 5 2024", "2024-05-05"],
    ["28. Oktober 2025", "2025-10-28"],
    ["28 de octubre de 2025", "2025-10-28"],
    ["1er mars 2024", "2024-03-01"],
    ["۲۸ اکتوبر ۲۰۲۵", "2025-10-28"],
    ["٢٨ أكتوبر ٢٠٢٥", "2025-10-28"],
    ["28.10.2025", "2025-10-28"],
    ["28/10/2025", "2025-10-28"],
    ["10/28/2025", "2025-10-28"],
    ["05/05/2025", "2025-05-05"],
    ["2025/10/28", "2025-10-28"],
    ["2025-10-8", "2025-10-08"],
    ["October 2025", "2025-10"],
    ["Oct. 2025", "2025-10"],
    ["in October, 2025", "2025-10"],
    ["10/2025", "2025-10"],
    ["2025", "2025"],
    ["28 October 2025, 18:42 UTC", "2025-10-28T18:42Z"],
    ["28 October 2025 18:42Z", "2025-10-28T18:42Z"],
    ["Oct. 28, 2025 at 6:42 p.m. UTC", "2025-10-28T18:42Z"],
    ["28 October 2025, 12 am GMT", "2025-10-28T00:00Z"],
    ["28 October 2025, 18:42 +05:00", "2025-10-28T13:42Z"],
    ["28.10.2025 18:42Z", "2025-10-28T18:42Z"],
  ])("%s is %s", (typed, iso) => {
    const dated = parseDated(typed);
    expect(dated && writeDated(dated)).toBe(iso);
    expect(reasonAgainstDate(typed)).toBeNull();
  });

  test.each([
    ["03/10/2025", "“03/10/2025” may be 3 October 2025 or 10 March 2025. Write the month as a word."],
    ["3.10.2025", "“3.10.2025” may be 3 October 2025 or 10 March 2025. Write the month as a word."],
    ["28/10/25", "Write the year of “28/10/25” with four digits, such as 28 October 2025."],
    [
      "yesterday",
      "“yesterday” is another day for whoever reads it later. Write the day itself, such as 28 October 2025.",
    ],
    [
      "last Tuesday",
      "“last Tuesday” is another day for whoever reads it later. Write the day itself, such as 28 October 2025.",
    ],
    [
      "on Monday",
      "“on Monday” is another day for whoever reads it later. Write the day itself, such as 28 October 2025.",
    ],
    [
      "gestern",
      "“gestern” is another day for whoever reads it later. Write the day itself, such as 28 October 2025.",
    ],
    ["31 November 2025", "November 2025 has no day 31."],
    ["30.02.2025", "February 2025 has no day 30."],
    ["28/13/2025", "There is no month"],
    ["Monday, 28 October 2025", "28 October 2025 is a Tuesday, not a Monday. Write the right day."],
    ["28 October", "Say the year too, such as 28 October 2025."],
    ["28/10", "Say the year too, with its four digits, such as 28 October 2025."],
    ["28 October 2025, 25:00", "Write the date alone"],
    ["28 October 2025, 9:00 CET", "Write the date alone"],
    ["28 October 2025, 18:42", "Say whose time it is"],
    ["28 October 2025 at 6 pm", "Say whose time it is"],
    ["28.10.2025 18:42", "Say whose time it is"],
    ["2025-10-28T18:42", "Say whose time it is"],
    ["2025-10-28 18:42:30", "Say whose time it is"],
    ["28 October 2025 in Doha", "Write the date alone"],
    ["a day in spring", "Write a date such as 28 October 2025"],
    ["12345", "Write a date such as 28 October 2025"],
    ["x".repeat(500), "Write a date such as 28 October 2025"],
  ])("%s is refused: %s", (typed, reason) => {
    expect(parseDated(typed)).toBeNull();
    expect(reasonAgainstDate(typed)).toContain(reason);
  });
});
