import { afterEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/env";
import { CORRECTABLE } from "./model";
import { changesSchema, fieldsSchema } from "./schema";

afterEach(() => setClock(null));

const refusals = (typed: object) =>
  (changesSchema.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

describe("what a correction may change", () => {
  it("is every field that can be corrected, and no other", () => {
    expect(Object.keys(fieldsSchema.shape).sort()).toEqual(Object.keys(CORRECTABLE).sort());
    expect(changesSchema.parse({ state: "published", publicId: "st-1" })).toEqual({});
    expect(fieldsSchema.safeParse({}).success).toBe(false);
  });

  it("keeps the words to the letter, and drops the space around all else", () => {
    const words = { wording: " “No.” ", originalWording: " نه " };
    const lines = { attribution: "a", roleThen: "r", cue: "c", saidOn: "2025", saidOnNote: "n", place: "p" };
    const more = {
      event: "e",
      addressee: "a",
      context: "c",
      language: "en",
      originalLanguage: "ps",
      translatedBy: "t",
    };
    const spaced = Object.entries({ ...lines, ...more }).map(([field, typed]) => [field, ` ${typed}\n`]);
    expect(changesSchema.parse({ ...words, ...Object.fromEntries(spaced) })).toEqual({
      ...words,
      ...lines,
      ...more,
    });
  });

  it.each([
    [{ wording: " \n" }, ["wording", "A statement needs its words."]],
    [{ language: " " }, ["language", "Give the language, such as Urdu or ur."]],
    [
      { language: "Klingonish" },
      ["language", "Write a language by its name or its code, such as Urdu or ur."],
    ],
    [
      { saidOn: "yesterday" },
      [
        "saidOn",
        "“yesterday” is another day for whoever reads it later. Write the day itself, such as 28 October 2025.",
      ],
    ],
  ])("is refused in words: %j", (typed, refusal) => expect(refusals(typed)).toEqual([refusal]));

  it("names the language of the original as it names that of the words, or not at all", () => {
    expect(changesSchema.parse({ originalLanguage: " Pashto" })).toEqual({ originalLanguage: "ps" });
    expect(changesSchema.parse({ originalLanguage: "" })).toEqual({ originalLanguage: "" });
    expect(refusals({ originalLanguage: "Klingonish" })).toEqual([
      ["originalLanguage", "Write a language by its name or its code, such as Urdu or ur."],
    ]);
  });

  it("has no day that lies ahead, and may have none", () => {
    setClock(new Date("2026-03-01T12:00:00Z"));
    expect(refusals({ saidOn: "2026-03-04" })).toEqual([
      ["saidOn", "This day lies ahead. Write one that has come."],
    ]);
    for (const saidOn of ["", "2026-03-01", "2026", "2025-12"]) expect(refusals({ saidOn })).toEqual([]);
  });

  it.each(
    Object.entries({
      ...{ wording: 50_000, originalWording: 50_000, context: 5000, attribution: 1000, roleThen: 500 },
      ...{ event: 300, addressee: 300, cue: 200, saidOnNote: 200, place: 200, translatedBy: 200 },
    }),
  )("has at most so many characters: %s %i", (field, most) => {
    expect(refusals({ [field]: "x".repeat(most) })).toEqual([]);
    expect(refusals({ [field]: "x".repeat(most + 1) })).toEqual([
      [field, `Use at most ${most.toLocaleString("en-GB")} characters.`],
    ]);
    expect(refusals({ [field]: "a\u0000b" })).toEqual([[field, expect.stringContaining("NUL")]]);
  });

  it("knows three forms, and a speaker by id or none", () => {
    for (const form of ["direct", "mixed", "indirect"]) expect(refusals({ form })).toEqual([]);
    expect(refusals({ form: "spoken" })).toHaveLength(1);
    expect(refusals({ speakerId: null, isDenial: true })).toEqual([]);
    expect(refusals({ speakerId: "x".repeat(64) })).toEqual([]);
    expect(refusals({ speakerId: "x".repeat(65) })).toHaveLength(1);
  });
});
