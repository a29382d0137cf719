import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { DocumentRefused, readMarkUp } from "@/lib/documents";
import { readHtml } from "@/lib/documents/server";
import { bodyOf } from "./body";
import { detailsOf, firstLine, headlinesOf, type PageDocument } from "./details";
import { shortLine } from "./kept";
import { readLinked } from "./linked-data";
import { withLost } from "./lost";
import type { FoundDetails } from "./model";
import { besideArticle, sameIn, takeInFeet, takeOutStruck, takeOutUnseen } from "./others";
import { hasMost, partWith, proseBeside, windowsOf } from "./part";
import { asidesIn, type Block, bareWords, blocksOf, type ProseNode } from "./prose";
import { standfirstOf } from "./standfirst";
import { trimmed } from "./trimmed";

const MOST_ELEMENTS = 300_000;
/** The longest page that is read: the largest that newspapers send are a tenth of it. */
const MOST_PAGE_UTF16 = 20 * 1024 * 1024;
// shorter than that it is a teaser or a menu, and the whole page says more
const LEAST_ARTICLE = 140;
// what a page shows of an article that it keeps back is shorter than that
const MOST_TEASER = 0.6;

/**
 * The article of a page without what stands around it, and what the page says of itself. Of a page that holds none (a list, a form)
 * all is read, and that is told. @throws {DocumentRefused}
 */
export function readPage(source: string, { at = null }: { at?: string | null } = {}) {
  refuseMonsters(source);
  const document = shownIn(source);
  const seen = document as unknown as PageDocument;
  const linked = readLinked(
    [...seen.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent ?? ""),
  );
  const details = detailsOf(seen, { at, linked });
  const headlines = new Set([...headlinesOf(seen), details.title?.value ?? ""].map(bareWords));
  const asides = asidesIn(document.body);
  const blocks = blocksOf(document.body, asides);
  const described = describedBy(seen);
  const { words: body, isItsOwn } = bodyOf(seen, { at, linked });
  // the reader takes its document to pieces
  const torn = shownIn(source);
  const beyond = besideArticle(blocks, { asides, headlines });
  for (const one of sameIn(document.body, torn.body, beyond)) one.remove?.();
  // what it throws away hangs apart afterwards, and is no container of what it kept
  const tornBlocks = blocksOf(torn.body, asidesIn(torn.body));
  const article = articleIn(torn as unknown as Document);
  const found = withByline(details, article?.byline ?? null);
  const text = article?.content ? proseOf(article.content) : "";
  const beside = proseBeside(tornBlocks, { taken: text, body });
  const part = beside === null ? null : partWith(shownIn(source).body, beside);
  const read = part === null ? text : proseOf(part);
  const shown = withLost(read, withoutAny(blocks, beyond));
  const hasBody = hasMost(shown, body);
  const isShown = hasBody || !isItsOwn || bareWords(shown).length > MOST_TEASER * bareWords(body).length;
  const prose = isShown ? shown : body;
  if (lengthOf(prose) < LEAST_ARTICLE)
    return { text: readHtml(source).text, details: found, notices: [NO_ARTICLE] };
  const taken = windowsOf(prose);
  const standfirst = taken === null ? [] : standfirstOf(blocks, { taken, described, headlines });
  const whole = [...standfirst.map(({ words }) => words), withoutHeadline(prose, headlines)].join("\n\n");
  const notices = hasBody || !isItsOwn ? [] : [isShown ? OTHER_BODY : NOT_SHOWN];
  return { text: whole, details: found, notices };
}

const proseOf = (content: string) => readHtml(trimmed(content)).text;

/** The blocks of a page but those within some of its elements. */
function withoutAny(blocks: readonly Block[], some: readonly ProseNode[]): readonly Block[] {
  if (some.length === 0) return blocks;
  const out = new Set(some);
  return blocks.filter(({ element }) => {
    for (let node: ProseNode | null = element; node; node = node.parentNode) if (out.has(node)) return false;
    return true;
  });
}

/** How long a text is in letters of an alphabet: a sign of the scripts that write words without spaces says as much as three. */
const lengthOf = (text: string) => text.length + 2 * (text.match(SIGNS)?.length ?? 0);

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** The document of a page without what it strikes out, or does not show and no rule of its mark-up says. */
function shownIn(source: string): { readonly body: ProseNode } {
  const document = parseHTML(source).document as unknown as { readonly body: ProseNode };
  takeOutUnseen(document.body);
  takeOutStruck(document.body);
  takeInFeet(document.body);
  return document;
}

/** How a page describes its article where it is shown by others: often by its first sentences. */
const describedBy = (document: PageDocument) =>
  ["og:description", "description", "twitter:description"].flatMap((name) => {
    const said = document
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute("content");
    return said ? [said] : [];
  });

/** What a reader of pages takes for the article; null where it loses its way, as in a hundred thousand elements beside each other. */
function articleIn(document: Document) {
  try {
    return new Readability(document).parse();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const NO_ARTICLE =
  "No article was found in the page, so all its words were read. Leave out what is not meant.";

const NOT_SHOWN =
  "The page does not show most of its article. The text is the one that its data for search engines has: compare it with what a reader sees.";

const OTHER_BODY =
  "The page shows another text than its data for search engines has. The text is the one that a reader sees.";

function withByline(details: FoundDetails, byline: string | null): FoundDetails {
  const author = byline === null || details.author ? null : shortLine(firstLine(byline), 300);
  return author === null
    ? details
    : { ...details, author: { value: author, from: "the byline on the page" } };
}

/** The prose alone: a headline is the desk's and nobody's words. */
function withoutHeadline(text: string, headlines: ReadonlySet<string>): string {
  const [first = "", ...rest] = text.split("\n\n");
  return rest.length > 0 && bareWords(first) !== "" && headlines.has(bareWords(first))
    ? rest.join("\n\n")
    : text;
}

/** Read once without a tree, which is what a page could make large. */
function refuseMonsters(source: string): void {
  if (source.length > MOST_PAGE_UTF16)
    throw new DocumentRefused(
      "too_large",
      "The page is longer than 20 million characters, as no article is.",
    );
  let elements = 0;
  readMarkUp(
    source,
    {
      open() {
        elements += 1;
        if (elements > MOST_ELEMENTS)
          throw new DocumentRefused(
            "too_large",
            `The page has more than ${MOST_ELEMENTS} elements, as no article has.`,
          );
      },
      close() {},
      text() {},
    },
    { isXml: false },
  );
}
