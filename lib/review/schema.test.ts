import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { CHECKLIST } from "@/lib/publication";
import { assignSchema, checklistFormSchema, checklistSchema, moveSchema, wordedMoveSchema } from "./schema";

const AT = { statementId: "st-7k2m9q", version: 3 };
const refusals = (schema: z.ZodType, typed: object) =>
  (schema.safeParse(typed).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a step", () => {
  it("names the statement and the save that was read", () => {
    expect(moveSchema.parse({ ...AT, statementId: ` ${AT.statementId} ` })).toEqual(AT);
    for (const typed of [
      { statementId: AT.statementId },
      { ...AT, version: 0 },
      { ...AT, version: 1.5 },
      { ...AT, statementId: " " },
    ]) {
      expect(refusals(moveSchema, typed)).toHaveLength(1);
    }
    expect(moveSchema.parse({ ...AT, version: 1 }).version).toBe(1);
  });

  it("has words of 4,000 characters at most, without the space around them; none are empty ones", () => {
    expect(wordedMoveSchema.parse(AT).words).toBe("");
    expect(wordedMoveSchema.parse({ ...AT, words: " Which day?\n" }).words).toBe("Which day?");
    expect(refusals(wordedMoveSchema, { ...AT, words: "x".repeat(4000) })).toEqual([]);
    expect(refusals(wordedMoveSchema, { ...AT, words: "x".repeat(4001) })).toEqual([
      "words: Write at most 4,000 characters.",
    ]);
  });
});

describe("assigning", () => {
  it.each([
    ["a reviewer, and leaves the day as it is", { assigneeId: " a " }, { assigneeId: "a" }],
    [
      "a reviewer and a day",
      { assigneeId: "a", dueOn: " 2025-10-28 " },
      { assigneeId: "a", dueOn: "2025-10-28" },
    ],
    ["no day", { assigneeId: "a", dueOn: "  " }, { assigneeId: "a", dueOn: "" }],
  ])("takes %s", (_, typed, expected) => {
    expect(assignSchema.parse({ ...AT, ...typed })).toEqual({ ...AT, ...expected });
  });

  it.each([
    ["nobody", { assigneeId: " " }, "assigneeId: Choose who reviews it."],
    [
      "no date",
      { assigneeId: "a", dueOn: "soon" },
      "dueOn: Write a whole day, such as 28 October 2025. 2025-10-28 and Oct. 28, 2025 do as well.",
    ],
    ["a day that is none", { assigneeId: "a", dueOn: "2025-02-30" }, "dueOn: February 2025 has no day 30."],
  ])("refuses %s", (_, typed, expected) => {
    expect(refusals(assignSchema, { ...AT, ...typed })).toEqual([expected]);
  });
});

describe("the checklist", () => {
  const done = { isDone: true, note: "" };

  it("takes every item of the list, or some, and no other", () => {
    const checks = Object.fromEntries(CHECKLIST.map(({ key }) => [key, done]));
    expect(checklistFormSchema.parse({ ...AT, checks })).toEqual({ ...AT, checks });
    expect(checklistSchema.parse({ ...AT, checks: {} })).toEqual({ ...AT, checks: {} });
    const { checks: read } = checklistSchema.parse({ ...AT, checks: { all_well: done } });
    expect(read).toEqual({});
  });

  it.each(CHECKLIST.map(({ key }) => key))(
    "of %s keeps a note that a program leaves out, and empties one that a form does",
    (key) => {
      const checks = { [key]: { isDone: false } };
      expect(checklistSchema.parse({ ...AT, checks })).toEqual({ ...AT, checks });
      expect(refusals(checklistFormSchema, { ...AT, checks })).toHaveLength(1);
      const noted = { [key]: { isDone: false, note: " No translation. " } };
      expect(checklistFormSchema.parse({ ...AT, checks: noted }).checks[key]?.note).toBe("No translation.");
      const long = { [key]: { isDone: false, note: "x".repeat(4001) } };
      expect(refusals(checklistSchema, { ...AT, checks: long })).toHaveLength(1);
    },
  );
});
