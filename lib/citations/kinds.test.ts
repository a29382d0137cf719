import { describe, expect, it } from "vitest";
import { makeEntry } from "@/bench/entries";
import { type CitedStatement, toCslItem } from "./csl-item";
import { keptAs } from "./kinds";

const OUTLET = { name: "The Example Times", slug: "the-example-times", kind: "newspaper" };

function from(rest: Partial<CitedStatement["source"]>): CitedStatement {
  const { hops: _, ...entry } = makeEntry(1);
  const byline = { author: "Abid Hussain", authorNames: null };
  return { ...entry, hops: [], source: { ...entry.source, ...byline, outlet: OUTLET, ...rest } };
}

describe("what programs keep a source as", () => {
  it.each([
    ["interview", {}, "article-newspaper"],
    ["interview", { outlet: { name: "Radio One", kind: "broadcaster" } }, "webpage"],
    ["interview", { outlet: null }, "webpage"],
    ["interview", { outlet: null, address: null }, "personal_communication"],
    ["other", {}, "webpage"],
    ["other", { address: null }, "document"],
    ["hearing", {}, "hearing"],
    ["speech", { address: null }, "speech"],
  ])("%s %j is a %s", (kind, rest, kept) => {
    expect(keptAs(from({ kind, ...rest }))).toBe(kept);
  });

  it("names who asked in an interview, and who holds a hearing", () => {
    expect(toCslItem(from({ kind: "interview" })).note).toContain(" Interviewed by Abid Hussain. ");
    expect(toCslItem(from({ kind: "article" })).note).not.toContain("Interviewed");
    expect(toCslItem(from({ kind: "hearing" })).authority).toBe("The Example Times");
  });
});
