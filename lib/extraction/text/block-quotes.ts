import type { Edit } from "./edits";

const BLOCK = /<blockquote\b[^<>]{0,400}>(?<inside>[\s\S]{1,4000}?)<\/blockquote\s*>/giu;
const PARAGRAPH = /<\/?p\b[^<>]{0,200}>|<br\s*\/?>|\n\s*\n/giu;
const TAG = /<[^<>]{1,400}>/gu;
const MARK = /^(?:["“”„«»‘]|&(?:quot|ldquo|bdquo|laquo|#8220|#34|#x201c);)/iu;
const SIGNED = /^(?:&mdash;|&ndash;|&#8212;|—|–|--|―)/u;

/**
 * The marks that a block quotation stands for: "<blockquote>We stay.</blockquote>". One that has marks of its own, or more
 * than speech in it, is left as it is; a signature in it stands behind the marks.
 */
export function blockQuotes(text: string): Edit[] {
  if (!/<blockquote/i.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(BLOCK)) {
    const inside = match.groups?.inside ?? "";
    const from = match.index + match[0].indexOf(">") + 1;
    const parts = paragraphsIn(inside, from).filter(({ words }) => words.length > 0);
    const spoken = parts.filter(({ words }) => !SIGNED.test(words));
    if (spoken.length === 0 || spoken.some(({ words }) => MARK.test(words) || /["“„«]/u.test(words)))
      continue;
    spoken.forEach(({ startUtf16, endUtf16 }, at) => {
      edits.push({ startUtf16, endUtf16: startUtf16, to: "“", sort: "mark" });
      if (at === spoken.length - 1) edits.push({ startUtf16: endUtf16, endUtf16, to: "”", sort: "mark" });
    });
    // <blockquote>…</blockquote> said Hugo Vidal: one sentence
    const end = match.index + match[0].length;
    const next = /^(?:\s|<\/?(?:p|div|cite|footer|figcaption)\b[^<>]{0,200}>)+(?=\p{Ll})/iu.exec(
      text.slice(end, end + 300),
    );
    const last = spoken.at(-1);
    if (next !== null && last !== undefined && last === parts.at(-1))
      edits.push({ startUtf16: last.endUtf16, endUtf16: end + next[0].length, to: " ", sort: "left out" });
  }
  return edits;
}

interface Part {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly words: string;
}

function paragraphsIn(inside: string, offset: number): Part[] {
  const parts: Part[] = [];
  const add = (from: number, to: number) => {
    let [start, end] = [from, to];
    for (let moved = true; moved; ) {
      moved = false;
      const lead = /^(?:\s+|<[^<>]{1,400}>)/u.exec(inside.slice(start, end));
      if (lead !== null) {
        start += lead[0].length;
        moved = true;
      }
      const tail = /(?:\s+|<[^<>]{1,400}>)$/u.exec(inside.slice(Math.max(start, end - 420), end));
      if (tail !== null && end > start) {
        end -= tail[0].length;
        moved = true;
      }
    }
    if (end > start)
      parts.push({
        startUtf16: offset + start,
        endUtf16: offset + end,
        words: inside.slice(start, end).replace(TAG, ""),
      });
  };
  let from = 0;
  for (const match of inside.matchAll(PARAGRAPH)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, inside.length);
  // "We stay. — Sofia Brandt" in one paragraph
  return parts.flatMap((part) => {
    const sign = / (?:&mdash;|—|–|--|―)\s?(?=\p{Lu})/u.exec(part.words);
    if (sign === null || part.words.length !== part.endUtf16 - part.startUtf16) return [part];
    const at = part.startUtf16 + sign.index;
    return [
      { startUtf16: part.startUtf16, endUtf16: at, words: part.words.slice(0, sign.index) },
      { startUtf16: at + 1, endUtf16: part.endUtf16, words: part.words.slice(sign.index + 1) },
    ];
  });
}
