import { afterEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { setClock } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { reasonAgainstDate } from "@/lib/text";
import {
  hasNoNul,
  isAmong,
  movedBy,
  movedOn,
  namingFields,
  typedDay,
  typedLanguage,
  typedLine,
  typedMoment,
  typedPastDay,
  typedPastWholeDay,
  typedWholeDay,
  typedWords,
  versionOf,
} from "./index";

afterEach(() => setClock(null));

const messages = (schema: z.ZodType, typed: string) =>
  (schema.safeParse(typed).error?.issues ?? []).map(({ message }) => message);

const NUL = "Holds a NUL character, which no text has. Type it again or paste it from another program.";
const AHEAD = "This day lies ahead. Write one that has come.";
const WHOLE = "Write a whole day, such as 28 October 2025. 2025-10-28 and Oct. 28, 2025 do as well.";

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

  it.each([
    ["", "", []],
    ["28 October 2025", "2025-10-28", []],
    ["28 October 2025, 18:42 UTC", "2025-10-28T18:42Z", []],
    ["28 October 2025, 23:42 -05:00", "2025-10-29T04:42Z", []],
    ["October 2025", "", [WHOLE]],
    ["2025", "", [WHOLE]],
    ["soon", "", [WHOLE]],
    ["2025-02-30", "", ["February 2025 has no day 30."]],
  ])("kept without how much of it is known may be %j or not", (typed, iso, told) => {
    for (const kind of [typedMoment, typedWholeDay, typedPastWholeDay]) {
      expect(messages(kind, typed)).toEqual(told);
      // a day is kept as one: a minute would be lost when the form shows the day again
      if (told.length === 0) expect(kind.parse(typed)).toBe(kind === typedMoment ? iso : iso.slice(0, 10));
    }
  });

  it("kept whole of what has happened does not lie ahead either", () => {
    setClock(new Date("2026-03-01T12:00:00Z"));
    expect(messages(typedPastWholeDay, "2026-03-03")).toEqual([AHEAD]);
    expect(messages(typedWholeDay, "2026-03-03")).toEqual([]);
  });
});

it.each([
  ["", ""],
  [" ", ""],
  ["Urdu", "ur"],
  [" ur ", "ur"],
])("the language “%s” is “%s”", (typed, code) => expect(typedLanguage.parse(typed)).toBe(code));

it("what is no language is refused in words", () => {
  const hint = "Write a language by its name or its code, such as Urdu or ur.";
  expect(messages(typedLanguage, "Klingonish")).toEqual([hint]);
  expect(typedLanguage.safeParse("Klingonish").error?.issues).toMatchObject([{ code: "custom" }]);
});

it("a refusal names its field as the form does, and every other failure stays what it is", async () => {
  const rule = { rule: "a.rule", message: "No." };
  const refused = namingFields(
    Promise.reject(new Refused([{ ...rule, field: "inner" }, rule])),
    (field) => `outer.${field}`,
  );
  const { refusals } = await refused.catch((error: Refused) => error);
  expect(refusals).toStrictEqual([{ ...rule, field: "outer.inner" }, rule]);
  const other = new TypeError("x");
  await expect(namingFields(Promise.reject(other), String)).rejects.toBe(other);
  expect(await namingFields(Promise.resolve(7), String)).toBe(7);
});

describe("the version that a form was read on", () => {
  const sent = (...versions: string[]) => {
    const form = new FormData();
    for (const version of versions) form.append("version", version);
    return form;
  };
  it.each([
    [[], null],
    [["3"], 3],
    [["123"], 123],
    // the tick of the stale note adds one
    [["3", "5"], 5],
    [["x"], null],
    [["3x"], null],
    [["x3"], null],
    [[""], null],
    [["1234567890"], null],
  ])("%j is %j", (versions, version) => expect(versionOf(sent(...versions))).toBe(version));

  it("is moved by what was done, and by nothing that was refused", () => {
    const state = (status: string, rest = {}) => ({ status, values: {}, errors: [], ...rest }) as never;
    for (const status of ["done", "idle"]) expect(movedBy(state(status), sent("3"))).toBe(3);
    for (const status of ["refused", "stale", "failed", "kept"])
      expect(movedBy(state(status), sent("3"))).toBeNull();
    expect(movedBy(state("done", { storedOn: 2 }), sent("3"))).toBe(2);
    expect(movedBy(state("done", { storedOn: null }), sent("3"))).toBeNull();
  });

  it("has gone on by one's own moves", () => {
    expect(movedOn(new Set(), 3)).toBe(3);
    expect(movedOn(new Set([3, 4, 6]), 3)).toBe(5);
    expect(movedOn(new Set([4]), 3)).toBe(3);
  });
});

it.each([
  [["claim"], "claim", true],
  [["claim"], "claims", false],
  [["verdict-"], "verdict-said", true],
  [["verdict"], "verdict-said", false],
  [["story", "verdict-"], "verdict-said", true],
  [["verdict-"], "a-verdict-said", false],
  [[], "claim", false],
])("among %j the form %s is found: %s", (names, form, isFound) => {
  expect(isAmong(names, form)).toBe(isFound);
});
