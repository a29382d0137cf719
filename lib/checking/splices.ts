import type { Reading } from "./alignment";
import { type Placed, place } from "./changes";
import { isContent } from "./content";
import { isJoint } from "./leaps";
import type { Source } from "./material";
import { qualifiersIn } from "./qualifiers";
import { isSentenceBreak } from "./sentences";
import { hashesOf, type Word } from "./words";

const LEAST_RUN = 3;
const LONG_RUN = 5;

const isTelling = (words: readonly Word[], language: string) =>
  words.length >= LONG_RUN || words.filter((word) => isContent(word, language)).length >= 2;

/** Two places of the record whose words make up a quotation that no single place has; null when there are none. */
export function splicedFrom(reading: Reading, all: readonly Placed[]): readonly [Placed, Placed] | null {
  const { words } = reading;
  if (all.some(({ blocks }) => blocks.length === 0)) return null;
  const bySentence = sentencesApart(reading, all);
  if (bySentence === null && all.some(isHere)) return null;
  if (bySentence !== null || words.length < LEAST_RUN * 2) return bySentence;
  const runs = (fromEnd: boolean) =>
    all
      .map((placed) => ({ placed, length: longest(words, placed.reading.words, fromEnd) }))
      .sort((one, other) => other.length - one.length)
      .slice(0, 3);
  const [heads, tails] = [runs(false), runs(true)];
  for (const head of heads) {
    for (const tail of tails) {
      // "… | and | …": the word that joins the two is nobody's
      const between = words.slice(head.length, words.length - tail.length);
      const isOwn = between.length === 0 && isJoint(words.slice(head.length - 1, head.length));
      const joint = isOwn || (between.length === 1 && isJoint(between)) ? 1 : 0;
      const cut = isOwn
        ? head.length - 1
        : joint > 0
          ? head.length
          : Math.min(head.length, words.length - LEAST_RUN);
      if (cut + joint + tail.length < words.length || cut < LEAST_RUN) continue;
      const halves = [part(reading, 0, cut), part(reading, cut + joint, words.length)] as const;
      const isOfTwo = head.placed.source !== tail.placed.source && joint > 0;
      const isFull = (half: Reading) =>
        isTelling(half.words, head.placed.source.language) || (isOfTwo && half.words.length >= LONG_RUN - 1);
      if (!halves.every(isFull)) continue;
      const [first, second] = [placeWithin(halves[0], head.placed), placeWithin(halves[1], tail.placed)];
      if (first === null || second === null) continue;
      // a few words of two texts meet by chance
      const isLong = [first, second].every(
        (half, at) =>
          (halves[at]?.words.length ?? 0) >= (joint > 0 && isClauseThere(half) ? LONG_RUN - 1 : LONG_RUN),
      );
      if (first.source === second.source || isLong) return [first, second];
    }
  }
  return null;
}

/** A clause of the record as it stands between its marks: "…, there was no offer,". */
const isClauseThere = ({ source: { text }, start, end }: Placed) =>
  /[.,;:!?“"„–—]\s*$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  /^\s*[.,;:!?”"–—]/u.test(text.slice(end, end + 3));

/** All of it at one place, but for a word or two, or for what is left out of one sentence. */
const isHere = ({ blocks }: Placed) =>
  blocks.every(({ draft, endsSentence }) => draft.length === 0 && !endsSentence) ||
  blocks.reduce((sum, { draft, record }) => sum + draft.length + record.length, 0) <= 2;

/** Sentences of a quotation that all stand in the record, and not one after the other. */
function sentencesApart(reading: Reading, all: readonly Placed[]): readonly [Placed, Placed] | null {
  const { words } = reading;
  const cuts = [
    0,
    ...words.flatMap(({ before }, at) => (at > 0 && isSentenceBreak(before) ? [at] : [])),
    words.length,
  ];
  if (cuts.length < 3 || all.length === 0) return null;
  const places: Placed[] = [];
  const near = all.reduce((best, one) => (one.same > best.same ? one : best), all[0] as Placed);
  for (let at = 0; at + 1 < cuts.length; at++) {
    const one = part(reading, cuts[at] ?? 0, cuts[at + 1] ?? words.length);
    const within = all.flatMap((placed) => placeWithin(one, placed) ?? []);
    const found = within.length > 0 ? within : runIn(near.source, one);
    const last = places.at(-1);
    const next = found.find((placed) => last !== undefined && isNext(last, placed)) ?? found[0];
    if (next === undefined) return null;
    places.push(next);
  }
  const apart = places.findIndex((placed, at) => at > 0 && !isNext(places[at - 1] as Placed, placed));
  return apart < 0 ? null : [places[apart - 1] as Placed, places[apart] as Placed];
}

/** Whether no word stands between two places, but for a reporting clause. */
function isNext(one: Placed, other: Placed): boolean {
  if (one.source !== other.source || other.start < one.end) return false;
  // what was read begins behind the first place: the words between are not known
  if ((other.reading.words[0]?.start ?? 0) > one.end) return false;
  const between = other.reading.words.filter(
    (word, at) =>
      word.start >= one.end &&
      word.end <= other.start &&
      !other.reading.outside[at] &&
      !other.reading.brackets[at] &&
      !other.reading.fills[at],
  );
  return between.length === 0 || isLimit(between, other.source.language);
}

const MOST_LIMITING = 5;

/** "She trusted me, I suppose. | Most did": the end of the sentence before that limits it, and no other place. */
function isLimit(words: readonly Word[], language: string): boolean {
  const isBroken = words.some(({ before }) => isSentenceBreak(before));
  return !isBroken && words.length <= MOST_LIMITING && qualifiersIn(words, language).length > 0;
}

/** A sentence as it stands anywhere in a text of which another part was found. */
function runIn(source: Source, reading: Reading): Placed[] {
  const wanted = hashesOf(reading.words);
  const { hashes, starts } = source.scan;
  if (wanted.length < LEAST_RUN) return [];
  for (
    let at = hashes.indexOf(wanted[0] as number);
    at >= 0;
    at = hashes.indexOf(wanted[0] as number, at + 1)
  ) {
    if (wanted.some((hash, step) => hashes[at + step] !== hash)) continue;
    const placed = place(reading, source, starts[at] ?? 0, starts[at + wanted.length] ?? source.text.length);
    if (placed !== null && placed.blocks.length === 0) return [placed];
  }
  return [];
}

const part = ({ words, fills, brackets }: Reading, from: number, to: number): Reading => ({
  words: words.slice(from, to),
  fills: fills.slice(from, to),
  brackets: brackets.slice(from, to),
});

function placeWithin(reading: Reading, { source, reading: { words } }: Placed): Placed | null {
  const placed = place(reading, source, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  return placed !== null && placed.blocks.length === 0 ? placed : null;
}

type Words = Reading["words"];

/** How many words from the beginning, or up to the end, stand in the record in one run. */
function longest(words: Words, record: Words, fromEnd: boolean): number {
  const at = (list: Words, step: number) => (fromEnd ? list[list.length - 1 - step] : list[step])?.key;
  let most = 0;
  for (let start = 0; start < record.length; start++) {
    let length = 0;
    while (
      length < words.length &&
      at(words, length) !== undefined &&
      at(words, length) === at(record, start + length)
    )
      length += 1;
    most = Math.max(most, length);
  }
  return most;
}
