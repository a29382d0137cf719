import type { Feed } from "./model";

/** A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed): string {
  const items = feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.html,
    date_published: entry.published.toISOString(),
    date_modified: entry.updated.toISOString(),
    authors: [{ name: entry.author }],
    language: entry.language,
  }));
  const { title, url, self, desk } = feed;
  const version = "https://jsonfeed.org/version/1.1";
  const head = { version, title, home_page_url: url, feed_url: self, authors: [{ name: desk }] };
  return `${JSON.stringify({ ...head, items }, null, 2)}\n`;
}
