/** Where the sentences of a page stand, before a reader takes it to pieces. Read once, in the time that the page is long. */

/** What is asked of the elements of a page's document. */
export interface ProseNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<ProseNode>;
  readonly parentNode: ProseNode | null;
  getAttribute?(name: string): string | null;
  readonly outerHTML?: string;
  remove?(): void;
}

/** A paragraph, or what stands between two elements as one does. */
export interface Block {
  readonly element: ProseNode;
  readonly words: string;
  /** Its words, letters and digits alone, so that a reader who sets spaces otherwise has the same. */
  readonly bare: string;
  readonly letters: number;
  /** How many of the letters lead elsewhere. */
  readonly linked: number;
  /** Whether it stands in what is beside every article: menus, consent, comments, teasers. */
  readonly isAside: boolean;
  /** Whether its page does not show it. */
  readonly isHidden: boolean;
}

// what is set within a line
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const UNREAD = new Set(
  "script style noscript template svg math head button select textarea iframe object audio video canvas datalist option".split(
    " ",
  ),
);
const ASIDE = new Set("nav aside footer form dialog figure figcaption menu".split(" "));
const ASIDE_ROLES = new Set(
  "dialog alertdialog navigation complementary contentinfo search banner menu".split(" "),
);
/** What programs call what they set beside an article. */
const ASIDE_NAMES =
  /(?:^|[-_ ])(?:(?:all-?)?comments?|commentlist|respond|disqus|cookies?|cookie-?\w*|consent|gdpr|cmp|onetrust|newsletter|subscribe|subscription|related|recommend\w*|recirc\w*|sidebar|footer|masthead|breadcrumbs?|share|sharing|social|promo|teaserlist|paywall|piano|author-?(?:box|bio|info)|bio|about-?author|tags?|tagcloud|modal|popup|overlay|banner|advert\w*|ads?|sponsor\w*|most-?(?:read|popular|viewed))(?:$|[-_ ])/iu;
// a class of the whole page says what is on it somewhere
const NEVER_ASIDE = new Set(["html", "body", "main", "article"]);

/** Every block of a page in its order, those that stand in `beside` (see `asidesIn`) marked. */
export function blocksOf(body: ProseNode, beside: ReadonlySet<ProseNode>): Block[] {
  const blocks: Block[] = [];
  let [words, linked, links, asides, hidden, element] = ["", 0, 0, 0, 0, body];
  const end = () => {
    const bare = bareWords(words);
    if (bare !== "")
      blocks.push({
        element,
        words: words.replace(/\s+/gu, " ").trim(),
        bare,
        letters: bare.length,
        linked,
        isAside: asides > 0,
        isHidden: hidden > 0,
      });
    [words, linked] = ["", 0];
  };
  const walk = (node: ProseNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        words += child.textContent ?? "";
        if (links > 0) linked += bareWords(child.textContent ?? "").length;
        continue;
      }
      const name = child.localName ?? "";
      if (child.nodeType !== 1 || UNREAD.has(name)) continue;
      if (INLINE.has(name)) {
        if (beside.has(child)) continue;
        if (name === "a") links++;
        walk(child);
        if (name === "a") links--;
        continue;
      }
      end();
      if (name === "br") continue;
      const isAside = beside.has(child);
      const isUnseen = isHidden(child);
      if (isAside) asides++;
      if (isUnseen) hidden++;
      const outer = element;
      element = child;
      walk(child);
      end();
      element = outer;
      if (isAside) asides--;
      if (isUnseen) hidden--;
    }
  };
  walk(body);
  end();
  return blocks;
}

/** How a sentence ends, in any script that marks it. */
export const ENDS = /[.!?…。！？｡।॥؟۔։።][”“"»«›‹’‘'」』״)\]）]*$/u;

// a sentence; what is shorter is a heading, a date or a button
const LEAST_PROSE = 60;
export const LEAST_SENTENCE = 24;
export const HEADING = /^h[1-6]$/u;

/** Whether a block reads as a sentence or several, wherever it stands. */
export const isProseLike = ({ element, letters, linked, words }: Block) =>
  !HEADING.test(element.localName ?? "") &&
  linked * 2 < letters &&
  (letters >= LEAST_PROSE || (letters >= LEAST_SENTENCE && ENDS.test(words)));

/** Letters and digits alone, in one case. */
export function bareWords(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The outermost elements of menus, consent, comments and teasers. What holds much of the page is none, whatever it is called. */
export function asidesIn(body: ProseNode): ReadonlySet<ProseNode> {
  const letters = new Map<ProseNode, number>();
  const count = (node: ProseNode): number => {
    let sum = 0;
    for (const child of node.childNodes)
      if (child.nodeType === 3) sum += (child.textContent ?? "").trim().length;
      else if (child.nodeType === 1 && !UNREAD.has(child.localName ?? "")) sum += count(child);
    letters.set(node, sum);
    return sum;
  };
  const all = count(body);
  const bodies = new Set<ProseNode>();
  const mark = (node: ProseNode) => {
    for (let outer: ProseNode | null = node; outer && !bodies.has(outer); outer = outer.parentNode)
      bodies.add(outer);
  };
  for (const node of letters.keys())
    if (node.localName === "h1" || /\barticleBody\b/u.test(node.getAttribute?.("itemprop") ?? "")) mark(node);
  const asides = new Set<ProseNode>();
  const collect = (node: ProseNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType !== 1) continue;
      const held = letters.get(child) ?? 0;
      const isAside = standsAside(child) && held <= MOST_ASIDE * all && !bodies.has(child);
      // a page may be hidden as a whole until its scripts have run
      if (isAside || (isHidden(child) && held <= MOST_HIDDEN * all)) asides.add(child);
      else collect(child);
    }
  };
  collect(body);
  return asides;
}

const MOST_ASIDE = 0.4;
const MOST_HIDDEN = 0.8;

/** Whether an aside asks for consent, which the reader of pages takes for the article where that one is short. */
export const asksConsent = (aside: ProseNode) => CONSENT.test(nameOf(aside));

const CONSENT = /(?:^|[-_ ])(?:cookies?|cookie-?\w*|consent|gdpr|cmp|onetrust)(?:$|[-_ ])/iu;

function standsAside(node: ProseNode): boolean {
  const name = node.localName ?? "";
  if (NEVER_ASIDE.has(name)) return false;
  if (ASIDE.has(name) || ASIDE_ROLES.has(node.getAttribute?.("role") ?? "")) return true;
  if (node.getAttribute?.("aria-modal") === "true") return true;
  return ASIDE_NAMES.test(nameOf(node));
}

/** What an element is called, without the subjects that programs write there: an article about cookies is none of their banners. */
export const nameOf = (node: ProseNode) =>
  `${node.getAttribute?.("id") ?? ""} ${node.getAttribute?.("class") ?? ""}`
    .slice(0, 1000)
    .replace(
      /(?<![^\s])(?:tags?|categor(?:y|ies)|cat|topics?|subject|keywords?|term|tax|thema|rubrik|dossier)[-_]\S*/giu,
      "",
    );

function isHidden(node: ProseNode): boolean {
  const style = node.getAttribute?.("style") ?? "";
  return (
    node.getAttribute?.("hidden") !== null ||
    node.getAttribute?.("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)
  );
}
