import {
  asidesIn,
  type Block,
  bareWords,
  blocksOf,
  isProseLike,
  LEAST_SENTENCE,
  type ProseNode,
} from "./prose";

// letters that two texts do not share by accident
const WINDOW = 24;
/** An article as long as that is the right one. */
const MOST_LETTERS = 200_000;
const LEAST_COVERED = 0.5;
const HOLDS = 0.8;

/**
 * The sentences of a page that its article most likely is, where a reader of pages took other ones: those that the page itself gives as
 * the body of its article (`body`, from its linked data), or most of what stands on it; null where what was taken (`taken`) will do.
 */
export function proseBeside(
  blocks: readonly Block[],
  { taken, body }: { taken: string; body: string },
): readonly Block[] | null {
  const held = windowsOf(taken);
  if (held === null) return null;
  const covered = (some: readonly Block[]) => lettersOf(some.filter((block) => isHeld(block, held)));
  const given = windowsOf(body);
  if (given !== null && given.size >= LEAST_BODY) {
    const said = blocks.filter((block) => block.letters >= LEAST_SENTENCE && isHeld(block, given));
    if (lettersOf(said) >= LEAST_COVERED * given.size)
      return covered(said) < LEAST_COVERED * lettersOf(said) ? said : null;
  }
  const prose = blocks.filter(isProse);
  const container = containerOf(prose);
  const inside = within(container, prose);
  const letters = bareWords(taken).length;
  const aside = covered(blocks.filter(({ isAside }) => isAside));
  const isAside = aside > letters / 2 && lettersOf(inside) >= LEAST_BODY / 2;
  const isWeak = letters < STRONG && (isAside || letters < lettersOf(inside));
  if (!isWeak && !isInBody(container)) return null;
  return covered(inside) < LEAST_COVERED * lettersOf(inside) ? inside : null;
}

/** Whether a text has most of another: of the body of an article that the page does not show. */
export function hasMost(text: string, body: string): boolean {
  const [held, given] = [windowsOf(text), windowsOf(body)];
  if (held === null || given === null || given.size < LEAST_BODY) return true;
  let found = 0;
  for (const window of given) if (held.has(window)) found++;
  return found >= LEAST_COVERED * given.size;
}

/** The part of a page in which these of its blocks stand, as mark-up without what stands beside an article. */
export function partWith(body: ProseNode, wanted: readonly Block[]): string | null {
  const asides = asidesIn(body);
  const bare = new Set(wanted.map((block) => block.bare));
  const container = containerOf(blocksOf(body, asides).filter((block) => bare.has(block.bare)));
  if (container === null) return null;
  for (const aside of asides) if (aside !== container && !isIn(container, aside)) aside.remove?.();
  return container.outerHTML ?? null;
}

// a page may give the first sentences alone as the body
const LEAST_BODY = 400;
const STRONG = 2000;

function isInBody(node: ProseNode | null): boolean {
  for (let outer = node; outer; outer = outer.parentNode)
    if (/\barticleBody\b/u.test(outer.getAttribute?.("itemprop") ?? "")) return true;
  return false;
}

export const isProse = (block: Block) => !block.isAside && isProseLike(block);

const lettersOf = (blocks: readonly Block[]) => blocks.reduce((sum, { letters }) => sum + letters, 0);

/** Each run of letters of a text, for what looks whether others stand in it; null for a text that is too long to be so asked. */
export function windowsOf(text: string): ReadonlySet<string> | null {
  const bare = bareWords(text);
  if (bare.length > MOST_LETTERS) return null;
  const held = new Set<string>();
  for (let at = 0; at + WINDOW <= bare.length; at++) held.add(bare.slice(at, at + WINDOW));
  return held;
}

/** Whether a block stands in a text, by its beginning, its middle and its end. */
export function isHeld({ bare }: Pick<Block, "bare">, held: ReadonlySet<string>): boolean {
  const last = Math.max(0, bare.length - WINDOW);
  const found = [0, last >> 1, last].filter((at) => held.has(bare.slice(at, at + WINDOW)));
  return found.length >= 2;
}

/** The smallest element that holds most of the sentences. */
function containerOf(prose: readonly Block[]): ProseNode | null {
  const letters = new Map<ProseNode, number>();
  for (const block of prose)
    for (let node: ProseNode | null = block.element; node; node = node.parentNode)
      letters.set(node, (letters.get(node) ?? 0) + block.letters);
  const least = HOLDS * lettersOf(prose);
  let container: ProseNode | null = null;
  for (const [node, held] of letters)
    if (
      held >= least &&
      (container === null || held < (letters.get(container) ?? 0) || isIn(node, container))
    )
      container = node;
  return container;
}

const isIn = (node: ProseNode, container: ProseNode) => {
  for (let outer = node.parentNode; outer; outer = outer.parentNode) if (outer === container) return true;
  return false;
};

function within(container: ProseNode | null, prose: readonly Block[]): Block[] {
  if (container === null) return [];
  return prose.filter(({ element }) => element === container || isIn(element, container));
}
