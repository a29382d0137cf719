import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { MOST, parseForm } from "./index";

type Entries = readonly (readonly [string, string | File])[];

function sent(entries: Entries): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

/** What a schema reads, or the messages of its refusal by field. */
function read(schema: z.ZodType, entries: Entries): unknown {
  const parsed = parseForm(schema, sent(entries));
  if (parsed.status === "ok") return parsed.input;
  return Object.fromEntries(parsed.errors.map(({ field, message }) => [field ?? "", `! ${message}`]));
}

describe("a blank input", () => {
  const REQUIRED = "! Fill this in.";
  // what a person left out, sent as nothing at all, as an empty text, and as a space
  it.each<[string, z.ZodType, nothing: unknown, empty: unknown, space: unknown]>([
    ["a text that is asked for", z.string().min(1), REQUIRED, REQUIRED, " "],
    ["a text that may be empty", z.string(), "", "", " "],
    ["a text that may be absent", z.string().optional(), undefined, undefined, " "],
    ["a text with a default", z.string().default("d"), "d", "d", " "],
    [
      "a text that stands in before it is read",
      z.string().min(2).prefault("dd"),
      "dd",
      "dd",
      "! Write at least 2 characters.",
    ],
    ["a text that may be null", z.string().nullable(), null, null, " "],
    ["a text that may be null or absent", z.string().nullable().optional(), undefined, undefined, " "],
    ["a text that may be absent or null", z.string().optional().nullable(), undefined, undefined, " "],
    ["a text that cannot be absent after all", z.string().optional().nonoptional(), REQUIRED, REQUIRED, " "],
    ["a text that is read-only", z.string().readonly(), "", "", " "],
    ["a text that is caught", z.string().min(1).catch("c"), "c", "c", " "],
    ["a text that is made into another", z.string().transform((text) => `<${text}>`), "<>", "<>", "< >"],
    ["a number that is asked for", z.number(), REQUIRED, REQUIRED, "! Write a number."],
    ["a number that may be absent", z.number().optional(), undefined, undefined, "! Write a number."],
    ["a number that may be null", z.number().nullable(), null, null, "! Write a number."],
    ["a box", z.boolean(), false, false, true],
    ["a box with a default", z.boolean().default(true), false, false, true],
    ["a list", z.array(z.string()), [], [], [" "]],
    ["a list that may be absent", z.array(z.string()).optional(), undefined, [], [" "]],
    [
      "a choice",
      z.enum(["a"]),
      "! Choose one of the options.",
      "! Choose one of the options.",
      "! Choose one of the options.",
    ],
  ])("of %s", (_, schema, nothing, empty, space) => {
    const form = z.object({ it: schema });
    const asRead = (entries: Entries) => (read(form, entries) as { it: unknown }).it;
    expect(asRead([])).toEqual(nothing);
    expect(asRead([["it", ""]])).toEqual(empty);
    expect(asRead([["it", " "]])).toEqual(space);
  });

  it("of what lies within is an object of blanks, or absent when it may be", () => {
    const inner = z.object({ note: z.string(), tags: z.array(z.string()) });
    const schema = z.object({ must: inner, may: inner.optional() });
    const blank = { note: "", tags: [] };
    expect(read(schema, [])).toMatchObject({ "must.note": REQUIRED });
    expect(read(schema, [["must.note", ""]])).toEqual({ must: blank });
    expect(
      read(schema, [
        ["must.note", "a"],
        ["may.tags", "t"],
      ]),
    ).toEqual({
      must: { note: "a", tags: [] },
      may: { note: "", tags: ["t"] },
    });
    // a plain input of that name fills no object
    expect(read(z.object({ may: inner.optional() }), [["may", "text"]])).toEqual({});
  });
});

describe("a box", () => {
  it.each(["", "false", "off", "0", "no"])("is not ticked when %j is sent", (value) => {
    expect(read(z.object({ box: z.boolean() }), [["box", value]])).toEqual({ box: false });
  });
  it.each(["on", "yes", "1", "true", "anything"])("is ticked when %j is sent", (value) => {
    expect(read(z.object({ box: z.boolean() }), [["box", value]])).toEqual({ box: true });
  });
});

describe("a number", () => {
  const schema = z.object({ it: z.number() });
  it.each<[string, unknown]>([
    ["0", 0],
    ["-7", -7],
    [" 42 ", 42],
    ["3.5", 3.5],
    ["2147483647", 2_147_483_647],
    ["-2147483647", -2_147_483_647],
  ])("is %j", (typed, it) => expect(read(schema, [["it", typed]])).toEqual({ it }));
  it.each(["2147483648", "-2147483648", "1e99", "Infinity", "seven", "7 of 8", "NaN"])(
    "is not %j, which no database holds",
    (typed) => expect(read(schema, [["it", typed]])).toEqual({ it: "! Write a number." }),
  );
  it("is not a file", () => {
    const file = new File(["7"], "7");
    expect(read(schema, [["it", file]])).toEqual({ it: "! Write a number." });
    expect(read(z.object({ it: z.instanceof(File) }), [["it", file]])).toEqual({ it: file });
  });
});

describe("an input is read as what stands beneath", () => {
  const number = z.number();
  it.each<[string, z.ZodType]>([
    ["optional", number.optional()],
    ["a default", number.default(1)],
    ["a stand-in", number.prefault(1)],
    ["nullable", number.nullable()],
    ["nonoptional", number.optional().nonoptional()],
    ["read-only", number.readonly()],
    ["a catch", number.catch(1)],
    ["a transform", number.transform((it) => it)],
    ["several", number.optional().default(1).readonly().nullable()],
  ])("%s", (_, schema) => expect(read(z.object({ it: schema }), [["it", "7"]])).toEqual({ it: 7 }));
});

describe("the names of inputs", () => {
  const rows = z.object({ rows: z.array(z.object({ note: z.string().default("-") })), rest: z.string() });

  it("fill rows by their numbers, whatever the order in which they were sent", () => {
    const numbers = fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, (order) => {
        const entries = order.map((number) => [`rows.${number}.note`, `n${number}`] as const);
        const inOrder = order.toSorted((a, b) => a - b).map((number) => ({ note: `n${number}` }));
        expect(read(rows, [...entries, ["rest", "r"]])).toEqual({ rows: inOrder, rest: "r" });
      }),
    );
  });

  it("that are both an input and the start of longer ones keep the longer ones", () => {
    const both: Entries = [
      ["rows", "x"],
      ["rows.0.note", "a"],
      ["rest", "r"],
    ];
    const read1 = read(rows, both);
    expect(read1).toEqual({ rows: [{ note: "a" }], rest: "r" });
    expect(read(rows, both.toReversed())).toEqual(read1);
  });

  it("that no field has are dropped, and are kept to be shown again", () => {
    const parsed = parseForm(
      rows,
      sent([
        ["rest", "r"],
        ["other", "o"],
      ]),
    );
    expect(parsed).toEqual({
      status: "ok",
      input: { rows: [], rest: "r" },
      values: { rest: "r", other: "o" },
    });
  });

  it("are as long, as deep and as many as a form has, and not more", () => {
    const loose = z.object({ a: z.string() });
    const many = (count: number): Entries => Array.from({ length: count }, () => ["a", "x"] as const);
    const [long, deep] = ["x".repeat(MOST.nameLength), Array(MOST.depth).fill("a").join(".")];
    for (const entries of [many(MOST.fields), [[long, ""] as const], [[deep, ""] as const]])
      expect(parseForm(loose, sent(entries)).values).not.toEqual({});
    for (const entries of [
      many(MOST.fields + 1),
      [[`${long}x`, ""] as const],
      [[`${deep}.a`, ""] as const],
    ]) {
      expect(parseForm(loose, sent(entries))).toMatchObject({ status: "refused", values: {} });
    }
  });

  it("of secrets are never written back, however they are spelled", () => {
    const names = ["password", "newPassword", "apiToken", "SECRET", "reset.token.value"];
    const entries = [...names, "pass", "note"].map((name) => [name, "x"] as const);
    expect(Object.keys(parseForm(z.object({}), sent(entries)).values)).toEqual(["pass", "note"]);
  });

  it("end lines as this program stores them", () => {
    expect(read(z.object({ a: z.string() }), [["a", "1\r\n2\r3\n4"]])).toEqual({ a: "1\n2\n3\n4" });
  });

  it("of two objects together are read as those of one", () => {
    const both = z.intersection(z.object({ a: z.string() }), z.object({ b: z.array(z.string()) }));
    expect(
      read(both, [
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual({ a: "1", b: ["2"] });
    expect(() => parseForm(z.string(), sent([]))).toThrow(
      'A form is read by an object schema, not by "string".',
    );
  });
});

describe("what is said of a wrong input", () => {
  it.each<[string, z.ZodType, string, string]>([
    ["too short", z.string().min(3), "ab", "Write at least 3 characters."],
    ["too long", z.string().max(3), "abcd", "Write at most 3 characters."],
    ["missing", z.string().min(1), "", "Fill this in."],
    ["an empty list", z.array(z.string()).min(1), "", "Choose at least one."],
    ["a short list", z.array(z.string()).min(2), "a", "Choose at least 2."],
    ["too small", z.number().min(5), "4", "This must be at least 5."],
    ["too great", z.number().max(5), "6", "This must be at most 5."],
    ["no whole number", z.number().int(), "4.5", "Write a whole number."],
    ["no number", z.number(), "four", "Write a number."],
    ["no date", z.coerce.date(), "soon", "Choose a date."],
    ["no option", z.enum(["a", "b"]), "c", "Choose one of the options."],
    ["no address of mail", z.email(), "a", "Write an address such as name@example.org."],
    ["no address of a page", z.url(), "a", "Write an address such as https://example.org/page."],
    ["no file", z.file(), "a text", "This cannot be used as it is."],
    ["no pattern", z.string().regex(/^\d$/), "a", "This cannot be used as it is."],
    ["a long list", z.array(z.string()).max(0), "a", "This must be at most 0."],
    ["in the schema's own words", z.string().min(3, "Give the whole name."), "ab", "Give the whole name."],
    [
      "in words that only begin like the library's",
      z.string().min(3, "Invalidity counts."),
      "ab",
      "Invalidity counts.",
    ],
  ])("%s", (_, schema, typed, message) => {
    expect(read(z.object({ it: schema }), [["it", typed]])).toEqual({ it: `! ${message}` });
  });

  it("names a field within others by its whole name, and none for the form as a whole", () => {
    const schema = z
      .object({ rows: z.array(z.object({ size: z.number() })) })
      .refine(({ rows }) => rows.length !== 1, "One is not enough.");
    expect(read(schema, [["rows.0.size", "x"]])).toEqual({ "rows.0.size": "! Write a number." });
    expect(read(schema, [["rows.0.size", "1"]])).toEqual({ "": "! One is not enough." });
    const strict = z.strictObject({ a: z.string() });
    expect(read(strict, [["a", "1"]])).toEqual({ a: "1" });
  });

  it("is all of it when there is not too much", () => {
    const schema = z.object({ sizes: z.array(z.number()) });
    const wrong = (count: number) =>
      parseForm(schema, sent(Array.from({ length: count }, () => ["sizes", "x"] as const)));
    expect(wrong(MOST.errors)).toMatchObject({ errors: { length: MOST.errors } });
    const parsed = wrong(MOST.errors + 1);
    expect(parsed).toMatchObject({ errors: { length: MOST.errors + 1 } });
    if (parsed.status === "refused") expect(parsed.errors.at(-1)?.message).toBe("And 1 more of this kind.");
  });
});
