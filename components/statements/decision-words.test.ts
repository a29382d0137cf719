import { describe, expect, it } from "vitest";
import { decisionWords } from "./decision-words";

const told = (action: string, before: unknown, after: unknown) =>
  decisionWords(action, before === null ? null : JSON.stringify(before), JSON.stringify(after));

describe("what a decision changed", () => {
  const verdict = { axis: "faithful", value: "exact", reasons: "Heard.", evidence: ["The tape"] };
  const sourcing = {
    ...{ channel: "speech", reliability: "B", credibility: 2, note: "", embargoedUntil: null },
    facets: [{ facet: "interest", value: "none_declared" }],
  };
  it.each<[string, string, unknown, unknown, string]>([
    [
      "a first verdict",
      "verdict.given",
      null,
      verdict,
      "Faithful?: exact · Reasons: Heard. · Evidence: The tape",
    ],
    [
      "the day and the minute of which it holds",
      "verdict.given",
      { ...verdict, asOf: "2025-10-30T00:00:00.000Z" },
      { ...verdict, asOf: "2025-11-03T05:58:02.704Z" },
      "Holds as of: 30 October 2025 → 3 November 2025, 05:58 UTC",
    ],
    [
      "another verdict",
      "verdict.given",
      verdict,
      { ...verdict, value: "cosmetic" },
      "Faithful?: exact → cosmetic",
    ],
    [
      "what was judged again",
      "review.judge_again",
      null,
      {
        answers: [
          { subject: "verdict:said", outcome: "holds", reason: "Heard again." },
          { subject: "check:words_match", outcome: "anew", reason: "One word is missing." },
          { subject: "relation:rel-abc", outcome: "falls", reason: "Another bridge." },
        ],
      },
      "Said? still holds: Heard again. · “Words match the source” judged anew: One word is missing. · Relation rel-abc no longer holds: Another bridge.",
    ],
    ["the same again", "verdict.given", verdict, verdict, ""],
    [
      "evidence",
      "verdict.given",
      verdict,
      { ...verdict, evidence: ["The tape", "A letter"] },
      "Evidence: The tape → The tape; A letter",
    ],
    [
      "truth taken back",
      "verdict.withdrawn",
      { axis: "true", value: "x", label: "Mostly true" },
      { axis: "true", value: "not_judged" },
      "True?: mostly true → not judged",
    ],
    [
      "a facet",
      "sourcing.assessed",
      sourcing,
      { ...sourcing, channel: "broadcast" },
      "Channel: speech → broadcast",
    ],
    [
      "a facet of many",
      "sourcing.assessed",
      sourcing,
      { ...sourcing, facets: [{ facet: "interest", value: "employer" }] },
      "Interest: none declared → employer",
    ],
    [
      "a check",
      "review.checked",
      { words_match: { isDone: true, note: "" } },
      { words_match: { isDone: false, note: "One differs." } },
      "Words match the source: done → not done (One differs.)",
    ],
    [
      "a check whose note stays",
      "review.checked",
      { words_match: { isDone: false, note: "No." } },
      { words_match: { isDone: false } },
      "",
    ],
    [
      "a position",
      "position.taken",
      { claim: "c", stance: "asserts", note: "" },
      { claim: "c", stance: "doubts", note: "" },
      "Position on c: asserts → doubts",
    ],
    [
      "a position given up",
      "position.withdrawn",
      { claim: "c", stance: "asserts", note: "" },
      {},
      "Position on c: asserts → none",
    ],
    [
      "a relation",
      "relation.resolved",
      { state: "confirmed", resolution: null },
      { state: "resolved", resolution: "a_stands" },
      expect.stringContaining("State: confirmed → resolved") as never,
    ],
    [
      "a field",
      "statement.edited",
      { place: "Kabul", cue: "said" },
      { place: "Herat", cue: "said" },
      "Place: Kabul → Herat",
    ],
    ["a step", "review.approve", { state: "submitted" }, { state: "approved" }, ""],
  ])("tells %s", (_, action, before, after, words) => {
    expect(told(action, before, after)).toEqual(words);
  });

  it("says nothing of a record that it cannot read", () => {
    expect(decisionWords("verdict.given", "{", "[]")).toBe("");
  });
});
