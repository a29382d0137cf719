import type { Line } from "./pdf-lines";

/** A paragraph as it is put together from lines, with the places in it at which pages begin. */
export interface Printed {
  readonly text: string;
  readonly pages: readonly { readonly at: number; readonly page: number }[];
}

/** A page and its lines. */
export interface PrintedPage {
  readonly number: number;
  readonly heightPt: number;
  readonly lines: readonly Line[];
}

const ENDED = /[.!?…؟۔。:][)\]"”’»]*$/u;
const ITEM = /^(?:[•▪◦‣*–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)/u;

/**
 * The paragraphs of a document: lines that stand one below the other at the distance and in the size of print of their text are
 * one, words that were parted at the end of a line are whole again, and a paragraph goes on over the end of a page.
 */
export function paragraphsOf(pages: readonly PrintedPage[]): Printed[] {
  const words = new Words(pages);
  const usual = usualDistance(pages);
  const paragraphs: Printed[] = [];
  let open: { text: string; pages: { at: number; page: number }[]; last: Line; margin: number } | null = null;
  const close = () => {
    if (open) paragraphs.push({ text: open.text, pages: open.pages });
    open = null;
  };
  for (const { number, lines } of pages) {
    let isFirst = true;
    for (const line of lines) {
      const goesOn: boolean =
        open !== null &&
        (isFirst
          ? isContinued(open.text, open.last, line)
          : isBelow(open.last, line, { usual, margin: open.margin }));
      if (!goesOn) close();
      if (open === null)
        open = { text: line.text, pages: [{ at: 0, page: number }], last: line, margin: line.x };
      else {
        const joined: string = words.join(open.text, line.text);
        if (isFirst)
          open.pages.push({
            at: Math.min(joined.length - 1, Math.max(0, joined.length - line.text.length)),
            page: number,
          });
        open = { text: joined, pages: open.pages, last: line, margin: Math.min(open.margin, line.x) };
      }
      isFirst = false;
    }
  }
  close();
  return paragraphs;
}

/** How far lines of running text stand from each other, in heights of their print. */
function usualDistance(pages: readonly PrintedPage[]): number {
  const distances: number[] = [];
  for (const { lines } of pages)
    for (let at = 1; at < lines.length; at++) {
      const [above, below] = [lines[at - 1], lines[at]];
      if (!above || !below || Math.abs(above.height - below.height) > 0.6) continue;
      const distance = (below.y - above.y) / Math.max(below.height, 1);
      if (distance > 0.7 && distance < 3) distances.push(distance);
    }
  if (distances.length === 0) return 1.2;
  distances.sort((one, other) => one - other);
  // nearer the small end: paragraphs that stand apart are not the measure
  return distances[Math.floor(distances.length * 0.4)] ?? 1.2;
}

function isBelow(above: Line, below: Line, { usual, margin }: { usual: number; margin: number }): boolean {
  const height = Math.max(above.height, below.height, 1);
  if (Math.abs(above.height - below.height) > height * 0.14) return false;
  const distance = below.y - above.y;
  // higher up: the next column, in which a sentence goes on
  if (distance < -height) return isContinued(above.text, above, below);
  if (distance > height * (usual + 0.42)) return false;
  if (ITEM.test(below.text)) return false;
  // drawn in, behind a line that ends a sentence
  const indent = below.x - margin;
  if (indent > height * 0.7 && indent < height * 6 && ENDED.test(above.text)) return false;
  // a short line that ends a sentence, where the next begins one
  const isShort = above.right < below.right - height * 4;
  return !(isShort && ENDED.test(above.text) && !/^\p{Ll}/u.test(below.text));
}

/** Whether a line on a new page or in a new column goes on with the sentence before. */
function isContinued(text: string, last: Line, line: Line): boolean {
  if (Math.abs(last.height - line.height) > Math.max(last.height, 1) * 0.14) return false;
  return (
    !ENDED.test(text) &&
    (/^[\p{Ll}\p{N}“"(]/u.test(line.text) || /[-\u00ad\u2010,]$/u.test(text) || /\p{Ll}$/u.test(text))
  );
}

/** The words of a document, by which a hyphen at the end of a line is told from one that is part of its word. */
class Words {
  readonly #whole = new Set<string>();

  constructor(pages: readonly PrintedPage[]) {
    for (const { lines } of pages)
      for (const { text } of lines)
        for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*(?!-?$)/gu))
          this.#whole.add(word);
  }

  /** Two lines as one, the parted word at their seam whole. */
  join(above: string, below: string): string {
    const parted = /(\p{L}+(?:-\p{L}+)*)[-\u00ad\u2010]$/u.exec(above);
    const rest = /^(\p{L}+)/u.exec(below);
    if (!parted || !rest) return /[\u2013\u2014/]$/u.test(above) ? above + below : `${above} ${below}`;
    const [head = "", tail = ""] = [parted[1], rest[1]];
    const bare = above.slice(0, -1);
    if (above.endsWith("\u00ad")) return bare + below;
    const [whole, hyphened] = [`${head}${tail}`, `${head}-${tail}`].map((word) =>
      this.#whole.has(word.toLowerCase()),
    );
    // as the document writes it elsewhere; a part that begins with a capital keeps its hyphen
    if (hyphened && !whole) return `${bare}-${below}`;
    return whole || /^\p{Ll}/u.test(tail) ? bare + below : `${bare}-${below}`;
  }
}

/**
 * Leaves out what stands at the head or the foot of page after page (its number, the name of the paper): the same line but for
 * figures on at least three pages and a third of them.
 */
export function withoutRunningLines(pages: readonly PrintedPage[]): {
  pages: PrintedPage[];
  leftOut: number;
} {
  if (pages.length < 3) return { pages: pages.map(withoutNumber), leftOut: 0 };
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edgesOf(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(3, Math.ceil(pages.length / 3));
  let leftOut = 0;
  const kept = pages.map((page) => {
    const edges = new Set(edgesOf(page));
    const lines = page.lines.filter((line) => !edges.has(line) || (counts.get(keyOf(line)) ?? 0) < least);
    leftOut += page.lines.length - lines.length;
    return withoutNumber({ ...page, lines });
  });
  return { pages: kept, leftOut };
}

const keyOf = ({ text }: Line) => text.toLowerCase().replace(/[\divxlc]*\d[\divxlc]*/gu, "#");

/** The lines in the upper and the lower ninth of a page. */
function edgesOf({ lines, heightPt }: PrintedPage): readonly Line[] {
  return lines.filter(({ y }) => y < heightPt / 9 || y > (heightPt * 8) / 9);
}

function withoutNumber(page: PrintedPage): PrintedPage {
  const edges = new Set(edgesOf(page));
  return {
    ...page,
    lines: page.lines.filter((line) => !edges.has(line) || !/^[-–—\s]*\d{1,4}[-–—\s]*$/u.test(line.text)),
  };
}
