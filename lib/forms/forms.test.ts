import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Conflict, Forbidden, NotFound, Refused } from "@/lib/errors";
import { growthOf, TIMES, TOO_MUCH } from "../../bench/growth";
import {
  acceptInput,
  formDone,
  type Held,
  isAmong,
  isTyped,
  MOST,
  OVERTAKEN,
  parseForm,
  readSending,
  SENDER,
  SENDING,
  standingOf,
  toFormState,
  toKept,
  typedFields,
  UNSENT,
  WAS,
  writeOvertaken,
  writeSending,
  writeWas,
} from "./index";

function sent(entries: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const schema = z.object({
  wording: z.string().trim().min(1, "Write what was said."),
  note: z.string().min(3).optional(),
  place: z.string().default("unknown"),
  year: z.number().int().optional(),
  count: z.coerce.number().min(1),
  form: z.enum(["direct", "mixed", "indirect"]),
  interest: z.array(z.enum(["employer", "candidate"])),
  tags: z.array(z.string()).min(1, "Choose a tag."),
  isTranslated: z.boolean(),
  until: z.coerce.date().nullable(),
  version: z.coerce.number().int(),
});

const FULL = [
  ["wording", " “No.” "],
  ["note", ""],
  ["place", ""],
  ["year", ""],
  ["count", "3"],
  ["form", "direct"],
  ["tags", "one"],
  ["until", ""],
  ["version", "4"],
  ["$ACTION_REF_1", ""],
  ["$ACTION_1:0", "{}"],
] as const;

function inputOf(entries: readonly (readonly [string, string])[]) {
  const parsed = parseForm(schema, sent(entries));
  if (parsed.status !== "ok") throw new Error(JSON.stringify(parsed.errors));
  return parsed.input;
}

const without = (name: string) => FULL.filter(([key]) => key !== name);
const withValue = (name: string, value: string) => [...without(name), [name, value] as const];

describe("reading a form by its schema", () => {
  test("reads what HTML cannot say from the schema", () => {
    expect(inputOf(FULL)).toEqual({
      wording: "“No.”",
      place: "unknown",
      count: 3,
      form: "direct",
      interest: [],
      tags: ["one"],
      isTranslated: false,
      until: null,
      version: 4,
    });
  });

  test.each([
    ["year", "2025", 2025],
    ["isTranslated", "yes", true],
    ["isTranslated", "off", false],
    ["interest", "employer", ["employer"]],
    ["until", "2025-10-28", new Date("2025-10-28")],
    ["note", "a note\r\nof two lines", "a note\nof two lines"],
  ] as const)("%s = %j is read as %j", (name, typed, value) => {
    expect(inputOf(withValue(name, typed))[name]).toEqual(value);
  });

  test("a name sent twice is a list, and of a lone value the last counts", () => {
    const twice = [
      ...without("version"),
      ["interest", "employer"],
      ["interest", "candidate"],
      ["version", "4"],
      ["version", "5"],
    ] as const;
    expect(inputOf(twice).interest).toEqual(["employer", "candidate"]);
    // so the tick that saves over a colleague, which comes after the hidden version, is the one that counts
    expect(inputOf(twice).version).toBe(5);
  });

  test("dotted names fill nested lists in the order of their numbers", () => {
    const nested = z.object({
      evidence: z.array(z.object({ note: z.string(), kinds: z.array(z.string()) })),
      occasion: z.object({ place: z.string().optional() }),
    });
    const form = sent([
      ["evidence.10.note", "last"],
      ["evidence.2.note", "first"],
      ["evidence.2.kinds", "map"],
      ["occasion.place", "Istanbul"],
    ]);
    expect(parseForm(nested, form)).toMatchObject({
      status: "ok",
      input: {
        evidence: [
          { note: "first", kinds: ["map"] },
          { note: "last", kinds: [] },
        ],
        occasion: { place: "Istanbul" },
      },
    });
  });

  test("names such as __proto__ reach no prototype", () => {
    parseForm(
      schema,
      sent([
        ["__proto__.isAdmin", "yes"],
        ["constructor.prototype.isAdmin", "yes"],
      ]),
    );
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  test("refined, piped and varied objects are read by their inputs", () => {
    const refined = z
      .object({ a: z.array(z.string()), b: z.string() })
      .refine(({ b }) => b !== "x", { path: ["b"], error: "Not x." });
    expect(
      parseForm(
        refined,
        sent([
          ["a", "1"],
          ["b", "y"],
        ]),
      ),
    ).toMatchObject({ input: { a: ["1"], b: "y" } });
    expect(parseForm(refined, sent([["b", "x"]]))).toMatchObject({
      errors: [{ field: "b", message: "Not x." }],
    });
    const piped = refined.transform(({ a }) => a.length);
    expect(
      parseForm(
        piped,
        sent([
          ["a", "1"],
          ["b", "y"],
        ]),
      ),
    ).toMatchObject({ input: 1 });
    const varied = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("one"), size: z.number() }),
      z.object({ kind: z.literal("two"), names: z.array(z.string()) }),
    ]);
    expect(
      parseForm(
        varied,
        sent([
          ["kind", "two"],
          ["names", "x"],
        ]),
      ),
    ).toMatchObject({ input: { kind: "two", names: ["x"] } });
    expect(
      parseForm(
        varied,
        sent([
          ["kind", "one"],
          ["size", "4"],
        ]),
      ),
    ).toMatchObject({ input: { kind: "one", size: 4 } });
  });
});

describe("a form that is refused", () => {
  test.each([
    ["wording", "", "Write what was said."],
    ["note", "ab", "Write at least 3 characters."],
    ["year", "soon", "Write a number."],
    ["year", "20.5", "Write a whole number."],
    ["until", "tomorrow", "Choose a date."],
    ["count", "0", "This must be at least 1."],
    ["form", "", "Choose one of the options."],
    ["form", "spoken", "Choose one of the options."],
  ])("%s = %j: %s", (name, typed, message) => {
    const parsed = parseForm(schema, sent(withValue(name, typed)));
    expect(parsed).toMatchObject({ status: "refused", errors: [{ field: name, message }] });
  });

  test("says everything that is wrong at once, in no words of the library", () => {
    const parsed = parseForm(schema, sent([]));
    if (parsed.status !== "refused") throw new Error("accepted");
    expect(parsed.errors.map(({ field }) => field).sort()).toEqual([
      "count",
      "form",
      "tags",
      "version",
      "wording",
    ]);
    for (const { message } of parsed.errors) expect(message).not.toMatch(/invalid|expected|received/i);
  });

  test("keeps what was typed, but never a password, a token or a file", () => {
    const parsed = parseForm(
      schema,
      sent([
        ...FULL,
        ["interest", "employer"],
        ["interest", "other"],
        ["password", "p1"],
        ["passwordAgain", "p2"],
        ["currentPassword", "p3"],
        ["token", "t"],
        ["file", new File(["x"], "x.txt")],
      ]),
    );
    expect(parsed.values).toEqual({
      wording: " “No.” ",
      note: "",
      place: "",
      year: "",
      count: "3",
      form: "direct",
      tags: "one",
      until: "",
      version: "4",
      interest: ["employer", "other"],
    });
  });
});

describe("a failure that the domain names", () => {
  const values = { name: "typed", version: "2" };

  test("a colleague's save makes the form stale, with the version that was read", () => {
    expect(toFormState(new Conflict(), values)).toMatchObject({ status: "stale", values, errors: [] });
  });

  test("every refusal is shown, at its field when it has one", () => {
    const refused = new Refused([
      { rule: "a", message: "Not this name.", field: "name", there: "/stories/peace" },
      { rule: "b", message: "Not today." },
    ]);
    expect(toFormState(refused, values)).toStrictEqual({
      status: "refused",
      values,
      errors: [
        { field: "name", message: "Not this name.", there: "/stories/peace" },
        { message: "Not today." },
      ],
    });
  });

  test("what a schema says of the whole form is said at no field, also of a part", () => {
    const either = z
      .object({ one: z.string(), two: z.string() })
      .refine(({ one, two }) => one + two !== "", "Fill in one of them.");
    const form = new FormData();
    form.set("one", "");
    const errors = [{ message: "Fill in one of them." }];
    expect(parseForm(either, form)).toMatchObject({ status: "refused", errors });
    const refusals = (() => {
      try {
        acceptInput(either, { one: "", two: "" }, "part.");
        return [];
      } catch (error) {
        return (error as Refused).refusals;
      }
    })();
    expect(refusals).toStrictEqual([{ rule: "input", message: "Fill in one of them." }]);
  });

  test("words of our own are not taken for the library's, though they hold its words", () => {
    const own = z.string().refine(() => false, "That is Too small a number.");
    const form = new FormData();
    form.set("n", "1");
    expect(parseForm(z.object({ n: own }), form)).toMatchObject({
      errors: [{ field: "n", message: "That is Too small a number." }],
    });
  });

  test("what is not found is told", () => {
    const error = new NotFound("The statement");
    const errors = [{ message: error.message }];
    expect(toFormState(error, values)).toStrictEqual({ status: "refused", values, errors });
  });

  test("whoever may not send it is told, and the answer says that it is because of who they are", () => {
    const error = new Forbidden("x");
    const errors = [{ message: error.message }];
    expect(toFormState(error, values)).toStrictEqual({
      ...{ status: "refused", values, errors },
      isForbidden: true,
    });
  });
});

describe("what a form carries", () => {
  const key = "0198c0de-0000-7000-8000-000000000000";

  test.each(["/review/st-7k2m9q", "/speakers/%D8%A7", "/"])("its sending, from %s", (place) => {
    const sending = { key, form: "verdict-said-form", place };
    expect(readSending(sent([[SENDING, writeSending(sending)]]))).toEqual(sending);
  });

  test.each([
    "",
    "short form /place",
    `${key} form //evil.example`,
    `${key} form /\\evil.example`,
    `${key} form /a?b`,
    `${key} form relative`,
    `${key} two words /place`,
    `${key} form /${"x".repeat(400)}`,
  ])("nothing that we did not write: %j", (text) => {
    expect(readSending(sent([[SENDING, text]]))).toBeNull();
  });

  test.each<[held: string | string[] | null, now: string[], isTypedNow: boolean]>([
    ["as it was", ["as it was"], false],
    ["two\nlines", ["two\r\nlines"], false],
    [null, [""], false],
    [null, [], false],
    [["a", "b"], ["b", "a"], false],
    ["", ["something"], true],
    ["something", [""], true],
    [["a", "b"], ["a"], true],
    ["yes", [], true],
  ])("of %j and now %j: typed %s", (held, now, isTypedNow) => {
    const form = sent([
      ...now.map((text) => ["field", text] as const),
      ["version", "7"],
      [WAS, writeWas("field", held)],
    ]);
    expect(isTyped(form)).toBe(isTypedNow);
  });
});

describe("what was kept of a field", () => {
  const kept = (was: Held, typed: Held) => ({
    [WAS]: writeWas("field", was),
    ...(typed === null || typed === undefined ? {} : { field: typed }),
  });

  test.each<[was: Held, typed: Held, now: Held, standing: string]>([
    ["", "mine", "", "typed"],
    ["old", "mine", "old", "typed"],
    ["old", "", "old", "typed"],
    [["a"], null, ["a"], "typed"],
    // a colleague's words are never hidden by what nobody typed
    ["", "", "theirs", "untouched"],
    ["old", "old", "theirs", "untouched"],
    [null, null, "yes", "untouched"],
    // nor by what somebody did
    ["", "mine", "theirs", "overtaken"],
    ["old", "mine", "", "overtaken"],
    [["a"], ["a", "b"], ["c"], "overtaken"],
    ["yes", null, "other", "overtaken"],
    // both wrote the same
    ["old", "new", "new", "untouched"],
  ])("drawn with %j, typed %j, saved now %j: %s", (was, typed, now, standing) => {
    expect(standingOf(kept(was, typed), "field", now)).toBe(standing);
  });

  test("outlives that another field of the form is written in while the saved text is shown", () => {
    const first = toKept(kept("", "mine"));
    expect(standingOf(first, "field", "theirs")).toBe("overtaken");
    const second = toKept({
      ...{ field: "theirs", other: "more", [OVERTAKEN]: writeOvertaken("field", ["mine"]) },
      [WAS]: [writeWas("field", "theirs"), writeWas("other", "")],
    });
    expect(second.field).toEqual(["mine"]);
    expect(standingOf(second, "field", "theirs")).toBe("overtaken");
    expect(standingOf(second, "other", "")).toBe("typed");
    const third = toKept({
      ...{ field: "mine and theirs", [OVERTAKEN]: writeOvertaken("field", ["mine"]) },
      [WAS]: writeWas("field", "theirs"),
    });
    expect(third.field).toBe("mine and theirs");
  });

  test("is without what the form carries for itself, and takes no harm from a forged remainder", () => {
    expect(toKept({ [SENDING]: "key", [SENDER]: "me", version: "7", a: "b" })).toEqual({ a: "b" });
    for (const forged of ["{", "7", "[]", '["b"]', "null"])
      expect(toKept({ a: "b", [OVERTAKEN]: forged })).toMatchObject({ a: "b" });
  });
});

test("what was typed is told field by field, in the page's own words", () => {
  const note = { label: "Note on the source", isChoice: false };
  const kept = toKept({
    ...{ note: "mine", grade: "b", only: "looked at", emptied: "" },
    [WAS]: [
      writeWas("note", "", note),
      writeWas("grade", "a", { label: "Grade", isChoice: true }),
      writeWas("only", "looked at", { label: "Only", isChoice: false }),
      writeWas("emptied", "was full"),
    ],
    [OVERTAKEN]: writeOvertaken("only", ["mine too"]),
  });
  expect(typedFields(kept)).toEqual([
    { name: "note", ...note, texts: ["mine"] },
    { name: "grade", label: "Grade", isChoice: true, texts: ["b"] },
    { name: "only", label: "Only", isChoice: false, texts: ["mine too"] },
    { name: "emptied", label: "", isChoice: false, texts: [""] },
  ]);
});

test("forms are named singly or by how their names begin", () => {
  const names = ["sourcing", "verdict-"];
  const among = ["sourcing", "verdict-said-form", "verdict-", "sourcing-2", "verdict", ""].filter((name) =>
    isAmong(names, name),
  );
  expect(among).toEqual(["sourcing", "verdict-said-form", "verdict-"]);
});

test("a receipt empties the form", () => {
  expect(formDone({ title: "Added" })).toEqual({ ...UNSENT, status: "done", receipt: { title: "Added" } });
});

test("a command's input is refused in the same words as a form's", () => {
  const small = z.object({ name: z.string().trim().min(1) });
  expect(acceptInput(small, { name: " Nadia " })).toEqual({ name: "Nadia" });
  expect(() => acceptInput(small, { name: "" })).toThrow(
    expect.objectContaining({ refusals: [{ rule: "input", field: "name", message: "Fill this in." }] }),
  );
});

describe("what strangers send", () => {
  const list = z.object({ tags: z.array(z.string()), rows: z.array(z.object({ note: z.string() })) });

  test.each([
    ["one name", () => "tags"],
    ["a name each", (at: number) => `x${at}`],
    ["rows", (at: number) => `rows.${at}.note`],
    ["rows that count down", (at: number) => `rows.${9999 - at}.note`],
    ["names within names", (at: number) => `rows.${at}.note.${at}.x`],
  ] as const)(
    "reading %s costs in proportion",
    async (_, name) => {
      const make = (size: number) => sent(Array.from({ length: size }, (_, at) => [name(at), "x"] as const));
      expect(await growthOf(make, (form) => parseForm(list, form), MOST.fields / TIMES)).toBeLessThan(
        TOO_MUCH,
      );
    },
    120_000,
  );

  test.each([
    ["20,000 of one name", Array.from({ length: 20_000 }, () => ["email", "a"] as const)],
    [
      "as many of Next's own",
      Array.from({ length: MOST.fields + 1 }, (_, at) => [`$ACTION_${at}`, ""] as const),
    ],
    ["a name without end", [["x".repeat(MOST.nameLength + 1), "a"]] as const],
    ["names within names within names", [["a.a.a.a.a.a.a.a.a", "a"]] as const],
  ])("%s are refused whole", (_, entries) => {
    const parsed = parseForm(list, sent(entries));
    expect(parsed).toEqual({
      status: "refused",
      values: {},
      errors: [{ message: expect.stringContaining("more fields than it has") }],
    });
  });

  test("what is wrong a thousand times is told a hundred times", () => {
    const numbers = z.object({ sizes: z.array(z.number()) });
    const parsed = parseForm(numbers, sent(Array.from({ length: 1000 }, () => ["sizes", "x"] as const)));
    if (parsed.status !== "refused") throw new Error("accepted");
    expect(parsed.errors).toHaveLength(MOST.errors + 1);
    expect(parsed.errors.at(-1)).toEqual({ message: "And 900 more of this kind." });
  });
});
