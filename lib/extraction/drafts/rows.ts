import type { Article } from "../grammar";
import type { Span } from "../model";
import { firstEndingAfter } from "../text";
import { isKicker } from "./kickers";
import type { Labelled } from "./labelled";

// "Ana Cruz\tFisher\t“The sea is empty.”", "Fatima Noor | teacher | “We teach in tents.”", "Ana Cruz, fisher, “The sea is empty.”"
const NAMED_CELL =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}\p{M}.’'-]*){1,4}$/u;
const CUT = /\t|\s[|¦]\s|[;,]/u;
const LONGEST_CELL = 60;

/** Rows of a table pasted as lines: a cell is a whole quotation, and the first cell names who says it. */
export function rowsOf({ text, paragraphs, stretches }: Article): Labelled[] {
  return paragraphs.flatMap((row) => {
    const at = firstEndingAfter(stretches, row.startUtf16);
    const words = stretches[at];
    if (words === undefined || words.startUtf16 <= row.startUtf16 || words.endUtf16 > row.endUtf16) return [];
    const after = text.slice(words.endUtf16, Math.min(row.endUtf16, words.endUtf16 + 3));
    // a line of a table may begin with its border
    const border = /^[|¦]\s*/u.exec(text.slice(row.startUtf16, row.startUtf16 + 8))?.[0].length ?? 0;
    const from = row.startUtf16 + border;
    const head = text.slice(from, words.startUtf16);
    if (
      head.length > 3 * LONGEST_CELL ||
      !/(?:\t|[|¦;,])\s*$/u.test(head) ||
      !/^\s*(?:$|[\t|¦;,.])/u.test(after)
    )
      return [];
    const sign = CUT.exec(head);
    const name = head.slice(0, sign?.index ?? 0).trim();
    const isRow = /[\t|¦]/u.test(head) || head.split(/[;,]/u).length > 2;
    // "Ana Cruz, a fisher, “…”" in a sentence of its own is prose
    if (sign === null || !isRow || name.length > LONGEST_CELL || !NAMED_CELL.test(name) || isKicker(name))
      return [];
    const isProse = /\s(?:said|says|who|told|is|was|and|an?|the)\s/u.test(head);
    if (isProse) return [];
    const speaker: Span = { startUtf16: from, endUtf16: from + name.length };
    const cueAt = from + sign.index;
    return [
      {
        rule: "row",
        speaker,
        cue: { startUtf16: cueAt, endUtf16: cueAt + 1 },
        content: [{ startUtf16: words.startUtf16, endUtf16: words.endUtf16 }],
      } satisfies Labelled,
    ];
  });
}
