import type { Article } from "../grammar";
import type { Span } from "../model";
import { firstEndingAfter } from "../text";
import type { Labelled } from "./labelled";

const BITE = "(?:SOT|SOUND ?BITE|BITE|SYNC|ACTUALITY|ACT|CLIP|GRAB|UPSOT)";
const WORD = "(?!SAYING\\b)\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const NAME = `${WORD}(?:\\s(?:\\p{Ll}{2,3}\\s)?${WORD}){0,6}`;
// "SOT: MAYOR ELENA PARK", "[SOT – Elena Park, mayor]", "((SOT Elena Park))", the words in the next line
const ALONE = new RegExp(
  `^[([*]{0,3}\\s?${BITE}\\s?\\d?(?:[)\\]]\\s?)?\\s?[:–—/|-]?\\s*(?<name>${NAME})(?:\\s?[,(/|–—-][^:"“]{0,60})?[)\\]*]{0,3}\\s?:?\\s*$`,
  "u",
);
// "(SOUNDBITE) (English) MAYOR OF BRADLEY, ELENA PARK, SAYING: “…”"
const SAYING = new RegExp(
  `^[([]${BITE}[)\\]]\\s*(?:[([][\\p{L} /-]{2,30}[)\\]]\\s*)?(?<before>[^:"“]{0,90},\\s)?(?<name>${NAME}),?\\s+(?:SAYING|Saying|saying|ON|on)\\b[^:"“]{0,60}:\\s*(?=["“])`,
  "u",
);

// "SOT Ken Ito: “…”", "… SOT: Sgt. Ann Lowe, police: “…”"
const INLINE = new RegExp(
  `\\b${BITE}[)\\]]?\\s?[:–—/|-]?\\s+(?<name>${NAME})(?:,\\s[^:“”"\\n]{1,60})?:\\s*(?=["“])`,
  "gu",
);

/** The sound bites of a broadcast script: who is named before the words, in the line above them or by the agency's "SAYING". */
export function soundbites({ text, paragraphs, stretches }: Article): Labelled[] {
  if (!/\b(?:SOT|SOUND ?BITE|BITE|SYNC|ACTUALITY|CLIP|GRAB|UPSOT)\b/u.test(text)) return [];
  return paragraphs.flatMap((paragraph, at) => {
    const line = text.slice(paragraph.startUtf16, Math.min(paragraph.endUtf16, paragraph.startUtf16 + 240));
    const said = SAYING.exec(line);
    const match = said ?? ALONE.exec(line);
    const name = match?.groups?.name;
    if (match === null || name === undefined) return inlineIn(paragraph);
    const next = said === null ? paragraphs[at + 1] : paragraph;
    if (next === undefined) return [];
    const from = said === null ? next.startUtf16 : paragraph.startUtf16 + match[0].length;
    const content = wordsFrom(from, next);
    if (content === null) return [];
    return [bite(paragraph.startUtf16, match[0], name, content)];
  });

  function inlineIn({ startUtf16, endUtf16 }: Span): Labelled[] {
    return [...text.slice(startUtf16, endUtf16).matchAll(INLINE)].flatMap((match) => {
      const at = startUtf16 + match.index;
      const content = wordsFrom(at + match[0].length, { startUtf16, endUtf16 });
      return content === null ? [] : [bite(at, match[0], match.groups?.name ?? "", content)];
    });
  }

  function bite(at: number, words: string, name: string, content: Span): Labelled {
    const nameAt = at + words.lastIndexOf(name);
    return {
      rule: "name-colon",
      speaker: { startUtf16: nameAt, endUtf16: nameAt + name.length },
      cue: codeIn({ startUtf16: at, endUtf16: nameAt }),
      content: [content],
    };
  }

  /** The quotation that opens there, or all of the paragraph. */
  function wordsFrom(from: number, { endUtf16 }: Span): Span | null {
    const stretch = stretches[firstEndingAfter(stretches, from)];
    if (stretch !== undefined && stretch.startUtf16 <= from + 1)
      return { startUtf16: stretch.startUtf16, endUtf16: stretch.endUtf16 };
    return /^\p{L}/u.test(text.slice(from, from + 2)) ? { startUtf16: from, endUtf16 } : null;
  }

  function codeIn({ startUtf16, endUtf16 }: Span): Span {
    const code = new RegExp(BITE, "u").exec(text.slice(startUtf16, endUtf16));
    const start = startUtf16 + (code?.index ?? 0);
    return { startUtf16: start, endUtf16: start + (code?.[0].length ?? 1) };
  }
}
