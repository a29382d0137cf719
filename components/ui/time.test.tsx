import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DATE_PRECISIONS, parseDated, writeDated } from "@/lib/text";
import { Time, type TimePrecision, timeInWords } from "./time";

describe("Time", () => {
  test.each<[value: string | Date, precision: TimePrecision | undefined, isShort: boolean, html: string]>([
    ["2025", undefined, false, '<time dateTime="2025">2025</time>'],
    ["2025-10", undefined, false, '<time dateTime="2025-10">October 2025</time>'],
    ["2025-10-28", undefined, false, '<time dateTime="2025-10-28">28 October 2025</time>'],
    ["2025-10-28", undefined, true, '<time dateTime="2025-10-28">28 Oct 2025</time>'],
    ["2025-10-28", "month", false, '<time dateTime="2025-10">October 2025</time>'],
    [
      new Date("2025-10-28T18:42:07Z"),
      undefined,
      false,
      '<time dateTime="2025-10-28T18:42:07.000Z">28 October 2025, 18:42 UTC</time>',
    ],
    // the last minute of a day stays on that day, wherever the server stands
    [new Date("2025-10-28T23:59:00Z"), "day", true, '<time dateTime="2025-10-28">28 Oct 2025</time>'],
    [new Date("2025-01-01T00:00:00Z"), "year", false, '<time dateTime="2025">2025</time>'],
    ["0987-03-04", undefined, false, '<time dateTime="0987-03-04">4 March 987</time>'],
  ])("%s known to the %s", (value, precision, isShort, html) => {
    expect(renderToStaticMarkup(<Time value={value} precision={precision} isShort={isShort} />)).toBe(html);
  });

  test("shows what it cannot read as it stands", () => {
    expect(renderToStaticMarkup(<Time value="last spring" />)).toBe("<span>last spring</span>");
  });
});

test("every date that the site prints is read back", () => {
  const moment = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.constantFrom(...DATE_PRECISIONS), fc.boolean(), (on, precision, isShort) => {
      const dated = parseDated(timeInWords(on, precision, isShort));
      expect(dated && writeDated(dated)).toBe(writeDated({ on, precision }));
    }),
  );
});
