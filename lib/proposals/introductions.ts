import { type Mention, type Proposal, wordsAsRead } from "@/lib/extraction";
import type { Range } from "./model";

/** More than this between the cue and the words, or between who speaks and the cue, is no introduction any more. */
const MOST_BEFORE_WORDS = 90;
const MOST_BEFORE_CUE = 40;

/**
 * The reporter's words, as printed, with which a wording reads as a sentence: "Ankara has expressed" before "readiness to
 * step in". Empty for a wording that is one by itself, or whose sentence the text puts otherwise.
 */
export function introductionOf(text: string, found: Proposal, pieces: readonly Range[]): string {
  const { cue, speaker, form } = found;
  const [start] = pieces[0] ?? [found.startUtf16];
  if (cue === null || speaker === null) return "";
  if (form === "direct" && !beginsSmall(text.slice(start, start + 40))) return "";
  const { mention } = speaker;
  if (cue.endUtf16 <= start) return led(text, mention, cue, start);
  // “ready to step in,” Ankara said
  const isNext = mention.endUtf16 <= cue.startUtf16 && cue.startUtf16 - mention.endUtf16 <= MOST_BEFORE_CUE;
  return form === "direct" && isNext ? tidy(text.slice(mention.startUtf16, cue.endUtf16)) : "";
}

/** Who speaks, and from the cue to where the words begin. */
function led(text: string, mention: Mention, cue: Mention, start: number): string {
  // "said Ellis:", "according to the ministry"
  if (cue.endUtf16 <= mention.startUtf16) {
    return mention.endUtf16 <= start ? phrase(text, cue.startUtf16, start) : "";
  }
  const cuePhrase = phrase(text, cue.startUtf16, start);
  if (cuePhrase === "" || /^(?:who|which|that|whom)$/iu.test(mention.text)) return cuePhrase;
  const between = text.slice(mention.endUtf16, cue.startUtf16);
  const isNear = between.length <= MOST_BEFORE_CUE && !/[,;:.!?(–—“"«\n]/u.test(between);
  return isNear ? phrase(text, mention.startUtf16, start) : `${tidy(mention.text)} ${cuePhrase}`;
}

/** The words from one place to another when they lie within one clause; without the stop before what follows. */
function phrase(text: string, from: number, to: number): string {
  const words = text.slice(from, to);
  const isApart = words.length > MOST_BEFORE_WORDS + MOST_BEFORE_CUE || /[.!?”»]\s|\n\s*\n/u.test(words);
  return isApart ? "" : tidy(words).replace(/[\s,:;–—“"‘'«-]+$/u, "");
}

function tidy(words: string): string {
  return wordsAsRead(words.replace(/\n[>\s]*/gu, "\n"));
}

function beginsSmall(words: string): boolean {
  const first = /\p{L}/u.exec(words)?.[0] ?? "";
  return first !== first.toUpperCase();
}
