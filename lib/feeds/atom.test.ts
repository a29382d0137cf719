import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { expect, it } from "vitest";
import { inXml, toAtom } from "./atom";
import { toJsonFeed } from "./json-feed";
import type { Feed } from "./model";

const FEED: Feed = {
  ...{
    title: "What <b> said & more",
    url: "https://v.example/statements",
    self: "https://v.example/feeds/a?q=1&b=2",
  },
  desk: "The Desk",
  entries: [
    {
      ...{
        id: "https://v.example/statements/st-1",
        url: "https://v.example/statements/st-1",
        language: "ur",
      },
      ...{ title: "A \u0000 \ud800 ]]>", html: '<p dir="auto">“نہیں”</p>', author: "Ada & Co" },
      ...{ published: new Date("2025-11-01T00:00:00Z"), updated: new Date("2025-11-05T00:00:00Z") },
    },
  ],
};

it("writes Atom with what RFC 4287 asks of a feed and of an entry, and nothing that XML cannot hold", () => {
  const atom = toAtom(FEED);
  expect(atom).toContain("<title>What &#60;b&#62; said &#38; more</title>");
  expect(atom).toContain(
    '<link rel="self" type="application/atom+xml" href="https://v.example/feeds/a?q=1&#38;b=2"/>',
  );
  expect(atom.match(/<updated>[^<]+/gu)).toEqual([
    "<updated>2025-11-05T00:00:00.000Z",
    "<updated>2025-11-05T00:00:00.000Z",
  ]);
  expect(atom).toContain("<title>A \ufffd \ufffd ]]&#62;</title>");
  expect(atom).toContain("&#60;p dir=&#34;auto&#34;&#62;“نہیں”&#60;/p&#62;");
  expect(inXml("a\tb\u0008c\uffff😀")).toBe("a\tb\ufffdc\ufffd😀");
  // an empty feed has a day too, and always the same
  expect(toAtom({ ...FEED, entries: [] })).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
});

it("writes JSON Feed 1.1", () => {
  const feed = JSON.parse(toJsonFeed(FEED)) as Record<string, unknown>;
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    feed_url: FEED.self,
    home_page_url: FEED.url,
  });
  expect(feed.items).toMatchObject([
    { id: FEED.entries[0]?.id, language: "ur", date_modified: "2025-11-05T00:00:00.000Z" },
  ]);
});

it("writes both so that a reader of feeds finds in each what the other says", () => {
  const [entry] = FEED.entries;
  const atom = parseAtomFeed(toAtom(FEED));
  expect(atom).toMatchObject({ id: FEED.self, title: { value: FEED.title } });
  expect(atom.entries).toMatchObject([
    {
      ...{
        id: entry?.id,
        title: { value: "A \ufffd \ufffd ]]>" },
        content: { value: entry?.html, type: "html" },
      },
      ...{ published: "2025-11-01T00:00:00.000Z", updated: "2025-11-05T00:00:00.000Z" },
      authors: [{ name: entry?.author }],
    },
  ]);
  const json = parseJsonFeed(toJsonFeed(FEED));
  expect(json).toMatchObject({ title: FEED.title, feed_url: FEED.self, home_page_url: FEED.url });
  expect(json.items).toMatchObject([
    {
      ...{ id: entry?.id, url: entry?.url, content_html: entry?.html, language: entry?.language },
      ...{ date_published: "2025-11-01T00:00:00.000Z", date_modified: "2025-11-05T00:00:00.000Z" },
      authors: [{ name: entry?.author }],
    },
  ]);
});
