import { describe, expect, it } from "vitest";
import { AXES, FAMILIES, familyOf, SHIPPED_SCALES, valueLabel } from "./model";
import { claimVerdictSchema, verdictFormSchema, verdictSchema } from "./schema";

// product.md section 5
const VALUES = {
  said: "confirmed probable unproven disputed denied misattributed fabricated",
  faithful:
    "exact cosmetic marked_edits meaning_kept meaning_changed spliced fragment_expanded translation_differs cannot_compare",
  in_context: "complete minor_omission material_omission different_occasion satire_as_serious",
  true: "",
};

it("keeps the four axes apart, in their order and with their words", () => {
  const own = Object.fromEntries(
    AXES.map(({ key, values }) => [key, values.map((value) => value.key).join(" ")]),
  );
  expect(Object.keys(own)).toEqual(["said", "faithful", "in_context", "true"]);
  expect(own).toEqual(VALUES);
});

it("ships three scales, the ordered one from 1 to 5", () => {
  expect(SHIPPED_SCALES.map(({ key }) => key)).toEqual(["five_step", "four_way", "narrative"]);
  const [steps, ways, narrative] = SHIPPED_SCALES;
  expect(steps?.labels.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(ways?.labels.map(({ key }) => key)).toEqual(["true", "untrue", "misleading", "unverifiable"]);
  expect(narrative?.labels).toEqual([]);
});

it("draws every value by one of six families, and an unknown one as none", () => {
  for (const { key, values } of AXES)
    for (const value of values) expect(FAMILIES[familyOf(key, value.key)]).toBeDefined();
  expect(familyOf("said", "unheard of")).toBe("none");
  expect(valueLabel("said", "exact")).toBeNull();
});

describe("verdictSchema", () => {
  const verdict = {
    statementId: "st-7k2m9q",
    version: 1,
    axis: "said",
    value: "confirmed",
    reasons: "Heard it.",
  };
  const fields = (part: object) =>
    verdictSchema.safeParse({ ...verdict, ...part }).error?.issues.map(({ path }) => path.join(".")) ?? [];
  it.each<[string, object, string[]]>([
    ["a whole verdict", {}, []],
    ["no reasons", { reasons: " " }, ["reasons"]],
    ["another axis's word", { value: "exact" }, ["value"]],
    ["truth without a scale", { axis: "true", value: "false" }, ["value"]],
    ["truth in words", { axis: "true", value: "narrative" }, []],
    ["a day that lies ahead", { asOf: "2999-01-01" }, ["asOf"]],
    ["a question that lies ahead", { speakerAskedOn: "2999-01-01" }, ["speakerAskedOn"]],
    ["a day that is none", { asOf: "2025-02-30" }, ["asOf"]],
    ["a month in place of a day", { asOf: "October 2025" }, ["asOf"]],
    ["a year in which somebody was asked", { speakerAskedOn: "2025" }, ["speakerAskedOn"]],
  ])("%s", (_, part, expected) => {
    expect(fields(part)).toEqual(expected);
  });
});

it.each<[string, (day: string) => readonly string[]]>([
  ["of judging, by a form", (asOf) => messages(verdictFormSchema.safeParse({ ...FORM, asOf }))],
  [
    "of asking, by a form",
    (speakerAskedOn) => messages(verdictFormSchema.safeParse({ ...FORM, speakerAskedOn })),
  ],
  ["of judging a claim", (asOf) => messages(claimVerdictSchema.safeParse({ ...OF_CLAIM, asOf }))],
])("the day %s is whole, and has come", (_, told) => {
  expect(told("2025-10-28")).toEqual([]);
  expect(told("2999-01-01")).toEqual(["This day lies ahead. Write one that has come."]);
  // kept as one day: of a month, the first would be printed
  expect(told("October 2025")).toEqual([
    "Write a whole day, such as 28 October 2025. 2025-10-28 and Oct. 28, 2025 do as well.",
  ]);
});

const FORM = {
  ...{ statementId: "st-7k2m9q", version: 1, axis: "said", value: "confirmed", reasons: "Heard it." },
  ...{ uncertainty: "", speakerAskedOn: "", speakerAnswered: "", asOf: "" },
};
const OF_CLAIM = { claimId: "c", version: 1, verdict: "narrative", reasons: "The minutes say it." };

function messages({ error }: { error?: { issues: readonly { message: string }[] } | undefined }): string[] {
  return error?.issues.map(({ message }) => message) ?? [];
}
