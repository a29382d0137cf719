/** A half-open slice of a text, in UTF-16. */
type Range = readonly [start: number, end: number];

export interface EdgeMove {
  readonly edge: "start" | "end";
  readonly by: "earlier" | "later";
  readonly unit: "word" | "sentence";
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
// a word beyond this is no word
const REACH = 400;
// nor is a sentence of more
const REACH_OF_SENTENCE = 1200;

/**
 * The range with one edge moved by a word or a sentence, or null when the text or the range ends there. Marks that touch
 * a word move with it: an opening quotation mark with the word after it, a comma with the word before.
 */
export function moveEdge(text: string, [start, end]: Range, { edge, by, unit }: EdgeMove): Range | null {
  const at = edge === "start" ? start : end;
  const stops = unit === "word" ? edgesAround(text, at, edge) : sentenceEdges(text, at, edge);
  const next = by === "later" ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  if (next === undefined) return null;
  const moved: Range = edge === "start" ? [next, end] : [start, next];
  return moved[0] < moved[1] ? moved : null;
}

/** Where the sentences of a paragraph begin or end, and the paragraph itself does. */
function sentenceEdges(text: string, at: number, edge: EdgeMove["edge"]): number[] {
  const from = Math.max(0, at - REACH_OF_SENTENCE);
  return [...text.slice(from, at + REACH_OF_SENTENCE).matchAll(/[^\n]+/gu)].flatMap((paragraph) =>
    [...sentences.segment(paragraph[0])].flatMap(({ index, segment }) => {
      if (segment.trim() === "") return [];
      const first = from + paragraph.index + index + (segment.length - segment.trimStart().length);
      return [edge === "start" ? first : first + segment.trim().length];
    }),
  );
}

function edgesAround(text: string, at: number, edge: EdgeMove["edge"]): number[] {
  const from = spaceBefore(text, Math.max(0, at - REACH));
  const segments = [...words.segment(text.slice(from, at + REACH))];
  const stops: number[] = [];
  segments.forEach(({ segment, index, isWordLike }, place) => {
    if (!isWordLike) return;
    if (edge === "start") {
      let first = place;
      while (touches(segments[first - 1])) first--;
      stops.push(from + (segments[first]?.index ?? index));
    } else {
      let last = place;
      while (touches(segments[last + 1])) last++;
      const { index: lastIndex, segment: lastSegment } = segments[last] ?? { index, segment };
      stops.push(from + lastIndex + lastSegment.length);
    }
  });
  return stops;
}

function touches(segment: Intl.SegmentData | undefined): boolean {
  return segment !== undefined && !segment.isWordLike && !/^\s/u.test(segment.segment);
}

function spaceBefore(text: string, at: number): number {
  const space = text.slice(0, at).search(/\s\S*$/u);
  return space === -1 || at - space > REACH ? at : space;
}

/**
 * How far the words of `ranges` stand inside the quotation marks of their paragraphs: all, some or none of them.
 * Marks outside the ranges count too, so that a wording cut out of a quotation stays the speaker's.
 */
export function quotedShare(text: string, ranges: readonly Range[]): "all" | "some" | "none" {
  let [isInside, isOutside] = [false, false];
  for (const [start, end] of ranges) {
    let at = text.lastIndexOf("\n", start - 1) + 1;
    let closing: string | null = null;
    for (const letter of text.slice(at, end)) {
      closing = closingAfter(text, at, letter, closing);
      if (at >= start && /[\p{L}\p{N}]/u.test(letter)) {
        if (closing === null) isOutside = true;
        else isInside = true;
      }
      at += letter.length;
    }
  }
  if (!isInside) return "none";
  return isOutside ? "some" : "all";
}

const CLOSING: Readonly<Record<string, string>> = {
  "“": "”",
  "«": "»",
  "„": "“”",
  '"': '"',
  "‘": "’",
  "「": "」",
};

/** The marks that would close the quotation open after this letter, or null when none is open. */
function closingAfter(text: string, at: number, letter: string, closing: string | null): string | null {
  if (letter === "\n") return null;
  const isBeforeLetter = /[\p{L}\p{N}]/u.test(text[at + 1] ?? "");
  if (closing !== null) {
    // an apostrophe inside a word closes nothing
    const isApostrophe = letter === "’" && isBeforeLetter;
    return closing.includes(letter) && !isApostrophe ? null : closing;
  }
  if (letter === "‘" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return null;
  return CLOSING[letter] ?? null;
}
