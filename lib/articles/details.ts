import { knownDay, knownLanguage, shortLine, webAddress } from "./kept";
import type { Linked, LinkedData } from "./linked-data";
import type { DetailName, FoundDetail, FoundDetails } from "./model";

/** The few things of a page's document that are asked. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
export interface PageElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}

type Found = { readonly name: DetailName; readonly value: string; readonly from: string };

/**
 * What a page says of itself, each from the first place that says it: linked data (JSON-LD), Open Graph, the tags of scholars and of
 * newspapers, microdata, then the page as it is seen. `at` is the address it was fetched from.
 */
export function detailsOf(
  document: PageDocument,
  { at, linked }: { at: string | null; linked: LinkedData },
): FoundDetails {
  const details: Partial<Record<DetailName, FoundDetail>> = {};
  const authors: FoundDetail[] = [];
  for (const { name, value, from } of everyDetail(document, linked)) {
    if (details[name] !== undefined && name !== "author") continue;
    const kept = keptAs(name, value, at);
    if (kept === null) continue;
    if (name === "author") authors.push({ value: kept, from });
    else details[name] = { value: kept, from };
  }
  const author = authors.find(({ value }) => !isOutlet(value, details)) ?? authors[0];
  if (author) details.author = author;
  if (details.title) details.title = whole(details.title, document);
  if (details.address === undefined && at !== null)
    details.address = { value: at, from: "the address that answered" };
  return details;
}

/** Whether what stands as an author is the paper or its site: whoever wrote it may be named further down. */
function isOutlet(author: string, { outletName, address }: FoundDetails): boolean {
  const bare = (words: string) => plainWords(words).replaceAll(" ", "");
  const host = address ? new URL(address.value).hostname.replace(/^www\./u, "") : "";
  const names = [outletName?.value ?? "", host, host.replace(/\.[^.]+$/u, "")].map(bare);
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,4}$/u.test(author) || names.includes(bare(author));
}

/** A headline that was cut for those who take no longer ones, as it stands over the article. */
function whole(title: FoundDetail, document: PageDocument): FoundDetail {
  const stem = title.value.replace(/\s*(?:…|\.{3})$/u, "");
  if (stem === title.value && stem.length < CUT_UTF16) return title;
  const headings = headlinesOf(document)
    .slice(0, -1)
    .map((one) => shortLine(one, 300) ?? "");
  const found = headings.find(
    (one) => one.length > title.value.length && plainWords(one).startsWith(plainWords(stem)),
  );
  return found === undefined ? title : { value: found, from: "the page’s heading" };
}

// search engines ask for headlines of at most 110
const CUT_UTF16 = 100;

function keptAs(name: DetailName, value: string, at: string | null): string | null {
  if (name === "address") return webAddress(value, at);
  if (name === "publishedOn") return knownDay(value);
  if (name === "language") return knownLanguage(value);
  if (name === "author") return bylineOf(value);
  return shortLine(value, name === "outletName" ? 200 : 300);
}

/** A byline as printed, without the day or the address behind it; null for what is an address or no name. */
function bylineOf(value: string): string | null {
  if (/^(?:https?:|www\.|@)|^about the author/iu.test(value.trim())) return null;
  const line = (shortLine(value, 300)?.replace(DAY_BEHIND, "") ?? "").replace(MAIL, " ").trim();
  return (line.match(/\p{L}/gu)?.length ?? 0) < 2 || NOBODY.test(line) ? null : line;
}

const MAIL = /[\s(<,]*\b[\w.+-]{1,64}(?:@|\[at\]|\(at\))[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[)>]?/giu;
/** What programs write where nobody said who wrote it. */
const NOBODY =
  /^(?:by\s+|von\s+)?(?:(?:wordpress|site)?-?admin(?:istrator)?|super ?user|webmaster|unknown(?: author)?|no author|author|autor|auteur|name|nom|follow|none|null|undefined|n\/a)\W*$/iu;

const DAY_BEHIND =
  /[\s,|–—-]+(?:on\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}[. ]\s?\p{L}{3,9}\.?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}).*$/iu;

function* everyDetail(document: PageDocument, linked: LinkedData): Generator<Found> {
  yield* linkedDetails(document, linked.said);
  yield* tagDetails(document);
  yield* microdata(document);
  yield* seenDetails(document);
}

function* linkedDetails(document: PageDocument, linked: readonly Linked[]): Generator<Found> {
  // some write what an article is about where its headline belongs: the window bears the headline
  const shown = plainWords(document.querySelector("title")?.textContent ?? "");
  const isShown = ({ name, value }: Linked) => name === "title" && shown.includes(plainWords(value));
  // and some list other articles beside it, or before it
  const isOfPage = ({ titles }: Linked) =>
    titles.map(plainWords).some((title) => title !== "" && shown.includes(title));
  for (const one of [...linked.filter(isShown), ...linked.filter(isOfPage), ...linked])
    yield { name: one.name, value: one.value, from: `JSON-LD (${one.property})` };
}

/** The tags of a page's head that name each thing, the surest first. */
const TAGS: readonly (readonly [name: DetailName, tag: string, set: string])[] = [
  ["title", "og:title", "Open Graph"],
  ["outletName", "og:site_name", "Open Graph"],
  ["address", "og:url", "Open Graph"],
  ["publishedOn", "article:published_time", "Open Graph"],
  ["publishedOn", "og:article:published_time", "Open Graph"],
  ["author", "article:author", "Open Graph"],
  ["author", "og:article:author", "Open Graph"],
  ["language", "og:locale", "Open Graph"],
  ["title", "citation_title", "the page’s head"],
  ["author", "citation_author", "the page’s head"],
  ["outletName", "citation_journal_title", "the page’s head"],
  ["publishedOn", "citation_publication_date", "the page’s head"],
  ["publishedOn", "citation_date", "the page’s head"],
  ["title", "dcterms.title", "the page’s head"],
  ["title", "dc.title", "the page’s head"],
  ["author", "dc.creator", "the page’s head"],
  ["author", "dcterms.creator", "the page’s head"],
  ["publishedOn", "dcterms.issued", "the page’s head"],
  ["publishedOn", "dc.date.issued", "the page’s head"],
  ["publishedOn", "dc.date", "the page’s head"],
  ["language", "dc.language", "the page’s head"],
  ["author", "parsely-author", "the page’s head"],
  ["publishedOn", "parsely-pub-date", "the page’s head"],
  ["author", "sailthru.author", "the page’s head"],
  ["publishedOn", "sailthru.date", "the page’s head"],
  ["author", "byl", "the page’s head"],
  ["author", "author", "the page’s head"],
  ["publishedOn", "pubdate", "the page’s head"],
  ["publishedOn", "publishdate", "the page’s head"],
  ["publishedOn", "date", "the page’s head"],
  ["title", "twitter:title", "the page’s head"],
];

function* tagDetails(document: PageDocument): Generator<Found> {
  const contents = new Map<string, string[]>();
  for (const tag of document.querySelectorAll("meta")) {
    const content = tag.getAttribute("content")?.trim() ?? "";
    if (content === "") continue;
    // several names may share a tag, and those of Dublin Core are written in two ways
    const keys = (tag.getAttribute("property") ?? tag.getAttribute("name") ?? "").toLowerCase().split(/\s+/u);
    for (const key of keys.map((one) =>
      one.replace(/^(dc|dcterms?):/u, "$1.").replace(/^dcterm\./u, "dcterms."),
    )) {
      const known = contents.get(key);
      if (known) known.push(content);
      else contents.set(key, [content]);
    }
  }
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href");
  if (canonical) yield { name: "address", value: canonical, from: "the page’s head (canonical)" };
  for (const [name, tag, set] of TAGS) {
    const values = contents.get(tag) ?? [];
    const value = name === "author" ? values.slice(0, 10).join(", ") : values[0];
    if (value) yield { name, value, from: `${set} (${tag})` };
  }
}

const PROPERTIES: readonly (readonly [name: DetailName, property: string])[] = [
  ["title", "headline"],
  ["publishedOn", "datePublished"],
  ["author", "author"],
  ["language", "inLanguage"],
];

function* microdata(document: PageDocument): Generator<Found> {
  for (const [name, property] of PROPERTIES) {
    const found = document.querySelector(`[itemprop~="${property}"]`);
    if (!found) continue;
    const value = found.getAttribute("content") ?? found.getAttribute("datetime") ?? found.textContent ?? "";
    yield { name, value, from: `microdata (${property})` };
  }
}

const BYLINES = [
  '[rel~="author"]',
  ".byline-name",
  ".byline__name",
  '[class*="byline"]',
  '[class*="author-name"]',
  '[class~="author"]',
];

/** What stands as a headline on the page and in its window. */
export function headlinesOf(document: PageDocument): string[] {
  const headings = [...document.querySelectorAll("h1")].map((one) => one.textContent ?? "");
  return [...headings, withoutSite(document.querySelector("title")?.textContent ?? "")];
}

function* seenDetails(document: PageDocument): Generator<Found> {
  const window = withoutSite(document.querySelector("title")?.textContent ?? "");
  const headings = headlinesOf(document).slice(0, -1);
  // the name of a part of the site stands in such a heading as well
  const heading = headings.find(
    (one) => plainWords(one) !== "" && (window === "" || plainWords(window).includes(plainWords(one))),
  );
  if (heading) yield { name: "title", value: heading, from: "the page’s heading" };
  yield { name: "title", value: window, from: "the page’s title" };
  for (const selector of BYLINES) {
    const found = document.querySelector(selector);
    if (found)
      yield { name: "author", value: firstLine(found.textContent ?? ""), from: "the byline on the page" };
  }
  const times = [...document.querySelectorAll("time[datetime]")];
  const marked = times.find((one) => one.getAttribute("pubdate") !== null) ?? times[0];
  if (marked)
    yield { name: "publishedOn", value: marked.getAttribute("datetime") ?? "", from: "a time on the page" };
  const language = document.querySelector("html")?.getAttribute("lang");
  if (language) yield { name: "language", value: language, from: "the page (lang)" };
}

/** A title of a window without the name of the site that stands behind it. */
function withoutSite(title: string): string {
  const line = title.replace(/\s+/gu, " ").trim();
  const parts = line.split(/ [|–—·»-] /u);
  const [first = ""] = parts;
  return parts.length > 1 && first.split(" ").length >= 4 ? first : line;
}

/** The names alone: the day and the office stand on lines of their own below them. */
export function firstLine(byline: string): string {
  const lines = byline.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  const told = lines.filter(Boolean);
  const [first = "", second = ""] = told;
  return /^(?:by|von|par|por|di|door|av|od)$/iu.test(first) ? `${first} ${second}` : first;
}

const plainWords = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
