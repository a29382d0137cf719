import { describe, expect, it } from "vitest";
import { DocumentRefused } from "@/lib/documents";
import { detailsOf, type PageDocument } from "./details";
import { readArticle } from "./read";

const PROSE = [
  "The council of Tanvald voted on Tuesday to keep the old bridge, after eleven hours in which nobody left the room.",
  "“We will not sell it,” said Mira Tanvald, who has chaired the council since the spring, to a row of reporters.",
  "Her deputy, who had wanted the money for a school, did not wait for the count and drove home through the rain.",
  "The circus, which had made the offer, said that it would look for a bridge elsewhere, and thanked the town.",
];

const pageOf = (head: string, prose: readonly string[] = PROSE, body = "") =>
  `<!doctype html><html lang="en-GB"><head><title>Bridge stays | The Tanvald Post</title>${head}</head><body>
<nav><a href="/">Home</a><a href="/politics">Politics</a><a href="/sport">Sport</a></nav>
<main><article><h1>Bridge stays</h1>${prose.map((words) => `<p>${words}</p>`).join("")}</article>${body}</main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ten bridges that you must see</a></li></ul></aside>
<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>`;

const read = (source: string, at: string | null = null) =>
  readArticle({ bytes: Buffer.from(source), name: "saved.html", at });

const LINKED = `<script type="application/ld+json">${JSON.stringify({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "Organization", "@id": "#post", name: "The Tanvald Post" },
    {
      ...{
        "@type": "NewsArticle",
        headline: "Council keeps the bridge",
        datePublished: "2025-10-28T23:30:00-05:00",
      },
      ...{
        author: [{ "@type": "Person", name: "Oskar Brenn" }, { name: "Vera Holt" }],
        publisher: { "@id": "#post" },
      },
      ...{ mainEntityOfPage: "https://post.example/bridge#top", inLanguage: "en-GB" },
    },
  ],
})}</script>`;

describe("the article of a page", () => {
  it("is its prose, without headline, menus, teasers and the foot of the site", async () => {
    const article = await read(pageOf(LINKED));
    expect(article).toMatchObject({ kind: "html", encoding: "UTF-8", notices: [], text: PROSE.join("\n\n") });
  });

  it("tells what the page says of itself, each with its place, the day as the newsroom writes it", async () => {
    const { details } = await read(pageOf(`${LINKED}<meta property="og:title" content="Another title">`));
    expect(details).toEqual({
      title: { value: "Council keeps the bridge", from: "JSON-LD (NewsArticle.headline)" },
      author: { value: "Oskar Brenn, Vera Holt", from: "JSON-LD (NewsArticle.author)" },
      outletName: { value: "The Tanvald Post", from: "JSON-LD (NewsArticle.publisher)" },
      publishedOn: { value: "2025-10-28", from: "JSON-LD (NewsArticle.datePublished)" },
      address: { value: "https://post.example/bridge", from: "JSON-LD (NewsArticle.mainEntityOfPage)" },
      language: { value: "en-GB", from: "JSON-LD (NewsArticle.inLanguage)" },
    });
  });

  it.each([
    [
      "Open Graph",
      '<meta property="og:title" content="From OG">',
      "title",
      "From OG",
      "Open Graph (og:title)",
    ],
    [
      "a name of the site",
      '<meta property="og:site_name" content="The Post">',
      "outletName",
      "The Post",
      "Open Graph (og:site_name)",
    ],
    [
      "the head",
      '<meta name="author" content="By Ana Lind">',
      "author",
      "By Ana Lind",
      "the page’s head (author)",
    ],
    [
      "Dublin Core",
      '<meta name="DC:date" content="28 Oct 2025">',
      "publishedOn",
      "2025-10-28",
      "the page’s head (dc.date)",
    ],
    [
      "canonical",
      '<link rel="canonical" href="/bridge?x=1#a">',
      "address",
      "https://a.example/bridge?x=1",
      "the page’s head (canonical)",
    ],
    ["the answer", "", "address", "https://a.example/b", "the address that answered"],
    ["the page", "", "language", "en-GB", "the page (lang)"],
    ["the heading", "", "title", "Bridge stays", "the page’s heading"],
    [
      "broken linked data",
      '<script type="application/ld+json">{"headline":</script>',
      "title",
      "Bridge stays",
      "the page’s heading",
    ],
  ] as const)("reads %s", async (_, head, name, value, from) => {
    expect((await read(pageOf(head), "https://a.example/b")).details[name]).toEqual({ value, from });
  });

  it.each([
    [
      "a day that there is not",
      '<meta property="article:published_time" content="2025-13-45">',
      "publishedOn",
    ],
    ["a day that may be two", '<meta name="date" content="03/04/2025">', "publishedOn"],
    ["an address that runs", '<link rel="canonical" href="javascript:alert(1)">', "address"],
    [
      "an author that is an address",
      '<meta property="article:author" content="https://facebook.com/ana">',
      "author",
    ],
  ] as const)("does not take %s", async (_, head, name) => {
    expect((await read(pageOf(head))).details[name]).toBeUndefined();
  });

  const linked = (said: object) =>
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...said })}</script>`;
  const BYLINE = '<span class="byline-name">Ana Lind</span>';

  it.each([
    ["the paper", { author: "The Post", publisher: { name: "The Post" } }, BYLINE, "Ana Lind"],
    ["its site", { author: "post.de" }, BYLINE, "Ana Lind"],
    ["its site by its name", { author: "POST", url: "https://www.post.example/bridge" }, BYLINE, "Ana Lind"],
    ["the program's own", { author: "admin" }, BYLINE, "Ana Lind"],
    ["nobody", { author: "Unknown" }, "", undefined],
    ["the paper, where nobody else is named", { author: "The Post", publisher: "The Post" }, "", "The Post"],
    ["somebody with an address", { author: "Ana Lind ana.lind@post.example" }, "", "Ana Lind"],
    ["an address", { author: "ana[at]post.example" }, "", undefined],
    [
      "a mark of another keyboard",
      { author: "Se&#225;n O&#8217;Hare &amp; Ana Lind" },
      "",
      "Seán O’Hare & Ana Lind",
    ],
  ])("the author is not %s", async (_, said, body, author) => {
    expect((await read(pageOf(linked(said), PROSE, body))).details.author?.value).toBe(author);
  });

  it.each([
    ["a headline that was cut", "Bridge...", "Bridge stays", "the page’s heading"],
    ["one with a sign for it", "Bridge…", "Bridge stays", "the page’s heading"],
    [
      "a headline of its own",
      "Council keeps its bridge",
      "Council keeps its bridge",
      "JSON-LD (NewsArticle.headline)",
    ],
    ["one that was cut elsewhere", "The council…", "The council…", "JSON-LD (NewsArticle.headline)"],
  ])("stands whole: %s", async (_, headline, value, from) => {
    expect((await read(pageOf(linked({ headline })))).details.title).toEqual({ value, from });
  });

  it("reads all of a page that holds no article, and says so", async () => {
    const { text, notices } = await read(pageOf("", ["Short."]));
    expect(text).toContain("Short.");
    expect(notices.join()).toMatch(/No article was found/);
  });

  it("takes microdata and a byline on the page where nothing else tells", () => {
    const asked: Record<string, string> = {
      '[itemprop~="headline"]': "By microdata",
      ".byline-name": "Ana Lind\n28 October 2025",
    };
    const element = (textContent: string) => ({ textContent, getAttribute: () => null });
    const document: PageDocument = {
      querySelector: (selector) => (asked[selector] ? element(asked[selector]) : null),
      querySelectorAll: () => [],
    };
    expect(detailsOf(document, { at: null, linked: { said: [], bodies: [] } })).toEqual({
      title: { value: "By microdata", from: "microdata (headline)" },
      author: { value: "Ana Lind", from: "the byline on the page" },
    });
  });
});

describe("a page that was made to break its reader", () => {
  it.each([
    ["elements ten thousand deep", `<html>${"<div>".repeat(10_000)}x`, "too_deep"],
    ["half a million elements", `<html><body>${"<b>x</b>".repeat(500_000)}`, "too_large"],
    ["fifty megabytes", `<html><body><p>${"word ".repeat(10_000_000)}`, "too_large"],
    ["no words", "<html><body><p> </p></body></html>", "empty"],
  ])("%s", async (_, source, rule) => {
    const refused = await read(source).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DocumentRefused);
    expect(refused).toMatchObject({ rule });
  });

  it("is read by its content, whatever its name says", async () => {
    const { kind } = await readArticle({ bytes: Buffer.from(pageOf("")), name: "story.pdf" });
    expect(kind).toBe("html");
  });
});
