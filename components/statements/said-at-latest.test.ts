import { afterEach, beforeEach, expect, it } from "vitest";
import { setClock } from "@/lib/env";
import { latestDayOf } from "./said-at-latest";

beforeEach(() => setClock(new Date("2026-11-28T12:00:00Z")));
afterEach(() => setClock(null));

const date = (text: string | null) => (text === null ? null : new Date(text));

it.each([
  ["2025-10-26", "day", "2025-10-28", "day", "2025-10-26", true, "26 October 2025"],
  ["2025-10-26T23:30:00Z", "time", "2025-10-28", "day", "2025-10-26", true, "26 October 2025"],
  // a month ends with the day of printing, where that lies in it
  ["2025-10-01", "month", "2025-10-28", "day", "2025-10-28", false, "October 2025"],
  ["2025-10-01", "month", "2025-11-28", "day", "2025-10-31", false, "October 2025"],
  ["2025-10-01", "month", null, null, "2025-10-31", false, "October 2025"],
  ["2024-01-01", "year", null, null, "2024-12-31", false, "2024"],
  // printed, as the record has it, before it was said: the month stands
  ["2025-10-01", "month", "2025-09-28", "day", "2025-10-01", false, "October 2025"],
  // the month that runs
  ["2026-11-01", "month", null, null, "2026-11-28", false, "November 2026"],
  ["2026-01-01", "year", "2027-01-09", "day", "2026-11-28", false, "2026"],
  [null, null, "2025-10-28", "day", "2025-10-28", false, "by 28 October 2025"],
  [null, null, "2025-10-01", "month", "2025-10-31", false, "by October 2025"],
  [null, null, "2025-01-01", "year", "2025-12-31", false, "by 2025"],
  [null, null, "2026-01-01", "year", "2026-11-28", false, "by 2026"],
  // dated ahead: it had been said when it was captured
  [null, null, "2027-01-09", "day", "2026-05-05", false, "by 5 May 2026"],
  [null, null, "2027-01-01", "year", "2026-05-05", false, "by 5 May 2026"],
  // when it was captured tells nothing of when it was said
  [null, null, null, null, "2026-05-05", false, "on a day not recorded"],
])("%s (%s), printed %s (%s), stands at %s", (said, precision, printed, how, day, isExact, words) => {
  const occurredAt = new Date("2026-05-05T10:00:00Z");
  const source = { publishedOn: date(printed), publishedOnPrecision: how };
  expect(latestDayOf({ saidOn: date(said), saidOnPrecision: precision, occurredAt, source })).toEqual({
    ...{ day, isExact, words },
  });
});
