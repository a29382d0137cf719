import { normaliseName } from "@/lib/text";
import type { Reading } from "./alignment";
import { lostAround } from "./around";
import { isAskedThere } from "./asked";
import { toldAround, withoutMarks } from "./beside";
import type { Candidate } from "./candidates";
import { type Placed, place } from "./changes";
import { isContent } from "./content";
import type { Claimed, QuotedPart } from "./draft";
import { isHeadGrown } from "./grown";
import { ideaIn } from "./idea";
import type { Material } from "./material";
import { nameWords } from "./names";
import { tellsOf } from "./nested";
import { isOnlyNamed } from "./only-named";
import { type Around, QUALIFIER_NAMES } from "./qualifiers";
import { ideaShare, judgeWords, shortened, textOf, type Verdict } from "./quotation";
import { sentenceAround } from "./sentences";
import { type Agreement, agreementOf, isNamedIn } from "./speakers";
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
    .map((one) => ({ one, worth: worthOf(one) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_ASKED);
  const most = placed[0]?.worth ?? 0;
  return (
    placed
      // a place that has all the words with others between stays, for the best may be a question
      .filter(({ one, worth }) => worth > most - 0.35 || one.same === one.draftWords.length)
      .flatMap(({ one, worth }) => {
        const voice = voiceAt(material, one.source, one.start, one.end);
        const agreement = agreementOf(claim, voice, one.source, one.start, one.end);
        const judged =
          judgeWords(one, draft, part.start, part.end) ?? ideaOfFew(one, agreement.speaker === "yes");
        if (judged === null) return otherwise(material, claim, one);
        // another person with a like idea is no source of this one's
        const isOther =
          agreement.speaker === "no" || (agreement.speaker === "unknown" && !isNamedIn(claim, one.source));
        if (isOther && judged.label === "paraphrase_in_marks") return [];
        // "Twelve years" is what anybody says: a text that does not name the speaker is no source of it
        if (isOther && one.draftWords.length <= ANYBODYS && !isNamedIn(claim, one.source)) return [];
        // a few words that are nearly the same are no other speaker's, nor a text's that does not name this one
        const isFragment = judged.label === "fragment_expanded";
        if (isOther && !isFragment && one.likeness < SURELY && one.same < LONG_FRAGMENT) return [];
        if (judged.label === "fragment_expanded" && !isNamedIn(claim, one.source) && one.same < LONG_FRAGMENT)
          return [];
        const verdict = withSurroundings(judged, one, voice, claim, part, draft);
        const rank =
          worth +
          SPEAKER[agreement.speaker] +
          HOW[voice.how] +
          (one.likeness < 1 && (agreement.isAsked || (agreement.speaker === "no" && isAskedThere(one)))
            ? ASKED
            : 0) +
          (one.source.statement === null ? 0 : 0.005) -
          (one.source.isFormer ? 0.01 : 0);
        return [{ found: { placed: one, voice, agreement, verdict }, rank }];
      })
      .sort((a, b) => b.rank - a.rank)
      .map(({ found }) => found)
  );
}

/** A question that has most of the words is no better than its answer. */
const ASKED = -0.3;
const LONG_FRAGMENT = 6;
const ANYBODYS = 3;
const SURELY = 0.8;
/** A place that is much alike needs no other way of finding it. */
const worthOf = (one: Placed) =>
  one.likeness > 0.5
    ? one.likeness
    : Math.max(one.likeness, ideaShare(one) * 0.6, (ideaIn(one)?.share ?? 0) * 0.6);

const FEW_TELLING = 2;
const OF_TELLING = 0.33;

/** The same speaker with the same idea in other words, wherever near the place that is. */
function otherwise(material: Material, claim: Claimed, placed: Placed): { found: Found; rank: number }[] {
  const idea = ideaIn(placed);
  if (idea === null || idea.many < FEW_TELLING || idea.share < OF_TELLING) return [];
  if (isOnlyNamed({ ...placed, ...idea })) return [];
  const { source } = placed;
  const voice = voiceAt(material, source, idea.start, idea.end);
  const agreement = agreementOf(claim, voice, source, idea.start, idea.end);
  if (agreement.speaker !== "yes") return [];
  const verdict: Verdict = {
    label: "paraphrase_in_marks",
    reason: "The record has the speaker say this in other words; these are not the speaker’s.",
    hidden: [],
  };
  return [{ found: { placed: { ...placed, ...idea }, voice, agreement, verdict }, rank: idea.share * 0.6 }];
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
  // a sentence is told otherwise; what goes on within one of the draft is a fragment
  const isOpen = /^\P{L}*\p{Ll}/u.test(draft.slice(part.start, part.end));
  if (
    verdict.label === "paraphrase_in_marks" &&
    (isAroundFragment(placed) || (isOpen && isHeadGrown(placed)))
  )
    return {
      ...verdict,
      label: "fragment_expanded",
      reason: "The record quotes a fragment here and tells the rest; the whole is in marks in the draft.",
    };
  if (!MAY_HAVE_LOST.has(verdict.label)) return verdict;
  const grown = quotedInPart(placed, voice);
  if (grown !== null) return { ...verdict, ...grown };
  const lost =
    voice.how === "said"
      ? (lostAround(placed, voice, claim, part, draft) ?? quotedFrom(placed, claim, draft))
      : null;
  if (lost === null) return verdict;
  return {
    ...verdict,
    label: "lost_qualifier",
    reason: `Beside these words the record has “${shortened(lost.text)}”, ${QUALIFIER_NAMES[lost.is]} that the draft leaves out.`,
  };
}

const WHOSE_UTF16 = 60;
const QUOTING =
  /(?<!\p{L})(?:quoting|citing|borrowing (?:a line|a phrase|the words)|repeating(?: the words of)?|using the words of|in the words of|echoing|paraphrasing)\s+(?:(?:an?|the|her|his|their|one)\s|\p{Lu})[^,.;:“”"]{2,50}/u;

/** "“Comets are like cats,” said Holm, quoting a colleague": whose words they are, beside the marks. */
function quotedFrom({ source, start, end }: Placed, claim: Claimed, draft: string): Around | null {
  const told = toldAround(source.text, sentenceAround(source.text, start, end), start, end);
  const found = QUOTING.exec(told);
  const there = found?.[0];
  // "in the words of the prosecutor, Mark Hale, QC, “…”": they are the speaker's
  const last = nameWords(claim.proposal?.speaker?.canonical ?? "").at(-1);
  const whose = found === null ? "" : told.slice(found.index, found.index + found[0].length + WHOSE_UTF16);
  if (last !== undefined && normaliseName(whose).split(" ").includes(last)) return null;
  const own = withoutMarks(draft.slice(...claim.sentence));
  if (there === undefined || QUOTING.test(own) || tellsOf(there, own, source.language)) return null;
  return { is: "attribution", text: there };
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
  if (voice.name === null && inside.length < outside.length)
    return {
      label: "reporters_words",
      reason: "The record tells this in its own words, with a word or two in marks.",
    };
  return {
    label: "fragment_expanded",
    reason: `The record quotes only “${shortened(textOf(inside))}”; the rest of the words are the reporter’s there.`,
  };
}
