import { type Feed, type FeedEntry, updatedOf } from "./model";

/** A feed in Atom (RFC 4287). */
export function toAtom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${inXml(feed.self)}</id>`,
    `<title>${inXml(feed.title)}</title>`,
    `<updated>${updatedOf(feed).toISOString()}</updated>`,
    `<author><name>${inXml(feed.desk)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${inXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${inXml(feed.url)}"/>`,
    ...feed.entries.map(toEntry),
    "</feed>",
    "",
  ].join("\n");
}

function toEntry(entry: FeedEntry): string {
  return [
    `<entry xml:lang="${inXml(entry.language)}">`,
    `<id>${inXml(entry.id)}</id>`,
    `<title>${inXml(entry.title)}</title>`,
    `<author><name>${inXml(entry.author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${inXml(entry.url)}"/>`,
    `<published>${entry.published.toISOString()}</published>`,
    `<updated>${entry.updated.toISOString()}</updated>`,
    `<content type="html">${inXml(entry.html)}</content>`,
    "</entry>",
  ].join("\n");
}

// what XML 1.0 has no sign for (https://www.w3.org/TR/xml/#charsets): controls, halves of pairs and two that are no characters
const NO_XML = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

/** A text within an element or an attribute of XML. */
export function inXml(text: string): string {
  return text.replace(NO_XML, "\ufffd").replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
