import type { Article } from "../grammar";
import type { Span } from "../model";

/** A word, a sign, or a whole quotation, which the rules step over as one. */
export interface Item extends Span {
  readonly text: string;
  readonly lower: string;
  /** The number of the quotation, or -1 for a word or a sign. */
  readonly stretch: number;
}

/** Sentences that no quotation leads out of, as items. */
export interface Unit extends Span {
  readonly items: readonly Item[];
  readonly paragraph: number;
}

/** No sentence of prose has more words; anything longer is not read for cues. */
const MOST_ITEMS = 250;

/** The units of an article in order: a quotation of several sentences stands in one, with the clause that says whose it is. */
export function unitsOf({ sentences, stretches }: Article): Unit[] {
  const units: Unit[] = [];
  let items: Item[] = [];
  let startUtf16 = -1;
  let next = 0;
  for (const [at, { tokens, endUtf16, paragraph, ...sentence }] of sentences.entries()) {
    if (startUtf16 < 0) startUtf16 = sentence.startUtf16;
    const from = Math.max(sentence.startUtf16, items.at(-1)?.endUtf16 ?? 0);
    const place = (until: number) => {
      for (; (stretches[next]?.startUtf16 ?? Number.POSITIVE_INFINITY) < until; next += 1) {
        const stretch = stretches[next];
        if (stretch === undefined || stretch.startUtf16 < from) continue;
        items.push({
          startUtf16: stretch.startUtf16,
          endUtf16: stretch.endUtf16,
          text: "",
          lower: "",
          stretch: next,
        });
      }
    };
    for (const token of tokens) {
      place(token.startUtf16 + 1);
      if (token.startUtf16 < (items.at(-1)?.endUtf16 ?? 0)) continue;
      // "EE. UU.": the stop of an abbreviation ends nothing
      if (token.text === "." && token !== tokens.at(-1) && /^\p{Lu}{1,2}$/u.test(items.at(-1)?.text ?? ""))
        continue;
      items.push({
        startUtf16: token.startUtf16,
        endUtf16: token.endUtf16,
        text: token.text,
        lower: token.lower,
        stretch: -1,
      });
    }
    place(endUtf16);
    const last = items.at(-1);
    const end = Math.max(endUtf16, last?.endUtf16 ?? 0);
    // a quotation that runs on takes the sentences in which it does along
    if (end > endUtf16 && at + 1 < sentences.length && (sentences[at + 1]?.startUtf16 ?? end) < end) continue;
    units.push({ items: items.length > MOST_ITEMS ? [] : items, paragraph, startUtf16, endUtf16: end });
    items = [];
    startUtf16 = -1;
  }
  return units;
}
