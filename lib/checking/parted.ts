import { SAYING } from "./beside";
import type { Source } from "./material";
import { marksAround, type Voice } from "./voices";

/** Words of a source where they stand, and how far around them the same voice goes on. */
export interface Spoken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const MOST_PARTED = 2;
const MOST_TAG_UTF16 = 180;
/** What stands between two stretches in marks when it only says who speaks: ",” said Ada Brun, “". */
const TAG = new RegExp(
  `^\\s*[,.!?…—–-]?\\s*["”“’»]\\s*[,–—-]?\\s*(?=[^"“”]*(?<!\\p{L})${SAYING}(?!\\p{L}))(?:[^.!?;:"“”\\n]|(?<=(?<!\\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|St|\\p{Lu}))\\.)+?([,.:]?)\\s*[–—-]?\\s*["“„«‘]\\s*$`,
  "iu",
);

/**
 * “If they lose,” says Brun, “I will sell”: the words of a voice without the clause that parts them, so that what stands
 * around a quotation is what was said around it.
 */
export function rejoined(source: Source, voice: Voice, start: number, end: number): Spoken {
  const { text } = source;
  const plain = { text, start, end, from: voice.start, to: voice.end };
  if (voice.how !== "said" || voice.statement !== null) return plain;
  const marks = marksAround(source, (start + end) >> 1);
  const own = marks?.findIndex(([from, to]) => from <= start + 1 && to >= end - 1) ?? -1;
  if (marks === null || own < 0) return plain;
  const tagAt = (at: number) => {
    const [one, other] = [marks[at], marks[at + 1]];
    if (one === undefined || other === undefined || other[0] - one[1] > MOST_TAG_UTF16) return null;
    return TAG.exec(text.slice(one[1], other[0]))?.[1] ?? null;
  };
  let [first, last] = [own, own];
  while (own - first < MOST_PARTED && tagAt(first - 1) !== null) first -= 1;
  while (last - own < MOST_PARTED && tagAt(last) !== null) last += 1;
  if (first === last) return plain;
  let [joined, shift] = ["", 0];
  for (let at = first; at <= last; at++) {
    const [from, to] = marks[at] ?? [0, 0];
    if (at === own) shift = joined.length - from;
    joined += text.slice(from, to);
    if (at < last) joined = continued(joined, tagAt(at) ?? "");
  }
  return { text: joined, start: start + shift, end: end + shift, from: 0, to: joined.length };
}

/** What was said so far, with the sign that the tag behind it leaves: it goes on, or the next sentence begins. */
function continued(words: string, sign: string): string {
  const bare = words.replace(/[\s,]+$/u, "");
  if (/[.!?…]$/u.test(bare)) return `${bare} `;
  return sign === "." ? `${bare}. ` : `${words.trimEnd() === bare ? bare : `${bare},`} `;
}
