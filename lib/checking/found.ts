import type { Reading } from "./alignment";
import { lostAround } from "./around";
import type { Candidate } from "./candidates";
import { type Placed, place } from "./changes";
import { isContent } from "./content";
import type { Claimed, QuotedPart } from "./draft";
import type { Material } from "./material";
import { QUALIFIER_NAMES } from "./qualifiers";
import { ideaShare, judgeWords, shortened, textOf, type Verdict } from "./quotation";
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

/** The places at which a part of a quotation may stand, the best first. */
export function placesOf(
  material: Material,
  claim: Claimed,
  part: QuotedPart,
  reading: Reading,
  candidates: readonly Candidate[],
  draft: string,
): Found[] {
  const placed = candidates
    .flatMap(({ source, from, to }) => {
      const { starts } = source.scan;
      const end = starts[to] ?? source.text.length;
      return place(reading, source, starts[from] ?? 0, end) ?? [];
    })
    .map((one) => ({ one, worth: Math.max(one.likeness, ideaShare(one, one.source.language) * 0.6) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_ASKED);
  const most = placed[0]?.worth ?? 0;
  return placed
    .filter(({ worth }) => worth > most - 0.35)
    .flatMap(({ one, worth }) => {
      const voice = voiceAt(material, one.source, one.start, one.end);
      const agreement = agreementOf(claim, voice);
      const judged = judgeWords(one, draft, part.start, part.end);
      if (judged === null) return [];
      const verdict = withSurroundings(judged, one, voice, claim, draft);
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

const MAY_HAVE_LOST = new Set(["exact", "cosmetic", "marked_edit", "wording_drift"]);

function withSurroundings(
  verdict: Verdict,
  placed: Placed,
  voice: Voice,
  claim: Claimed,
  draft: string,
): Verdict {
  if (!MAY_HAVE_LOST.has(verdict.label)) return verdict;
  const grown = quotedInPart(placed, voice);
  if (grown !== null) return { ...verdict, ...grown };
  const lost = voice.how === "said" ? lostAround(placed, voice, claim, draft) : null;
  if (lost === null) return verdict;
  return {
    ...verdict,
    label: "lost_qualifier",
    reason: `Beside these words the record has “${shortened(lost.text)}”, ${QUALIFIER_NAMES[lost.is]} that the draft leaves out.`,
  };
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
export function splicedFrom(
  reading: Reading,
  candidates: readonly Candidate[],
): readonly [Placed, Placed] | null {
  const { words } = reading;
  if (words.length < LEAST_RUN * 2) return null;
  const heads: { length: number; candidate: Candidate }[] = [];
  const tails: { length: number; candidate: Candidate }[] = [];
  for (const candidate of candidates) {
    const { source, from, to } = candidate;
    const start = source.scan.starts[from] ?? 0;
    const whole = place(reading, source, start, source.scan.starts[to] ?? source.text.length);
    if (whole === null) continue;
    const record = whole.reading.words;
    heads.push({ length: longest(words, record, false), candidate });
    tails.push({ length: longest(words, record, true), candidate });
  }
  for (const head of heads.sort((a, b) => b.length - a.length).slice(0, 3)) {
    for (const tail of tails.sort((a, b) => b.length - a.length).slice(0, 3)) {
      const cut = Math.min(head.length, words.length - LEAST_RUN);
      if (head.length + tail.length < words.length || cut < LEAST_RUN) continue;
      const { language } = head.candidate.source;
      const [one, other] = [part(reading, 0, cut), part(reading, cut, words.length)];
      if ([one, other].some((half) => half.words.filter((word) => isContent(word, language)).length < 2))
        continue;
      const [first, second] = [placeWithin(one, head.candidate), placeWithin(other, tail.candidate)];
      if (first === null || second === null) continue;
      return [first, second];
    }
  }
  return null;
}

const part = ({ words, fills, brackets }: Reading, from: number, to: number): Reading => ({
  words: words.slice(from, to),
  fills: fills.slice(from, to),
  brackets: brackets.slice(from, to),
});

function placeWithin(reading: Reading, { source, from, to }: Candidate): Placed | null {
  const { starts } = source.scan;
  const placed = place(reading, source, starts[from] ?? 0, starts[to] ?? source.text.length);
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
