import { expect, it } from "vitest";
import { unknownIn } from "@/lib/http";

const KNOWN = {
  q: "one",
  id: "any",
  form: ["direct", "mixed"],
  since: (value: string) => (/^\d{4}$/u.test(value) ? null : "It is a year."),
} as const;

it.each([
  ["everything is known", { q: "x", form: ["direct", "mixed,direct"], since: "2026" }, []],
  ["nothing is asked", {}, []],
  ["several of what may be several", { id: ["a", "b"] }, []],
  ["two searches", { q: ["a", "b"] }, ["“q” is asked for more than once, and takes one value."]],
  ["two days", { since: ["2025", "2026"] }, ["“since” is asked for more than once, and takes one value."]],
  ["an empty choice of a form", { form: "", since: "" }, []],
  ["a value", { form: "banana" }, ["“banana” is no value of “form”. It may be direct, mixed."]],
  [
    "one of many",
    { form: ["direct", "mixed,banana"] },
    ["“banana” is no value of “form”. It may be direct, mixed."],
  ],
  ["a checked value", { since: "May" }, ["“May” is no value of “since”. It is a year."]],
  [
    "a name",
    { from: "x" },
    ["“from” is nothing that this address can ask for. It may ask for q, id, form, since."],
  ],
  [
    "a name of every object",
    { constructor: "x" },
    ["“constructor” is nothing that this address can ask for. It may ask for q, id, form, since."],
  ],
])("%s", (_, params, said) => expect(unknownIn(params, KNOWN)).toEqual(said));

it("says that an address asks for nothing, and is no longer than its question", () => {
  expect(unknownIn({ a: "1" }, {})).toEqual([
    "“a” is nothing that this address can ask for. It asks for nothing.",
  ]);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${"n".repeat(500)}${at}`, "1"]));
  expect(unknownIn(many, {}).join("").length).toBeLessThan(2000);
});
