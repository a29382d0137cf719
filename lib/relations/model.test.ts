import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canDecide, isSymmetric, RELATION_STATES, RELATION_TYPES, storedEnds, wordingsKeyOf } from "./model";

// product.md section 4
const SYMMETRIC = ["contradicts", "numeric_conflict", "temporal_conflict", "same_utterance"];
const DIRECTED =
  "disputes_attribution denies_saying misquotes misattributes context_omitted qualifies updates reverses retracts corrects repeats derives_from corroborates responds_to";

describe("the types of relation", () => {
  it("are those of product.md, in their direction", () => {
    const keys = (direction: string) =>
      RELATION_TYPES.filter((type) => type.direction === direction).map(({ key }) => key);
    expect(keys("symmetric")).toEqual(SYMMETRIC);
    expect(keys("directed")).toEqual(DIRECTED.split(" "));
  });

  it("have one order when symmetric and keep theirs when directed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELATION_TYPES), fc.uuid(), fc.uuid(), ({ key }, a, b) => {
        const [there, back] = [storedEnds(key, a, b), storedEnds(key, b, a)];
        if (isSymmetric(key)) return there.fromId === back.fromId && there.fromId <= there.toId;
        return there.fromId === a && there.toId === b && back.fromId === b;
      }),
    );
  });
});

it("keeps the key of two wordings whichever stands first, and changes it with either", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
      fc.pre(c !== a && c !== b);
      return wordingsKeyOf(a, b) === wordingsKeyOf(b, a) && wordingsKeyOf(a, b) !== wordingsKeyOf(a, c);
    }),
  );
});

it.each([
  ["suggested", ["confirmed", "rejected"]],
  ["confirmed", ["rejected", "resolved"]],
  ["rejected", ["reopened"]],
  ["resolved", ["reopened"]],
])("%s can only be %s", (state, decisions) => {
  expect(RELATION_STATES.map(({ key }) => key)).toContain(state);
  const all = ["confirmed", "rejected", "resolved", "reopened"] as const;
  expect(all.filter((decision) => canDecide(state, decision))).toEqual(decisions);
});
