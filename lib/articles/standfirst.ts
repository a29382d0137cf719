import { isHeld, isProse } from "./part";
import { type Block, bareWords, type ProseNode } from "./prose";

const LEAST_LETTERS = 30;
const MOST_LETTERS = 1200;
const LEAST_DESCRIBED = 40;
const LEAST_UNCALLED = 60;
const OUTWARD = 3;
const LEAST_MARKED = 10;
/** Words within quotation marks: a line of a few letters in some scripts, and no day or button in any. */
const MARKED = /[“„«‹「『”״"][^“„«‹「『]{4,600}[”“»›」』״"]/u;

/** What newspapers call the sentences between the headline and the text, in their own languages. */
const CALLED =
  /(?:^|[-_ ]|[a-z](?=[A-Z]))(?:lead|lede|leader|teaser(?:-?text)?|stand-?first|sub-?(?:title|head|headline|heading)|dek|deck|intro\w*|summary|abstract|chapo|chapeau|bajada|copete|entradilla|subtitulo|sumario|sous-?titre|excerpt|perex|ingress|vorspann|anriss|description)(?:$|[-_ ]|[A-Z])/u;
const CALLED_OTHERWISE =
  /(?:^|[-_ ])(?:date|time|author\w*|bio|profile|contributors?|writer|byline|meta|caption|credits?|tags?|categor\w*|kicker|overline|share|social|published|comments?)(?: |$)/iu;

interface Asked {
  /** The windows of the text that was read. */
  readonly taken: ReadonlySet<string>;
  /** How the page describes itself. */
  readonly described: readonly string[];
  /** Its headlines as bare words. */
  readonly headlines: ReadonlySet<string>;
}

/**
 * The sentences that stand between the headline and the text, which a reader of pages takes for furniture: those that the page calls
 * so, by which it describes itself, or that are sentences and stand there.
 */
export function standfirstOf(
  blocks: readonly Block[],
  { taken, described, headlines }: Asked,
): readonly Block[] {
  const first = blocks.findIndex((block) => isProse(block) && isHeld(block, taken));
  const headline = blocks.findLastIndex(
    ({ element, bare }, at) => at < first && (element.localName === "h1" || headlines.has(bare)),
  );
  const descriptions = described.map(bareWords).filter(({ length }) => length >= LEAST_DESCRIBED);
  const isDescribed = ({ bare }: Block) =>
    bare.length >= LEAST_DESCRIBED &&
    // the mark of what was left out may have been a letter
    descriptions.some((one) =>
      one.length < bare.length ? bare.startsWith(one.slice(0, -2)) : one.startsWith(bare),
    );
  // a text that the page does not show stands behind all that it shows
  return blocks.slice(0, first < 0 ? blocks.length : first).filter((block, at) => {
    const { bare, words, letters, linked, isAside } = block;
    const isMarked = letters >= LEAST_MARKED && MARKED.test(words);
    if ((letters < LEAST_LETTERS && !isMarked) || letters > MOST_LETTERS || linked * 2 >= letters)
      return false;
    if (headlines.has(bare) || isHeld(block, taken)) return false;
    if (isDescribed(block)) return true;
    if (first < 0 || isAside) return false;
    const called = calledAs(block.element);
    const isUnderHeadline = headline >= 0 && at > headline;
    return called ?? (isUnderHeadline && (isMarked || (isProse(block) && letters >= LEAST_UNCALLED)));
  });
}

/** Whether a page calls something a standfirst; null where what it is called says nothing. */
function calledAs(element: ProseNode): boolean | null {
  let node: ProseNode | null = element;
  for (let out = 0; node && out < OUTWARD; out++, node = node.parentNode) {
    const names = ["class", "itemprop", "id"].map((name) => node?.getAttribute?.(name) ?? "").join(" ");
    if (CALLED_OTHERWISE.test(names.slice(0, 500))) return false;
    if (CALLED.test(names.slice(0, 500))) return true;
  }
  return null;
}
