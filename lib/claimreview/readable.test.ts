import { describe, expect, it } from "vitest";
import { extract } from "@/lib/extraction";
import { checkClaimReviews, readClaimReviews, toDataFeed, toReadable } from "./index";

const REVIEW = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://checks.example/moon",
  claimReviewed: "The moon is made of cheese",
  author: { "@type": "Organization", name: "Check Desk" },
  datePublished: "2025-10-30T08:00:00Z",
  inLanguage: "en-GB",
  reviewRating: { alternateName: "False", ratingExplanation: "Nobody found any" },
  itemReviewed: {
    "@type": "Claim",
    author: { "@type": "Person", name: "Jane\nRoe" },
    datePublished: "2025-10-28",
    appearance: { url: "https://social.example/1" },
  },
};
const read = (one: object) => toReadable(JSON.stringify(one));

describe("a fact check by others", () => {
  it("is a text in which the claim is whose it is, and the verdict nobody's here", () => {
    expect(read(REVIEW)).toEqual({
      text: [
        "Jane Roe claimed on 2025-10-28 that the moon is made of cheese.",
        "Where it appeared: https://social.example/1",
        "Verdict of Check Desk: False. Nobody found any.",
        "Fact check: https://checks.example/moon\n",
      ].join("\n"),
      ...{ count: 1, title: "Fact check: The moon is made of cheese", outletName: "Check Desk", author: "" },
      ...{ address: "https://checks.example/moon", publishedOn: "2025-10-30", language: "en" },
    });
  });

  it("quotes only what somebody gives as said", () => {
    const item = { ...REVIEW.itemReviewed, text: "“Cheese, all of it!”" };
    expect(read({ ...REVIEW, itemReviewed: item })?.text).toContain(
      "Jane Roe said on 2025-10-28: “Cheese, all of it!”\n",
    );
    // the words of the other desk are no quotation
    expect(read(REVIEW)?.text).not.toContain("“");
    const nobody = { ...REVIEW, itemReviewed: { "@type": "Claim" } };
    expect(read(nobody)?.text).toContain("The claim, by nobody who is named: The moon is made of cheese.\n");
  });

  it.each([
    ["de", "Der Mond ist aus Käse", "Jane Roe behauptete am 2025-10-28: Der Mond ist aus Käse."],
    ["es-MX", "La luna es de queso", "Jane Roe afirmó el 2025-10-28 que la luna es de queso."],
    ["fr", "La lune est en fromage", "Jane Roe claimed on 2025-10-28 that La lune est en fromage."],
  ])("in %s is told so that its claims are found", (inLanguage, claimReviewed, sentence) => {
    const text = read({ ...REVIEW, inLanguage, claimReviewed })?.text ?? "";
    expect(text.split("\n", 1)[0]).toBe(sentence);
    const language = inLanguage.slice(0, 2);
    const wordings = extract(text, { language }).map(({ form, wording }) => `${form} ${wording}`);
    const claim = /(?:: | que )(.*)\.$/u.exec(sentence)?.[1];
    expect(wordings).toEqual(claim ? [`indirect ${claim}`] : []);
  });

  it("is in the language that its words look like where it names none", () => {
    const reviewRating = {
      alternateName: "Falsch",
      ratingExplanation: "Niemand hat dort einen Käse gefunden, und es gibt auch keinen.",
    };
    const claimReviewed = "Der Mond ist aus Käse und nicht aus Stein";
    expect(read({ ...REVIEW, inLanguage: undefined, claimReviewed, reviewRating })).toMatchObject({
      language: "de",
      text: expect.stringContaining("behauptete"),
    });
  });

  it("names who checked beside the desk that publishes it", () => {
    const author = { "@type": "Person", name: "Ann Checks" };
    expect(read({ ...REVIEW, author, publisher: { name: "Check Desk" } })).toMatchObject({
      ...{ author: "Ann Checks", outletName: "Check Desk" },
    });
  });

  it("comes in lists, feeds and pages too, with what is common to all", () => {
    const other = { ...REVIEW, url: "https://checks.example/sun", claimReviewed: "Sunlight is cold" };
    const many = toReadable(JSON.stringify({ "@graph": [REVIEW, other] }));
    expect(many).toMatchObject({ count: 2, title: "2 fact checks by Check Desk", address: "" });
    expect(many?.text).toContain("that Sunlight is cold.");
    const page = `<html><script type="application/ld+json">${JSON.stringify(REVIEW)}</script></html>`;
    expect(toReadable(page)?.count).toBe(1);
  });

  it("is of all who made the claim, wherever it appeared", () => {
    const other = {
      author: { "@type": "Organization", name: "The Cheese Board" },
      appearance: ["https://x.example/2"],
    };
    const text = read({ ...REVIEW, itemReviewed: [REVIEW.itemReviewed, other] })?.text ?? "";
    expect(text).toMatch(/^Jane Roe and The Cheese Board claimed /u);
    expect(text).toContain("Where it appeared: https://social.example/1, https://x.example/2\n");
    // words that one of them said are nobody else's
    const said = { ...REVIEW.itemReviewed, text: "“Cheese!”" };
    expect(read({ ...REVIEW, itemReviewed: [other, said] })?.text).toMatch(
      /^Jane Roe said on 2025-10-28: “Cheese!”/u,
    );
  });

  it("is none without a claim", () => {
    const { claimReviewed: _, ...nothing } = REVIEW;
    expect(read(nothing)).toBeNull();
    expect(toReadable(JSON.stringify([nothing, REVIEW]))?.count).toBe(1);
    expect(read({ ...nothing, itemReviewed: { text: "Cheese." } })?.text).toContain(
      "nobody who is named: Cheese.\n",
    );
  });

  it.each([
    ["words with their language", { claimReviewed: { "@value": REVIEW.claimReviewed, "@language": "en" } }],
    ["a desk that is only named", { author: "Check Desk" }],
    ["a verdict that is only named", { reviewRating: "False. Nobody found any" }],
    ["a type with its prefix", { "@type": "schema:ClaimReview" }],
    ["a type in full", { "@type": ["http://www.schema.org/ClaimReview"] }],
  ])("is read with %s", (_, rest) => {
    expect(read({ ...REVIEW, ...rest })).toEqual(read(REVIEW));
  });

  it.each([
    ["<!--\n", "\n-->"],
    ["//<![CDATA[\n", "\n//]]>\n"],
  ])("is found between %j and %j in a page", (before, behind) => {
    const script = `${before}${JSON.stringify(REVIEW)}${behind}`;
    expect(toReadable(`<html><script type="application/ld+json">${script}</script></html>`)).toEqual(
      read(REVIEW),
    );
  });

  it("is cut between characters, and turns nothing beside it", () => {
    const title = read({ ...REVIEW, claimReviewed: `${"a".repeat(287)}😀😀` })?.title ?? "";
    expect([title.length, title.isWellFormed()]).toEqual([299, true]);
    const author = { "@type": "Organization", name: "Check\ud800 \u202eDesk" };
    expect(read({ ...REVIEW, author })?.outletName).toBe("Check\ufffd \u202eDesk\u202c");
  });

  it("takes no address that leads nowhere, and nothing else for one", () => {
    expect(read({ ...REVIEW, url: "javascript:alert(1)" })?.address).toBe("");
    expect(read({ ...REVIEW, "@type": "NewsArticle" })).toBeNull();
    expect(toReadable("Jane said: “No.”")).toBeNull();
    expect(toReadable("{ not JSON")).toBeNull();
  });
});

it("is found again in the feed of data, and is right there", () => {
  const own = {
    ...REVIEW,
    author: { ...REVIEW.author, url: "https://checks.example" },
    dateModified: "2025-11-02",
    citation: "https://x.example",
  };
  const feed = toDataFeed([own, { ...own, url: "https://checks.example/b", dateModified: "2025-11-01" }]);
  expect(feed).toMatchObject({ "@type": "DataFeed", dateModified: "2025-11-02" });
  const placed = readClaimReviews(JSON.stringify(feed)) ?? [];
  expect(placed).toHaveLength(2);
  const errors = checkClaimReviews(placed).flatMap(({ findings }) => findings);
  expect(errors.filter(({ level }) => level === "error")).toEqual([]);
});
