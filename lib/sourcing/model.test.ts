import { describe, expect, it } from "vitest";
import { anonymityRefusals, corroborationOfReports, FACETS, type Report } from "./model";
import { assessmentFieldsSchema } from "./schema";

const report = (id: string, part: Partial<Report> = {}): Report => ({
  id,
  sourceId: `source of ${id}`,
  origin: "original_reporting",
  proximity: "second_hand",
  ...part,
});

describe("corroborationOfReports", () => {
  const one = report("one");
  it.each<[string, Report[], [string, string][], string]>([
    ["nobody supports it", [], [], "none"],
    ["one original report", [report("a")], [], "two_independent"],
    ["two original reports", [report("a"), report("b")], [], "three_plus_independent"],
    ["a report that nobody judged", [report("a", { origin: null })], [], "same_origin_only"],
    ["wire copy", [report("a", { origin: "wire_copy" })], [], "same_origin_only"],
    ["the same source twice", [report("a", { sourceId: one.sourceId })], [], "same_origin_only"],
    [
      "two reports from one other source",
      [report("a"), report("b", { sourceId: "source of a" })],
      [],
      "two_independent",
    ],
    ["a copy of it", [report("a")], [["a", "one"]], "same_origin_only"],
    ["two copies of one origin", [report("a"), report("b")], [["b", "a"]], "two_independent"],
    ["the record itself", [report("a", { proximity: "document_primary" })], [], "documentary_proof"],
  ])("%s", (_, supporters, derived, expected) => {
    expect(corroborationOfReports(one, supporters, derived)).toBe(expected);
  });
});

describe("anonymityRefusals", () => {
  const note = "Speaks without leave and would lose the post.";
  const voice = {
    sourceIdentity: "official_unnamed",
    reliability: "C",
    note,
    corroboration: "none" as const,
  };
  it.each([
    ["a named person", { sourceIdentity: "named_person", reliability: "F", note: "" }, 0],
    ["a collective", { sourceIdentity: "collective", reliability: "F", note: "" }, 0],
    ["explained and fairly reliable", {}, 0],
    ["not explained", { note: "No name." }, 1],
    ["not judged", { reliability: "F" }, 1],
    ["not judged, with a second origin", { reliability: "F", corroboration: "two_independent" as const }, 0],
    ["bare and reliable", { sourceIdentity: "anonymous_bare", reliability: "A" }, 1],
    [
      "bare with a document",
      { sourceIdentity: "anonymous_bare", corroboration: "documentary_proof" as const },
      0,
    ],
    [
      "bare, copies only",
      { sourceIdentity: "anonymous_bare", corroboration: "same_origin_only" as const },
      1,
    ],
    ["nothing right", { reliability: "E", note: "" }, 2],
  ])("%s", (_, part, count) => {
    expect(anonymityRefusals({ ...voice, ...part })).toHaveLength(count);
  });
});

// the words of product.md section 3, as they are stored
it.each([
  ["attributionTerms", "on_record on_background deep_background off_record unspecified"],
  [
    "sourceIdentity",
    "named_person named_organisation spokesperson official_unnamed anonymous_described anonymous_bare pseudonym collective unattributed",
  ],
  [
    "channel",
    "interview_in_person interview_phone interview_written press_conference speech broadcast parliamentary_record court_record official_document press_release dataset social_post leaked_document book academic wire other_outlet recording eyewitness",
  ],
  ["proximity", "first_hand second_hand hearsay_unknown document_primary document_secondary tertiary"],
  [
    "wordingBasis",
    "recording official_transcript own_notes published_text machine_transcript memory unknown",
  ],
  ["origin", "original_reporting wire_copy syndicated aggregated press_release_copy circular_risk"],
  ["interest", "party_to_dispute employer funded_by candidate competitor none_declared"],
  ["sensitivity", "confidential_identity embargoed legal_hold minor safety_risk personal_data"],
])("%s has its words", (key, words) => {
  expect(FACETS.find((facet) => facet.key === key)?.terms.map((term) => term.key)).toEqual(words.split(" "));
});

it("an embargo ends on a whole day or at a minute, not with some month", () => {
  const takes = (until: string) => assessmentFieldsSchema.shape.embargoedUntil.safeParse(until).success;
  expect(["", "2999-01-01", "1 January 2999, 18:00 UTC", "January 2999", "2999"].map(takes)).toEqual([
    ...[true, true, true, false, false],
  ]);
});
