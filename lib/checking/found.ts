import type { Reading } from "./alignment";
import { lostAround } from "./around";
import type { Candidate } from "./candidates";
import { type Placed, place } from "./changes";
import { isContent } from "./content";
import type { Claimed, QuotedPart } from "./draft";
import type { Material } from "./material";
import { QUALIFIER_NAMES } from "./qualifiers";
import { ideaShare, judgeWords, shortened, textOf, type Verdict } from "./quotation";
import { isSentenceBreak, sentenceAround } from "./sentences";
import { type Agreement, agreementOf } from "./speakers";
import { type Voice, voiceAt } from "./voices";

/** A part of a quotation at its place in the record. */
export interface Found {
  readonly placed: Placed;
  readonly voice: Voice;
  readonly agreement: Agreement;
  readonly verdict: Verdict;
}

/** Of the places that are most alike so many are asked who speaks there. */
const MOST_ASKED = 5;
// the speaker who is named weighs as much as one word in eight
const SPEAKER = { yes: 0.12, unknown: 0, no: -0.03 } as const;
const HOW = { said: 0.03, reported: 0, narrated: -0.01 } as const;

/** The words of a part of a quotation beside each candidate. */
export function placedAt(reading: Reading, candidates: readonly Candidate[]): Placed[] {
  return candidates.flatMap(({ source, from, to }) => {
    const { starts } = source.scan;
    const [start, end] = [starts[from] ?? 0, starts[to] ?? source.text.length];
    const whole = place(reading, source, start, end);
    if (whole === null) return [];
    // a question and its answer are much alike, and two may say the same: each line is asked alone as well
    const lines = linesOf(source.text, start, end);
    const alone =
      lines.length < 2 ? [] : lines.flatMap(([head, tail]) => place(reading, source, head, tail) ?? []);
    return [whole, ...alone.filter((one) => one.start !== whole.start || one.end !== whole.end)];
  });
}

const SHORTEST_LINE_UTF16 = 8;

function linesOf(text: string, start: number, end: number): (readonly [number, number])[] {
  const lines: (readonly [number, number])[] = [];
  for (let from = start; from < end; ) {
    const stop = text.indexOf("\n", from);
    const to = stop < 0 || stop > end ? end : stop;
    if (to - from >= SHORTEST_LINE_UTF16) lines.push([from, to]);
    from = to + 1;
  }
  return lines;
}

/** The places at which a part of a quotation may stand, the best first. */
export function placesOf(
  material: Material,
  claim: Claimed,
  part: QuotedPart,
  all: readonly Placed[],
  draft: string,
): Found[] {
  const placed = all
    .map((one) => ({ one, worth: Math.max(one.likeness, ideaShare(one) * 0.6) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_ASKED);
  const most = placed[0]?.worth ?? 0;
  return placed
    .filter(({ worth }) => worth > most - 0.35)
    .flatMap(({ one, worth }) => {
      const voice = voiceAt(material, one.source, one.start, one.end);
      const agreement = agreementOf(claim, voice);
      const judged =
        judgeWords(one, draft, part.start, part.end) ?? ideaOfFew(one, agreement.speaker === "yes");
      if (judged === null) return [];
      // another person with a like idea is no source of this one's
      if (judged.label === "paraphrase_in_marks" && agreement.speaker === "no") return [];
      const verdict = withSurroundings(judged, one, voice, claim, part, draft);
      const rank =
        worth +
        SPEAKER[agreement.speaker] +
        HOW[voice.how] +
        (one.source.statement === null ? 0 : 0.005) -
        (one.source.isFormer ? 0.01 : 0);
      return [{ found: { placed: one, voice, agreement, verdict }, rank }];
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ found }) => found);
}

const FEW_WORDS = 5;

/** Of two or three words in marks one that the same speaker says there is as much of an idea as there can be. */
function ideaOfFew(placed: Placed, isSpeaker: boolean): Verdict | null {
  if (!isSpeaker || placed.draftWords.length > FEW_WORDS || ideaShare(placed) < 0.5) return null;
  return {
    label: "paraphrase_in_marks",
    reason: "The speaker has one of these words there, in a sentence that says it otherwise.",
    hidden: [],
  };
}

const MAY_HAVE_LOST = new Set(["exact", "cosmetic", "marked_edit", "wording_drift"]);

function withSurroundings(
  verdict: Verdict,
  placed: Placed,
  voice: Voice,
  claim: Claimed,
  part: QuotedPart,
  draft: string,
): Verdict {
  if (verdict.label === "paraphrase_in_marks" && isAroundFragment(placed))
    return {
      ...verdict,
      label: "fragment_expanded",
      reason: "The record quotes a fragment here and tells the rest; the whole is in marks in the draft.",
    };
  if (!MAY_HAVE_LOST.has(verdict.label)) return verdict;
  const grown = quotedInPart(placed, voice);
  if (grown !== null) return { ...verdict, ...grown };
  const lost = voice.how === "said" ? lostAround(placed, voice, claim, part, draft) : null;
  if (lost === null) return verdict;
  return {
    ...verdict,
    label: "lost_qualifier",
    reason: `Beside these words the record has “${shortened(lost.text)}”, ${QUALIFIER_NAMES[lost.is]} that the draft leaves out.`,
  };
}

const FRAGMENT_WORDS = 7;
const SENTENCE_WORDS = 7;

/** A sentence in marks that is told in other words where the record quotes no more than a word or two of it. */
function isAroundFragment({ reading, kept, draftWords, start, end, source }: Placed): boolean {
  if (draftWords.length < SENTENCE_WORDS || !kept.some((isKept, at) => isKept && reading.outside[at]))
    return false;
  const [from, to] = sentenceAround(source.text, start, end);
  const inside = reading.words.filter(
    (word, at) => !reading.outside[at] && word.start >= from && word.end <= to,
  );
  return (
    inside.length > 0 &&
    inside.length <= FRAGMENT_WORDS &&
    inside.some((word) => isContent(word, source.language))
  );
}

/** A text that quotes a part of the words and tells the rest: the rest is not the speaker's. */
function quotedInPart(
  { reading, kept, source }: Placed,
  voice: Voice,
): Pick<Verdict, "label" | "reason"> | null {
  const words = reading.words.filter((_, at) => kept[at]);
  const outside = reading.words.filter((_, at) => kept[at] && reading.outside[at]);
  if (outside.length === 0 || voice.statement?.form === "direct") return null;
  const inside = words.filter((word) => !outside.includes(word));
  const isTelling = outside.some((word) => isContent(word, source.language)) || outside.length > 2;
  if (inside.length === 0 || !isTelling) return null;
  return {
    label: "fragment_expanded",
    reason: `The record quotes only “${shortened(textOf(inside))}”; the rest of the words are the reporter’s there.`,
  };
}

const LEAST_RUN = 3;

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
      const cut = Math.min(head.length, words.length - LEAST_RUN);
      if (head.length + tail.length < words.length || cut < LEAST_RUN) continue;
      const { language } = head.placed.source;
      const [one, other] = [part(reading, 0, cut), part(reading, cut, words.length)];
      if ([one, other].some((half) => half.words.filter((word) => isContent(word, language)).length < 2))
        continue;
      const [first, second] = [placeWithin(one, head.placed), placeWithin(other, tail.placed)];
      if (first !== null && second !== null) return [first, second];
    }
  }
  return null;
}

/** All of it at one place, but for a word or two. */
const isHere = ({ blocks }: Placed) =>
  blocks.reduce((sum, { draft, record }) => sum + draft.length + record.length, 0) <= 2;

/** Sentences of a quotation that all stand in the record, and not one after the other. */
function sentencesApart(reading: Reading, all: readonly Placed[]): readonly [Placed, Placed] | null {
  const { words } = reading;
  const cuts = [
    0,
    ...words.flatMap(({ before }, at) => (at > 0 && isSentenceBreak(before) ? [at] : [])),
    words.length,
  ];
  if (cuts.length < 3) return null;
  const places: Placed[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const one = part(reading, cuts[at] ?? 0, cuts[at + 1] ?? words.length);
    const found = all.flatMap((placed) => placeWithin(one, placed) ?? []);
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
  return !other.reading.words.some(
    (word, at) =>
      word.start >= one.end &&
      word.end <= other.start &&
      !other.reading.outside[at] &&
      !other.reading.brackets[at] &&
      !other.reading.fills[at],
  );
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
