import type { Placed } from "./changes";
import { isContent } from "./content";
import type { Claimed } from "./draft";
import type { Material, Source } from "./material";
import { withNumbers } from "./numbers";
import { isSentenceBreak } from "./sentences";
import { agreementOf, isNamedIn } from "./speakers";
import { type Row, Vocabulary } from "./vocabulary";
import { marksAround, type Voice, voiceAt } from "./voices";
import { readWords, type Word } from "./words";

/** Where the record has somebody say the same in other words. */
export interface Retold {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly voice: Voice;
  /** How much of what is said there is said here, 0 to 1. */
  readonly share: number;
}

/** So many words are read of the texts that name the speaker; with more of them a search would cost more than it finds. */
const MOST_WORDS = 12_000;
const MOST_SENTENCES = 3;
const MOST_ASKED = 6;
const FIRST = 0.2;
const MORE = 0.05;
const LONGER = 0.004;
const FEWEST = 2;
const SHORT = 6;
// words that say little of what a sentence is about
const LIGHT = new Set(
  "make made makes making get put take took taken thing things way lot something anything nothing everything time times like just never think thought know want wants look keep kept give given someone somebody anybody people really still even back us day days week weeks month months year years today first last minute minutes hour hours always".split(
    " ",
  ),
);
const LIGHT_WEIGHT = 0.4;

/** The place, for what is written down of it: no word of the draft stands there as it is. */
export const placedAround = ({ source, start, end }: Retold): Placed => ({
  source,
  start,
  end,
  draftWords: [],
  recordWords: readWords(source.text, start, end),
  reading: { words: [], fills: [], brackets: [], outside: [] },
  kept: [],
  blocks: [],
  same: 0,
  likeness: 0,
  recased: [],
});

interface Sentence {
  readonly words: readonly Word[];
  /** Their numbers in the vocabulary. */
  readonly ids: readonly number[];
}

let vocabulary = new Vocabulary();
const sentences = new WeakMap<Source, { readonly of: Vocabulary; readonly all: readonly Sentence[] }>();

function sentencesOf(source: Source): readonly Sentence[] {
  const known = sentences.get(source);
  if (known?.of === vocabulary) return known.all;
  const words = withNumbers(readWords(source.text), source.language);
  const cuts = [
    0,
    ...words.flatMap(({ before }, at) => (at > 0 && isSentenceBreak(before) ? [at] : [])),
    words.length,
  ];
  const all = cuts.slice(1).map((cut, at): Sentence => {
    const own = words.slice(cuts[at], cut);
    return { words: own, ids: own.map((word) => vocabulary.numberOf(word)) };
  });
  sentences.set(source, { of: vocabulary, all });
  return all;
}

const weightOf = ({ key }: Word) => (LIGHT.has(key) ? LIGHT_WEIGHT : 1);

/**
 * Where the speaker of a statement says the same in other words; null where nothing is near enough. The words are compared by
 * what they mean (`senses.ts`), and only those that the record has the speaker say.
 */
export function findRetold(
  material: Material,
  claim: Claimed,
  words: readonly Word[],
  language: string,
  { least, isSaid }: { readonly least: number; readonly isSaid: boolean },
): Retold | null {
  if (language !== "en" || claim.proposal?.speaker == null) return null;
  const telling = words.filter((word) => isContent(word, language));
  const total = telling.reduce((sum, word) => sum + weightOf(word), 0);
  if (telling.length < FEWEST || total < FEWEST * LIGHT_WEIGHT) return null;
  if (vocabulary.isFull) vocabulary = new Vocabulary();
  let best: Retold | null = null;
  let left = MOST_WORDS;
  for (const source of material.sources) {
    if (source.language !== language || !isNamedIn(claim, source)) continue;
    left -= source.scan.starts.length;
    if (left < 0) break;
    for (const window of windowsOf(source, telling, total)) {
      const start = window[0]?.start ?? 0;
      const end = window.at(-1)?.end ?? start;
      const voice = voiceAt(material, source, start, end);
      if (isSaid ? voice.how !== "said" : voice.how === "narrated") continue;
      if (agreementOf(claim, voice, source, start, end).speaker !== "yes") continue;
      const marks = isSaid ? marksAround(source, (start + end) >> 1) : null;
      const own =
        marks === null
          ? window
          : window.filter((word) => marks.some(([from, to]) => word.start >= from && word.end <= to));
      const { near, length } = likenessesOf(
        telling.map((word) => vocabulary.rowOf(word)),
        own.map((word) => vocabulary.numberOf(word)),
      );
      const { share, many } = shareOf(telling, total, near, length, 1);
      // one word is enough where another stands for it: the same word is only what both are about
      const isAlone = isSaid && many === 1 && telling.length <= SHORT && !near.includes(1);
      if ((many < FEWEST && !isAlone) || share < least || share <= (best?.share ?? 0)) continue;
      best = { source, start: own[0]?.start ?? start, end: own.at(-1)?.end ?? end, voice, share };
    }
  }
  return best;
}

/** Sentences, one to three in a row, that have most of what is meant; the best first. */
function windowsOf(source: Source, telling: readonly Word[], total: number): (readonly Word[])[] {
  const all = sentencesOf(source);
  // what each sentence has is asked once, and the sentences of a window are put together
  const rows = telling.map((word) => vocabulary.rowOf(word));
  const had = all.map(({ ids }) => likenessesOf(rows, ids));
  const found: { readonly first: number; readonly many: number; readonly share: number }[] = [];
  for (let first = 0; first < all.length; first++) {
    const most = new Float64Array(telling.length);
    let length = 0;
    for (let many = 1; many <= MOST_SENTENCES && first + many <= all.length; many++) {
      const at = first + many - 1;
      // another paragraph is another voice
      if (many > 1 && all[at]?.words[0]?.before.includes("\n")) break;
      const own = had[at];
      if (own === undefined) break;
      own.near.forEach((near, word) => {
        if (near > (most[word] ?? 0)) most[word] = near;
      });
      length += own.length;
      const { share } = shareOf(telling, total, most, length, many);
      if (share >= FIRST) found.push({ first, many, share });
    }
  }
  return found
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_ASKED)
    .map(({ first, many }) => all.slice(first, first + many).flatMap(({ words }) => words));
}

const isName = ({ raw, before }: Word) => /^\p{Lu}\p{Ll}/u.test(raw) && /^[\s,]+$/u.test(before);

interface Likenesses {
  /** For each telling word how near the nearest word of the record is. */
  readonly near: Float64Array;
  /** How many words of the record tell something. */
  readonly length: number;
}

function likenessesOf(rows: readonly Row[], ids: readonly number[]): Likenesses {
  const near = new Float64Array(rows.length);
  let length = 0;
  for (const id of ids) {
    if (id < 0) continue;
    length += 1;
    for (let at = 0; at < rows.length; at++) {
      const likeness = rows[at]?.get(id) ?? 0;
      if (likeness > (near[at] ?? 0)) near[at] = likeness;
    }
  }
  return { near, length };
}

function shareOf(
  telling: readonly Word[],
  total: number,
  near: Float64Array,
  length: number,
  sentences: number,
): { readonly share: number; readonly many: number } {
  let [sum, many] = [0, 0];
  telling.forEach((word, at) => {
    const likeness = near[at] ?? 0;
    sum += likeness * weightOf(word);
    // who is named is no idea
    if (likeness > 0 && weightOf(word) === 1 && !isName(word)) many += 1;
  });
  const longer = Math.max(0, length - telling.length * 1.5);
  return { share: sum / total - MORE * (sentences - 1) - LONGER * longer, many };
}
