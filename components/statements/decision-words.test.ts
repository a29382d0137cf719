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
      "Faithful?: exact, as before · Holds as of: 30 October 2025 → 3 November 2025, 05:58 UTC",
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
    ["the same again", "verdict.given", verdict, verdict, "Faithful?: exact, as before"],
    [
      "evidence",
      "verdict.given",
      verdict,
      { ...verdict, evidence: ["The tape", "A letter"] },
      "Faithful?: exact, as before · Evidence: The tape → The tape; A letter",
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
      "a position whose note alone is another",
      "position.taken",
      { claim: "c", stance: "asserts", note: "" },
      { claim: "c", stance: "asserts", note: "In so many words." },
      "Position on c: asserts, as before · Note: In so many words.",
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
    [
      "long reasons that differ at their end",
      "verdict.given",
      { ...verdict, reasons: `${"The same words. ".repeat(20)}He said it.` },
      { ...verdict, reasons: `${"The same words. ".repeat(20)}He never said it.` },
      expect.stringMatching(
        /^Faithful\?: exact, as before · Reasons: ….*He said it\. → ….*He never said it\.$/,
      ) as never,
    ],
    [
      "evidence behind much other",
      "verdict.given",
      { ...verdict, evidence: ["A".repeat(150), "The tape"] },
      { ...verdict, evidence: ["A".repeat(150), "The letter"] },
      expect.stringMatching(/The tape → .*The letter$/) as never,
    ],
    [
      "a relation in other words",
      "relation.confirmed",
      { state: "suggested", rationale: "One bridge.", comparability: "", unit: null },
      {
        state: "confirmed",
        rationale: "One bridge.",
        comparability: "One winter.",
        type: "contradicts",
        unit: "t",
      },
      "Contradicts · State: suggested → confirmed · Why comparable: One winter. · Unit: t",
    ],
    [
      "a reviewer and a day",
      "review.assign",
      { state: "in_review", assignee: "Ann", dueOn: "2026-12-01T00:00:00.000Z" },
      { state: "in_review", assigneeId: "x", assignee: "Ben", dueOn: null },
      "Reviewer: Ann → Ben · Due: 1 December 2026 → none",
    ],
    [
      "what a correction would change",
      "review.propose_correction",
      { state: "published", fields: { place: "Kabul", speakerId: "a", speaker: "Ann" } },
      { state: "published", kind: "correction", fields: { place: "Herat", speakerId: "b", speaker: "Ben" } },
      "Place: Kabul → Herat · Speaker: Ann → Ben",
    ],
    [
      "what is given anew for it",
      "review.judge_again",
      null,
      {
        answers: [
          { subject: "verdict:said", outcome: "anew", reason: "Heard.", given: { value: "denied" } },
          { subject: "position:c", outcome: "anew", reason: "Read.", given: { stance: "doubts" } },
        ],
      },
      "Said? judged anew, denied: Heard. · Position on c judged anew, doubts: Read.",
    ],
    [
      "what was changed in public",
      "notice.given",
      null,
      { changes: [{ what: "The speaker’s name", before: "Jon", after: "John" }] },
      "The speaker’s name: Jon → John",
    ],
    ["a move", "statement.put_into_story", { story: "a" }, { story: "b" }, "Story: a → b"],
    [
      "a difference that is explained otherwise",
      "statement.edited",
      { place: "Kabul", anchorExplanation: "A slip." },
      { place: "Kabul", anchorExplanation: "A slip of the agency." },
      "Difference explained: “A slip.” → “A slip of the agency.”",
    ],
    [
      "a difference that stays explained",
      "statement.edited",
      { anchorExplanation: "A slip." },
      { anchorExplanation: "A slip." },
      "",
    ],
    ["a step", "review.approve", { state: "submitted" }, { state: "approved" }, ""],
  ])("tells %s", (_, action, before, after, words) => {
    expect(told(action, before, after)).toEqual(words);
  });

  it("says nothing of a record that it cannot read", () => {
    expect(decisionWords("verdict.given", "{", "[]")).toBe("");
  });
});
