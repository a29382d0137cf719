import { describe, expect, it } from "vitest";
import { dateSaid } from "./date-said";

describe("when words were said", () => {
  // the 25th of November 2026 is a Wednesday
  it.each([
    ["on Tuesday", "2026-11-24", "day"],
    ["am Dienstag", "2026-11-24", "day"],
    ["am Dienstagabend", "2026-11-24", "day"],
    ["am 3. Oktober 2026", "2026-10-03", "day"],
    ["vergangene Woche", "2026-11-16", "week"],
    ["im März", "2026-03", "month"],
    ["el martes", "2026-11-24", "day"],
    ["el 3 de octubre", "2026-10-03", "day"],
    ["la semana pasada", "2026-11-16", "week"],
    ["ayer", "2026-11-24", "day"],
    ["on Wednesday", "2026-11-25", "day"],
    ["last Wednesday", "2026-11-18", "day"],
    ["late Friday", "2026-11-20", "day"],
    ["yesterday", "2026-11-24", "day"],
    ["today", "2026-11-25", "day"],
    ["earlier this week", "2026-11-23", "week"],
    ["last week", "2026-11-16", "week"],
    ["on March 3", "2026-03-03", "day"],
    ["on 3 December", "2025-12-03", "day"],
    ["on Oct. 12, 2024", "2024-10-12", "day"],
    ["in May", "2026-05", "month"],
    ["in June 2019", "2019-06", "month"],
    ["last month", "2026-10", "month"],
    ["in 2019", "2019", "year"],
    ["last year", "2025", "year"],
  ])("%s", (printed, on, precision) => {
    expect(dateSaid(printed, "2026-11-25")).toEqual({ on, precision });
  });

  it("names no date for other words", () => {
    expect(dateSaid("on a boat", "2026-11-25")).toBeNull();
    expect(dateSaid("on Tuesday", "soon")).toBeNull();
    expect(dateSaid("on February 31", "2026-11-25")).toBeNull();
  });
});
