import { afterEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { setClock } from "@/lib/env";
import { reasonAgainstDate } from "@/lib/text";
import { hasNoNul, typedDay, typedLine, typedPastDay, typedWords } from "./index";

afterEach(() => setClock(null));

const messages = (schema: z.ZodType, typed: string) =>
  (schema.safeParse(typed).error?.issues ?? []).map(({ message }) => message);

const NUL = "Holds a NUL character, which no text has. Type it again or paste it from another program.";
const AHEAD = "This day lies ahead. Write one that has come.";

describe("what is typed", () => {
  it("keeps its spaces as words, and loses those around it as a line", () => {
    expect(typedWords(10).parse(" a b\n")).toBe(" a b\n");
    expect(typedLine(10).parse(" a b\n")).toBe("a b");
    expect(typedLine(3).parse("  abc  ")).toBe("abc");
  });

  it.each([
    ["words", typedWords],
    ["a line", typedLine],
  ] as const)("as %s has so many characters at most, and no NUL", (_, typed) => {
    expect(messages(typed(1200), "x".repeat(1200))).toEqual([]);
    expect(messages(typed(1200), "x".repeat(1201))).toEqual(["Use at most 1,200 characters."]);
    expect(messages(typed(1200), "a\u0000b")).toEqual([NUL]);
    expect(hasNoNul("a\u0000b")).toBe(false);
    expect(hasNoNul("ab\u0001")).toBe(true);
  });
});

describe("a day", () => {
  it.each(["", "  ", "2025", "2025-10", "2025-10-28", " 2025-10-28 ", "2025-10-28T18:42Z"])(
    "may be %j",
    (typed) => {
      expect(messages(typedDay, typed)).toEqual([]);
      expect(typedDay.parse(typed)).toBe(typed.trim());
      expect(messages(typedPastDay, typed)).toEqual([]);
    },
  );

  it.each([
    ["28 October 2025", "2025-10-28"],
    ["Oct. 2025", "2025-10"],
    ["28.10.2025", "2025-10-28"],
    ["28 October 2025, 18:42 UTC", "2025-10-28T18:42Z"],
  ])("written as %s leaves as %s", (typed, iso) => {
    expect(typedDay.parse(typed)).toBe(iso);
    expect(typedPastDay.parse(typed)).toBe(iso);
  });

  it.each(["yesterday", "03/10/2025", "2025-02-30", "2025-13", "0"])("is not %j", (typed) => {
    const reason = reasonAgainstDate(typed);
    expect(reason).not.toBeNull();
    expect(messages(typedDay, typed)).toEqual([reason]);
    expect(messages(typedPastDay, typed)).toEqual([reason]);
  });

  it("that has come is none of tomorrow, which may be today elsewhere", () => {
    setClock(new Date("2026-03-01T12:00:00Z"));
    for (const typed of ["2026-03-03", "2026-04", "2027", "2026-03-01T12:01Z"]) {
      expect(messages(typedPastDay, typed)).toEqual([AHEAD]);
      // what is due may well lie ahead
      expect(messages(typedDay, typed)).toEqual([]);
    }
    for (const typed of ["2026-03-02", "2026-03-01", "2026-03", "2026", "2026-03-01T12:00Z"])
      expect(messages(typedPastDay, typed)).toEqual([]);
  });
});
