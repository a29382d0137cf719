import { STRUCK } from "@/lib/documents/server";
import { asksConsent, type Block, isProseLike, nameOf, type ProseNode } from "./prose";

/** The prose that the article of a page has at least, where something else is told from it by that. */
const LEAST_ARTICLE = 400;
const LEAST_OTHER = 60;
// the whole of a name: “live-match-comment” is what a reporter writes
const COMMENTS =
  /(?:^| )(?:(?:user-?|reader-?|post-?|all-?)?comments|comments?-?(?:list|area|section|wrapper|container)|commentlist|disqus\w*|respond)(?= |$)/iu;
const CONSENTS = /cookie|consent|privacy|datenschutz|privacidad|confidentialité|gdpr|dsgvo|rgpd/iu;
const OWN_HEADING = /^h[1-6]$/u;

/**
 * What a reader of pages must not take with the article or in its place: banners that ask for consent, what readers wrote below it,
 * and other articles that follow it with their own headlines.
 */
export function besideArticle(
  blocks: readonly Block[],
  { asides, headlines }: { asides: ReadonlySet<ProseNode>; headlines: ReadonlySet<string> },
): readonly ProseNode[] {
  const parts = partsOf(blocks);
  const all = blocks.filter(isProseLike).reduce((sum, { letters }) => sum + letters, 0);
  const banners = [...asides].filter((one) => asksConsent(one) && asksInWords(one));
  const found: ProseNode[] = [...banners];
  const own = ownOf(blocks, headlines, parts);
  for (const [node, part] of parts) {
    if (node === own || (own !== null && isWithin(own, node))) continue;
    const isBelow = own === null || part.first > (parts.get(own)?.first ?? 0);
    if (!isBelow) continue;
    if (COMMENTS.test(nameOf(node)) && all - part.prose >= LEAST_ARTICLE) found.push(node);
    else if (own !== null && !isWithin(node, own) && isOther(node, part, own)) found.push(node);
  }
  return found;
}

interface Part {
  /** The number of its first block, and that block. */
  readonly first: number;
  readonly opens: Block;
  prose: number;
}

/** Every element with blocks in it, the outer before the inner. */
function partsOf(blocks: readonly Block[]): Map<ProseNode, Part> {
  const parts = new Map<ProseNode, Part>();
  for (const [first, block] of blocks.entries()) {
    const prose = isProseLike(block) ? block.letters : 0;
    for (let node: ProseNode | null = block.element; node; node = node.parentNode) {
      const part = parts.get(node);
      if (part) part.prose += prose;
      else parts.set(node, { first, opens: block, prose });
    }
  }
  return parts;
}

/** The element of the article that the page is about: the smallest around its headline that has its sentences. */
function ownOf(
  blocks: readonly Block[],
  headlines: ReadonlySet<string>,
  parts: ReadonlyMap<ProseNode, Part>,
): ProseNode | null {
  const headline = blocks.find(({ element, bare }) => element.localName === "h1" && headlines.has(bare));
  for (let node = headline?.element ?? null; node; node = node.parentNode)
    if ((parts.get(node)?.prose ?? 0) >= LEAST_ARTICLE) return node.localName === "body" ? null : node;
  return null;
}

/** Whether an element is another article: one with a headline of its own, or that begins with a headline that leads to it. */
function isOther(node: ProseNode, { opens, prose }: Part, own: ProseNode): boolean {
  const isHeaded = OWN_HEADING.test(opens.element.localName ?? "") && opens.element !== node;
  if (!isHeaded || prose < LEAST_OTHER) return false;
  if (node.localName === "article" && (own.localName === "article" || opens.element.localName === "h1"))
    return true;
  return opens.linked === opens.letters && /^(?:article|section|div|li)$/u.test(node.localName ?? "");
}

function asksInWords(node: ProseNode): boolean {
  const words = node.textContent ?? "";
  return (
    CONSENTS.test(words) &&
    !/(?:^|[-_ ])(?:post|article|entry|story|recipe|single|hentry)(?:$|[-_ ])/iu.test(nameOf(node))
  );
}

function isWithin(node: ProseNode, outer: ProseNode): boolean {
  for (let at: ProseNode | null = node.parentNode; at; at = at.parentNode) if (at === outer) return true;
  return false;
}

const UNSEEN =
  ".sr-only, .visually-hidden, .visuallyhidden, .u-visually-hidden, .screen-reader-text, .screen-reader-only, .assistive-text";
const MOST_UNSEEN = 200;

interface Asked extends ProseNode {
  readonly querySelectorAll: (selector: string) => Iterable<ProseNode>;
}

/** Takes out what is read aloud alone, such as “opens in a new tab” within a sentence; an initial that stands there for its picture stays. */
export function takeOutUnseen(body: ProseNode): void {
  for (const node of [...(body as Asked).querySelectorAll(UNSEEN)]) {
    if (node.localName === "h1" || (node.textContent ?? "").length > MOST_UNSEEN) continue;
    const beside = [...(node.parentNode?.childNodes ?? [])];
    if (beside.some((one) => one.nodeType === 1 && one.getAttribute?.("aria-hidden") === "true")) continue;
    node.remove?.();
  }
}

interface Made extends ProseNode {
  readonly ownerDocument: { createElement(name: string): Made };
  append(...nodes: ProseNode[]): void;
  replaceWith(node: ProseNode): void;
}

/** Takes the foot of a quotation, which says whose it is, for a line of it: a foot is what a reader of pages throws away. */
export function takeInFeet(body: ProseNode): void {
  for (const foot of [...(body as Asked).querySelectorAll("blockquote footer")] as Made[]) {
    const line = foot.ownerDocument.createElement("p");
    line.append(...foot.childNodes);
    foot.replaceWith(line);
  }
}

const MOST_STRUCK = 0.9;

/** Takes out what the page strikes out: words that it says no more. */
export function takeOutStruck(body: ProseNode): void {
  const all = (body.textContent ?? "").length;
  for (const node of [...(body as Asked).querySelectorAll('del, s, strike, [style*="line-through" i]')]) {
    if (node.localName === "body" || !isStruck(node)) continue;
    // one that its writer never ended strikes out nothing
    if ((node.textContent ?? "").length <= MOST_STRUCK * all) node.remove?.();
  }
}

const isStruck = (node: ProseNode) =>
  /^(?:del|s|strike)$/u.test(node.localName ?? "") || STRUCK.test(node.getAttribute?.("style") ?? "");

/** The same elements in another document of the same page. */
export function sameIn(body: ProseNode, other: ProseNode, wanted: readonly ProseNode[]): ProseNode[] {
  if (wanted.length === 0) return [];
  const looked = new Set(wanted);
  const others = [...(other as Asked).querySelectorAll("*")];
  return [...(body as Asked).querySelectorAll("*")].flatMap((node, at) => {
    const same = others[at];
    return looked.has(node) && same ? [same] : [];
  });
}
