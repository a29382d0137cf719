import { describe, expect, it } from "vitest";
import { makeEntry } from "@/bench/entries";
import { type CitedStatement, toCslItem } from "./csl-item";
import { isContained, keptAs, kindOfSource } from "./kinds";

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

describe("a kind of source", () => {
  const WITHOUT_ITS_DAY = ["chicago-author-date", "harvard", "vancouver"];
  it.each([
    ["transcript", { csl: "webpage", genre: "Transcript" }],
    ["broadcast", { csl: "broadcast" }],
    ["hearing", { csl: "hearing", genre: "Hearing", formattedAs: "webpage" }],
    ["speech", { csl: "speech", genre: "Speech", formattedAs: "webpage" }],
    ["post", { csl: "post", formattedAs: "webpage", formattedIn: WITHOUT_ITS_DAY }],
    ["report", { csl: "report" }],
    ["dataset", { csl: "dataset" }],
    ["press_release", { csl: "report", genre: "Press release", formattedAs: "webpage" }],
    ["book", { csl: "book" }],
    ["other", { csl: "document" }],
    ["a kind of tomorrow", { csl: "document" }],
  ])("%s is what it is in CSL, wherever it was printed", (kind, expected) => {
    for (const outlet of [null, OUTLET, { name: "BBC", kind: "unspecified" }])
      expect(kindOfSource(kind, outlet)).toEqual(expected);
  });

  const FORMATTED = ["chicago-notes", ...WITHOUT_ITS_DAY];
  it.each([
    ["newspaper", "The Courier", "article-newspaper"],
    ["agency", "Reuters", "article-newspaper"],
    ["unspecified", "The Courier", "article-newspaper"],
    ["unspecified", "BBC News", "webpage"],
    // whose kind somebody recorded is what they say, whatever its name
    ["newspaper", "Radio Times", "article-newspaper"],
    ["broadcaster", "The Courier", "webpage"],
  ])("an article and an interview of a %s called %s is printed as %s", (kind, name, printed) => {
    expect(kindOfSource("article", { kind, name })).toEqual({ csl: printed });
    expect(kindOfSource("interview", { kind, name })).toEqual({
      ...{ csl: "interview", formattedAs: printed, formattedIn: FORMATTED },
    });
  });

  it("that is printed nowhere is a page", () => {
    expect(kindOfSource("article", null)).toEqual({ csl: "webpage" });
    expect(kindOfSource("interview", null).formattedAs).toBe("webpage");
  });

  it("stands in its outlet, or is published by it", () => {
    for (const type of ["report", "dataset", "book", "document"]) expect(isContained(type)).toBe(false);
    for (const type of ["article-newspaper", "webpage", "speech"]) expect(isContained(type)).toBe(true);
  });
});
