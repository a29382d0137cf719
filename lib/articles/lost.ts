import { isHeld, windowsOf } from "./part";
import { type Block, bareWords, ENDS, HEADING, isProseLike, type ProseNode } from "./prose";

/** What is set beside an article whatever is in it. */
const BESIDE = new Set("nav footer form dialog menu figure figcaption".split(" "));
const CONTROLS = new Set("form input button select textarea".split(" "));
const MARKED = /[“”„«»‹›「」『』״"]/u;
const LEAST_MARKED = 6;
const MOST_LINKED = 0.2;

/**
 * A text with the sentences that its page has in the midst of it and that a reader of pages left out for what they are called, or for
 * standing in a box: “related”, “extra”, “menu” in the name of a paragraph say nothing of its words. What leads elsewhere, asks for
 * something or is not shown stays out.
 */
export function withLost(text: string, blocks: readonly Block[]): string {
  const held = windowsOf(text);
  if (held === null) return text;
  const paragraphs = text.split("\n\n");
  const lines = paragraphs.flatMap((words, at) =>
    words.split("\n").map((line) => ({ at, bare: bareWords(line) })),
  );
  const places = new Map<string, { lines: number[]; next: number }>();
  for (const [line, { bare }] of lines.entries()) {
    const known = places.get(bare);
    if (known) known.lines.push(line);
    else places.set(bare, { lines: [line], next: 0 });
  }
  // where each block stands in the text, so that none stands before one that came before it
  let behind = -1;
  const placed = blocks.map(({ bare }) => {
    const known = places.get(bare);
    if (known === undefined) return null;
    while ((known.lines[known.next] ?? behind + 1) <= behind) known.next += 1;
    const line = known.lines[known.next] ?? null;
    if (line !== null) behind = line;
    return line;
  });
  const [first, last] = [
    placed.findIndex((one) => one !== null),
    placed.findLastIndex((one) => one !== null),
  ];
  const isTaken = (block: Block, at: number) =>
    placed[at] !== null || places.has(block.bare) || isHeld(block, held);
  const boxes = new Boxes(blocks.filter(isTaken), blocks);
  const added = new Map<number, string[]>();
  let paragraph = 0;
  for (let at = Math.max(first, 0); at < last; at++) {
    const [block, line] = [blocks[at], placed[at] ?? null];
    if (line !== null) paragraph = lines[line]?.at ?? paragraph;
    else if (
      block &&
      !isTaken(block, at) &&
      isSaid(block) &&
      boxes.isArticle(block) &&
      !isTeaser(blocks[at - 1])
    ) {
      const known = added.get(paragraph);
      if (known) known.push(block.words);
      else added.set(paragraph, [block.words]);
    }
  }
  return added.size === 0
    ? text
    : paragraphs.flatMap((words, at) => [words, ...(added.get(at) ?? [])]).join("\n\n");
}

/** Whether what stands before a block is a headline that leads to another article. */
const isTeaser = (before: Block | undefined) => before !== undefined && before.linked * 2 > before.letters;

/** Whether a block is a sentence, or words in marks. */
const isSaid = (block: Block) =>
  !HEADING.test(block.element.localName ?? "") &&
  (isProseLike(block) ||
    (block.letters >= LEAST_MARKED &&
      block.linked * 2 < block.letters &&
      MARKED.test(block.words) &&
      ENDS.test(block.words)));

/** The boxes in which blocks were left out: the largest elements that hold nothing that was taken. */
class Boxes {
  readonly #taken = new Set<ProseNode>();
  readonly #of = new Map<ProseNode, { letters: number; linked: number; leads: boolean }>();
  readonly #controls = new Map<ProseNode, boolean>();

  constructor(taken: readonly Block[], blocks: readonly Block[]) {
    for (const { element } of taken)
      for (let node: ProseNode | null = element; node && !this.#taken.has(node); node = node.parentNode)
        this.#taken.add(node);
    for (const block of blocks) {
      const box = this.#boxOf(block);
      const known = this.#of.get(box) ?? { letters: 0, linked: 0, leads: false };
      known.letters += block.letters;
      known.linked += block.linked;
      known.leads ||= block.linked * 2 > block.letters;
      this.#of.set(box, known);
    }
  }

  /** Whether what stands in the box of a block is the article’s, and not what leads elsewhere, asks or is hidden. */
  isArticle(block: Block): boolean {
    if (block.isHidden) return false;
    const box = this.#boxOf(block);
    for (let node: ProseNode | null = block.element; node; node = node.parentNode) {
      if (BESIDE.has(node.localName ?? "")) return false;
      if (node === box) break;
    }
    const { letters, linked, leads } = this.#of.get(box) ?? { ...block, leads: false };
    // a paragraph of its own may have links in it
    if (box !== block.element && (leads || linked > MOST_LINKED * letters)) return false;
    return this.#taken.has(box) || !this.#asks(box);
  }

  #boxOf({ element }: Block): ProseNode {
    let box = element;
    while (box.parentNode && !this.#taken.has(box) && !this.#taken.has(box.parentNode)) box = box.parentNode;
    return box;
  }

  #asks(box: ProseNode): boolean {
    const known = this.#controls.get(box);
    if (known !== undefined) return known;
    const waiting = [box];
    let asks = false;
    for (let node = waiting.pop(); node && !asks; node = waiting.pop()) {
      asks = CONTROLS.has(node.localName ?? "");
      for (const child of node.childNodes) if (child.nodeType === 1) waiting.push(child);
    }
    this.#controls.set(box, asks);
    return asks;
  }
}
