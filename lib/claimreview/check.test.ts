import { describe, expect, it } from "vitest";
import { toClaimReview } from "./build";
import { checkClaimReviews, readClaimReviews } from "./check";
import type { Json, Placed, Site } from "./model";
import { toReadable } from "./readable";

const PAGE = "https://desk.example/claims/lorries";
const WHOLE: Json = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: PAGE,
  claimReviewed: "Lorries crossed the border at night",
  author: { "@type": "Organization", name: "The Desk", url: "https://desk.example" },
  datePublished: "2025-11-03",
  inLanguage: "en",
  citation: ["https://archive.example/log"],
  reviewRating: {
    "@type": "Rating",
    alternateName: "Half true",
    ratingValue: 3,
    bestRating: 5,
    worstRating: 1,
  },
  itemReviewed: {
    "@type": "Claim",
    author: { "@type": "Person", name: "Jane Roe", sameAs: "https://www.wikidata.org/wiki/Q1" },
    datePublished: "2025-10-28",
    appearance: { "@type": "CreativeWork", url: "https://news.example/a" },
  },
};
const item = (change: Json) => ({ itemReviewed: { ...(WHOLE.itemReviewed as Json), ...change } });
const rating = (change: Json) => ({ reviewRating: { ...(WHOLE.reviewRating as Json), ...change } });
const claimant = (change: Json) =>
  item({ author: { "@type": "Person", name: "Jane Roe", sameAs: "x", ...change } });

function codes(change: Json, placed: Partial<Placed> = {}, site: Site = {}): string[] {
  const [first] = checkClaimReviews([{ review: { ...WHOLE, ...change }, page: PAGE, ...placed }], site);
  return first?.findings.map(({ code }) => code) ?? [];
}

describe("what is wrong by itself", () => {
  it("is nothing, of a whole one", () => expect(codes({})).toEqual([]));

  it.each<[string, Json, string[]]>([
    ["no url", { url: "" }, ["E01"]],
    ["a path", { url: "/claims/lorries" }, ["E02"]],
    ["another scheme", { url: "ftp://desk.example/a" }, ["E02"]],
    ["another host", { url: "https://other.example/a" }, ["E03"]],
    ["a host that only ends alike", { url: "https://mydesk.example/a" }, ["E03"]],
    ["a subdomain", { url: "https://facts.desk.example/a#b" }, []],
    ["a shortened one", { url: "https://bit.ly/3x" }, ["E03", "E04"]],
    ["no claim", { claimReviewed: " " }, ["E05"]],
    ["no rating", { reviewRating: undefined }, ["E06"]],
    ["no word", rating({ alternateName: "" }), ["E07"]],
    ["a word under name", rating({ alternateName: undefined, name: "Half true" }), []],
    ["a number too high", rating({ ratingValue: 6 }), ["E08"]],
    ["a number too low, as text", rating({ ratingValue: "0" }), ["E08"]],
    ["a scale upside down", rating({ bestRating: 1, worstRating: 5 }), ["E09"]],
    ["a scale of one", rating({ bestRating: 3, worstRating: 3 }), ["E09"]],
    ["a scale from nought", rating({ worstRating: 0 }), ["E10"]],
    ["a word for a number", rating({ ratingValue: "three" }), ["E11"]],
    ["one number of three", rating({ bestRating: undefined, worstRating: undefined }), ["E11"]],
    [
      "no numbers at all",
      rating({ ratingValue: undefined, bestRating: undefined, worstRating: undefined }),
      [],
    ],
    ["nobody who checked", { author: { "@type": "Organization" } }, ["E12"]],
    ["a claimant without a name", claimant({ name: "" }), ["E13"]],
    ["nobody who claimed", item({ author: undefined }), []],
    ["who checked as who claimed", claimant({ name: "the desk" }), ["E14"]],
    ["a day that is none", { datePublished: "3 November 2025" }, ["E17"]],
    ["the 30th of February", item({ datePublished: "2025-02-30" }), ["E17"]],
    ["a work in place of a claim", item({ "@type": "CreativeWork" }), ["E18"]],
    ["nobody in particular", claimant({ name: "Various" }), ["E19"]],
    ["a long claim", { claimReviewed: "Lorries crossed ".repeat(6) }, ["W01"]],
    ["the verdict in the claim", { claimReviewed: "It is half true that lorries crossed" }, ["W02"]],
    ["a checker without an address", { author: { name: "The Desk" } }, ["W03"]],
    ["a claimant whom nothing tells apart", claimant({ sameAs: undefined }), ["W04"]],
    ["no place where it appeared", item({ appearance: undefined }), ["W05"]],
    ["both places", item({ firstAppearance: { url: "https://a.example" } }), ["W06"]],
    ["a claim after its review", item({ datePublished: "2025-12-01" }), ["W07"]],
    ["a number for what has no order", rating({ alternateName: "Missing context" }), ["W08"]],
    ["no day", { datePublished: undefined }, ["W10"]],
    ["no evidence", { citation: [] }, ["W11"]],
    ["no language", { inLanguage: undefined }, ["W13"]],
    ["a claim denied", { claimReviewed: "It is not true that lorries crossed" }, ["W14"]],
  ])("is, with %s, %j: %j", (_, change, expected) => expect(codes(change)).toEqual(expected));

  it("is a verdict that its page does not show", () => {
    expect(codes({}, { shownVerdict: "False" })).toEqual(["E20"]);
    expect(codes({}, { shownVerdict: "HALF TRUE." })).toEqual([]);
    expect(codes({}, { isOrdered: false })).toEqual(["W08"]);
    expect(codes({}, {}, { hasCorrectionsPolicy: false })).toEqual(["W12"]);
  });
});

it("finds what is wrong with several beside one another", () => {
  const of = (page: string | null, change: Json = {}) => ({ review: { ...WHOLE, ...change }, page });
  const found = (placed: readonly Placed[]) =>
    checkClaimReviews(placed).map(({ findings }) => findings.map(({ code }) => code).join(" "));
  expect(found([of(PAGE), of(PAGE, { url: `${PAGE}#2` })])).toEqual(["E15", "E15"]);
  expect(found([of(PAGE), of(`${PAGE}/other`)])).toEqual(["E16", "E16"]);
  const other = { url: `${PAGE}/other`, ...rating({ alternateName: "Mixed" }) };
  expect(found([of(PAGE), of(`${PAGE}/other`, other)])).toEqual(["W09", "W09"]);
});

describe("a file", () => {
  const json = JSON.stringify(WHOLE);
  it.each([
    ["one", json, 1],
    ["a list", `[${json},${json}]`, 2],
    ["a graph", `{"@graph":[{"@type":"WebPage"},${json}]}`, 1],
    ["a feed", `{"@type":"DataFeed","dataFeedElement":[{"item":[${json}]}]}`, 1],
    [
      "a page",
      `<!doctype html><script type="application/ld+json">${json}</script><script type='application/ld+json'>{</script>`,
      1,
    ],
    ["a page without any", "<html></html>", 0],
    [
      "a page without marks, and with space",
      `<html><SCRIPT id=a type = application/ld+json >${json}</script >`,
      1,
    ],
    ["a page that breaks off", `<html><script type="application/ld+json">${json}`, 1],
    [
      "a page that is none further on",
      `<html><script type="application/ld+json">${json}</script>${"<b>".repeat(600)}`,
      1,
    ],
    ["something else", '{"a":1}', 0],
  ])("that is %s", (_, text, count) => expect(readClaimReviews(text)).toHaveLength(count));

  it("that is neither a page nor JSON is none", () => expect(readClaimReviews("lorries")).toBeNull());
  it("that is a page is placed at its canonical address", () => {
    const page = `<html><link href="https://a.example/b?c=1&amp;d" rel='canonical'><script type="application/ld+json">${json}</script>`;
    expect(readClaimReviews(page)).toMatchObject([{ page: "https://a.example/b?c=1&d" }]);
    expect(readClaimReviews(page, PAGE)).toMatchObject([{ page: PAGE }]);
  });
  it("that holds what no property is has no text there", () => {
    const nowhere = `${'{"url":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    const odd = `{"@type":["ClaimReview",{"toString":1}],"url":${nowhere},"claimReviewed":[[{"toString":1}]],"itemReviewed":{"text":"Cheese."}}`;
    const placed = readClaimReviews(odd) ?? [];
    expect(checkClaimReviews(placed)[0]?.findings.map(({ code }) => code)).toContain("E05");
    expect(toReadable(odd)).toMatchObject({ count: 1, address: "" });
  });
  it("that nests without end is left off", () => {
    expect(readClaimReviews(`${'{"@graph":'.repeat(60)}${json}${"}".repeat(60)}`)).toEqual([]);
  });
});

describe("a claim of the desk", () => {
  const verdict = {
    ...{
      reasons: "The log says so.",
      label: "Half true",
      number: 3,
      isOrdered: true,
      numbers: [1, 2, 3, 4, 5],
    },
    ...{ asOf: new Date("2025-11-03T00:00:00Z"), givenAt: new Date("2025-11-04T10:00:00Z") },
    evidence: [{ title: "", address: "https://archive.example/log" }],
  };
  const speaker = { name: "Jane Roe", kind: "person", wikidataId: "Q1", role: "minister" };
  const said = { speaker, words: "“They crossed”", saidOn: "2025-10-28", address: "https://news.example/a" };
  const claim = { slug: "lorries", proposition: "Lorries crossed the border", verdict, assertions: [said] };
  const check = (review: Json) =>
    checkClaimReviews([{ review, page: String(review.url), shownVerdict: "Half true" }])[0]?.findings.map(
      ({ code }) => code,
    );

  it("has nothing wrong with it", () => {
    const review = toClaimReview(claim);
    expect(check(review)).toEqual([]);
    expect(review.reviewRating).toMatchObject({ alternateName: "Half true", ratingValue: 3, bestRating: 5 });
  });

  it("has no number where the scale has no order, and no claimant where nobody is named", () => {
    const anonymous = { ...said, speaker: { ...speaker, kind: "anonymous", name: "an aide" } };
    const review = toClaimReview({
      ...claim,
      proposition: "Lorries crossed the border ".repeat(9),
      verdict: { ...verdict, isOrdered: false, number: null, numbers: [] },
      assertions: [anonymous],
    });
    expect(check(review)).toEqual([]);
    expect(JSON.stringify(review)).not.toMatch(/ratingValue|an aide/u);
  });
});
