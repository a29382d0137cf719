import type { EditMark, Form, Span } from "../model";
import { countWords } from "../weights";
import type { Stretch } from "./marks";
import { firstEndingAfter } from "./span-index";

// what the shared scorer calls direct: at most one word in sixteen outside the marks
const ALL = 0.94;

/** Whether all, some or none of the words of a statement stand in quotation marks. */
export function formOf(text: string, pieces: readonly Span[], stretches: readonly Stretch[]): Form {
  let total = 0;
  let quoted = 0;
  for (const piece of pieces) {
    total += countWords(text.slice(piece.startUtf16, piece.endUtf16));
    for (let at = firstEndingAfter(stretches, piece.startUtf16); at < stretches.length; at += 1) {
      const stretch = stretches[at];
      if (stretch === undefined || stretch.startUtf16 >= piece.endUtf16) break;
      quoted += countWords(
        text.slice(
          Math.max(stretch.startUtf16, piece.startUtf16),
          Math.min(stretch.endUtf16, piece.endUtf16),
        ),
      );
    }
  }
  if (quoted === 0) return "indirect";
  return quoted / total >= ALL ? "direct" : "mixed";
}

const EDIT = /\[\s*(?:\.{3}|…)\s*\]|\[sic\]|\(sic\)|\[[^\][\n]{1,120}\]|\.{3,4}|(?:\. ){2,3}\.|…/giu;

/** The edits that a source shows inside quoted words: ellipses, words in brackets, "sic". */
export function editMarksIn(text: string, pieces: readonly Span[]): EditMark[] {
  const marks: EditMark[] = [];
  for (const { startUtf16, endUtf16 } of pieces) {
    for (const match of text.slice(startUtf16, endUtf16).matchAll(EDIT)) {
      const words = match[0];
      const at = startUtf16 + match.index;
      const kind = /sic/i.test(words)
        ? "sic"
        : /^\[\s*(?:\.|…)/.test(words) || !words.startsWith("[")
          ? "ellipsis"
          : "bracket";
      marks.push({ kind, startUtf16: at, endUtf16: at + words.length, text: words });
    }
  }
  return marks;
}
