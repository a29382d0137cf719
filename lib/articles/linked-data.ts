import { readMarkUp } from "@/lib/documents";
import { readHtml } from "@/lib/documents/server";
import type { DetailName } from "./model";

export interface Linked {
  readonly name: DetailName;
  readonly value: string;
  /** What says it: `NewsArticle.headline`. */
  readonly property: string;
  /** The headlines of the article of which it is said; empty for what is none of a paper. */
  readonly titles: readonly string[];
}

const ARTICLE =
  /(?:Article|BlogPosting|Posting|Report|Review|Recipe|CreativeWork|VideoObject|AudioObject|Episode|WebPage)$/u;
const SUREST =
  /(?:NewsArticle|ReportageNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|Article|BlogPosting)$/u;

const MOST_NODES = 5_000;
const MOST_UTF16 = 2_000_000;

type Node = Readonly<Record<string, unknown>>;

/** A text that linked data gives as the body of an article, and which article that is. */
export interface Body {
  /** As it is written there: `bodyWords` reads it. */
  readonly written: string;
  readonly titles: readonly string[];
  readonly addresses: readonly string[];
}

/** What linked data (JSON-LD, schema.org) says of the articles of a page. */
export interface LinkedData {
  /** The surest first. */
  readonly said: readonly Linked[];
  readonly bodies: readonly Body[];
}

/** The linked data of a page, each script read once; what cannot be read says nothing. */
export function readLinked(scripts: readonly string[]): LinkedData {
  const nodes: Node[] = [];
  for (const script of scripts) if (script.length <= MOST_UTF16) collectNodes(parsed(script), nodes);
  // what is named by its id alone is a place where the other is meant
  const named = nodes.filter((node) => typeof node["@id"] === "string" && node.name !== undefined);
  const byId = new Map(named.map((node) => [node["@id"], node] as const));
  const articles = nodes.filter((node) => ARTICLE.test(typeOf(node)));
  const isSure = (node: Node) => SUREST.test(typeOf(node));
  const said = [...articles.filter(isSure), ...articles.filter((node) => !isSure(node))].flatMap((node) =>
    saidBy(node, byId),
  );
  const bodies = articles.flatMap((node) =>
    textsOf(node.articleBody).map((written) => ({
      written,
      titles: [...titlesOf(node), ...textsOf(node.alternativeHeadline)],
      addresses: [node.mainEntityOfPage, node.url, node["@id"]].flatMap(addressesOf),
    })),
  );
  return { said, bodies };
}

/** The words of a body, its paragraphs apart by a blank line. */
export const bodyWords = ({ written }: Body) =>
  plain(plain(written))
    .replace(/\s*\n\s*/gu, "\n\n")
    .trim();

/** Without mark-up, which some programs write into it, and some twice over. */
const plain = (body: string) =>
  /<\/?(?:p|br|div|a|strong|em)\b|&(?:#\d|[a-z]{2,8};)/iu.test(body) ? readHtml(body).text : body;

function parsed(script: string): unknown {
  // some newsrooms wrap it in marks of comments, and break lines within strings
  const json = script
    .trim()
    .replace(
      /^(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)(?:\s*;)?$/gu,
      "",
    );
  for (const attempt of [json, json.replace(/[\r\n\t]+/gu, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

/** Every object, breadth first, so that deep nesting costs no stack. */
function collectNodes(root: unknown, nodes: Node[]): void {
  const waiting: unknown[] = [root];
  for (let at = 0; at < waiting.length && nodes.length < MOST_NODES; at++) {
    const value = waiting[at];
    if (Array.isArray(value)) for (const one of value.slice(0, MOST_NODES)) waiting.push(one);
    else if (typeof value === "object" && value !== null) {
      nodes.push(value as Node);
      for (const [name, one] of Object.entries(value)) if (!NOT_THE_PAGE.has(name)) waiting.push(one);
    }
    if (waiting.length > MOST_NODES * 4) return;
  }
}

// articles that an article names are other articles
const NOT_THE_PAGE = new Set([
  "isPartOf",
  "hasPart",
  "citation",
  "isBasedOn",
  "relatedLink",
  "comment",
  "itemListElement",
  "mentions",
  "about",
]);

const typeOf = (node: Node): string => {
  const type = node["@type"];
  const one = Array.isArray(type)
    ? (type.find((name) => typeof name === "string" && SUREST.test(name)) ?? type[0])
    : type;
  return typeof one === "string" ? one : "";
};

function saidBy(node: Node, byId: ReadonlyMap<unknown, Node>): Linked[] {
  const type = typeOf(node);
  const titles = SUREST.test(type) ? titlesOf(node) : [];
  const found: Linked[] = [];
  const say = (name: DetailName, property: string, values: readonly string[]) => {
    const value = [...new Set(values.map((one) => spelled(one).trim()).filter(Boolean))]
      .slice(0, 10)
      .join(", ");
    if (value) found.push({ name, value, property: `${type}.${property}`, titles });
  };
  const first = (values: readonly string[]) => values.slice(0, 1);
  const isPage = type === "WebPage";
  // a page of a site is called by its window, and the article by its headline
  if (!isPage) {
    say("title", "headline", first(textsOf(node.headline)));
    say("title", "name", first(textsOf(node.name)));
    say("author", "author", namesOf(node.author, byId));
    say("author", "creator", namesOf(node.creator, byId));
  }
  say("publishedOn", "datePublished", first(textsOf(node.datePublished)));
  say("outletName", "publisher", first(namesOf(node.publisher, byId)));
  say("address", "mainEntityOfPage", first(addressesOf(node.mainEntityOfPage)));
  say("address", "url", first(addressesOf(node.url)));
  say("language", "inLanguage", first(languagesOf(node.inLanguage)));
  return found;
}

/** Signs as they are, which some programs write as they do in mark-up. */
function spelled(value: string): string {
  if (value.length > 2000 || !/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iu.test(value)) return value;
  let words = "";
  readMarkUp(
    value,
    {
      open() {},
      close() {},
      text: (piece) => {
        words += piece;
      },
    },
    { isXml: false },
  );
  return words;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [value]);

const textsOf = (value: unknown): string[] =>
  listOf(value).flatMap((one) =>
    typeof one === "string" ? [one] : isNode(one) && typeof one["@value"] === "string" ? [one["@value"]] : [],
  );

function namesOf(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === "string") return [one];
    if (!isNode(one)) return [];
    const node = one.name === undefined ? (byId.get(one["@id"]) ?? one) : one;
    return textsOf(node.name).slice(0, 1);
  });
}

const titlesOf = (node: Node) => [node.headline, node.name].flatMap(textsOf).map(spelled);

const addressesOf = (value: unknown): string[] =>
  listOf(value).flatMap((one) => {
    const address = isNode(one) ? one["@id"] : one;
    return typeof address === "string" && /^https?:/iu.test(address) ? [address] : [];
  });

const languagesOf = (value: unknown): string[] =>
  listOf(value).flatMap((one) => textsOf(isNode(one) ? (one.alternateName ?? one.name) : one));

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
