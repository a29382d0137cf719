import { expect, test } from "vitest";
import { claimMetadata } from "./metadata";

const claim = { slug: "lorries", proposition: "Lorries cross the bridge.", state: "published" };
const truth = {
  reasons: "It was shut all winter.",
  asOf: new Date("2026-03-01T00:00:00Z"),
  scaleLabel: { label: "False", scale: { name: "Five steps" } },
};

test.each([
  ["that nobody judged", claim, null, "This desk has not judged whether it is true."],
  [
    "that was judged",
    claim,
    truth,
    "Judged “False” on the scale Five steps, as of 2026-03-01: It was shut all winter.",
  ],
  [
    "that was judged in words",
    claim,
    { ...truth, scaleLabel: null },
    "Judged in words, as of 2026-03-01: It",
  ],
  ["that was withdrawn", { ...claim, state: "withdrawn" }, truth, "This claim was withdrawn."],
])("a claim %s never unfurls as a finding of the desk", (_, of, found, words) => {
  const { title, description, openGraph, twitter } = claimMetadata(of, found);
  expect(title).toBe(`${of.state === "withdrawn" ? "Withdrawn: " : ""}Claim: Lorries cross the bridge.`);
  expect(description).toContain(words);
  expect([openGraph, twitter]).toMatchObject([
    { title, description },
    { title, description },
  ]);
});
