import { withoutEnds } from "@/lib/text";
import type { Reading } from "./alignment";
import { isClause, ofAsking } from "./asked";
import type { Candidate } from "./candidates";
import { type Placed, place } from "./changes";
import type { Claimed, QuotedPart } from "./draft";
import { type Found, placedAt, placesOf } from "./found";
import { type Judged, NOT_FOUND } from "./judged";
import type { Material } from "./material";
import type { FindingLabel } from "./model";
import { occasionOf } from "./occasion";
import { outsideAgainst } from "./outside";
import { QUALIFIER_NAMES, qualifiersIn } from "./qualifiers";
import { shortened } from "./quotation";
import { draftReading } from "./readings";
import { lostBesideMarks } from "./reported";
import { findRetold, placedAround } from "./retold";
import { isSentenceBreak, sentenceStart } from "./sentences";
import { agreementOf } from "./speakers";
import { splicedFrom } from "./splices";
import { standingElsewhere, standingOf } from "./standing";
import { marksAround, voiceAt } from "./voices";
import { whoSaid } from "./who-said";
import { readWords } from "./words";
import { type Said, worstOf } from "./worst";

const FAR_UTF16 = 1600;
const FEW_WORDS = 2;
/** Of a part that nothing else has. */
const MORE_WORDS = 6;
const IS_EDITED = /…|\.\s?\.\s?\.|\[[^\]]+\]|\(sic\)/iu;

/** What the record has of a statement in quotation marks. */
export function judgeQuotation(
  material: Material,
  claim: Claimed,
  candidates: readonly (readonly Candidate[])[],
  draft: string,
  language: string,
): Judged {
  const readings = claim.parts.map(({ start, end }) => draftReading(draft, start, end, language));
  const placed = readings.map((reading, at) => placedAt(reading, candidates[at] ?? []));
  const places = claim.parts.map((part, at) => placesOf(material, claim, part, placed[at] ?? [], draft));
  const chosen = chooseTogether(claim.parts, places);
  besideTheRest(claim.parts, readings, chosen).forEach((one, at) => {
    if (one !== null) chosen[at] = foundAt(material, claim, one);
  });
  const splices: (readonly [Placed, Placed])[] = [];
  claim.parts.forEach((_, at) => {
    const own = chosen[at];
    if (own && CLEAN.has(own.verdict.label)) return;
    const found = splicedFrom(readings[at] as (typeof readings)[number], placed[at] ?? []);
    if (found === null) return;
    splices.push(found);
    chosen[at] = foundAt(material, claim, found[0]);
  });
  const [spliced] = splices;
  const anchor = chosen.reduce<Found | null>(
    (best, one) => (one !== null && (best === null || one.placed.same > best.placed.same) ? one : best),
    null,
  );
  if (anchor === null) return retold(material, claim, readings, language);
  const verdicts: Said[] = [];
  if (spliced !== undefined) {
    const [first, second] = spliced;
    const words = ({ source, start, end }: typeof first) => shortened(source.text.slice(start, end));
    verdicts.push({
      label: "spliced",
      reason: `“${words(first)}” and “${words(second)}” stand at two places of the record; here they are one quotation.`,
    });
  }
  chosen.forEach((one, at) => {
    if (one !== null) {
      verdicts.push(one.verdict);
      const gap = gapBetween(chosen[at - 1] ?? null, one, claim.parts[at] as QuotedPart);
      if (gap !== null) verdicts.push(gap);
    } else if (spliced === undefined && (readings[at]?.words.length ?? 0) > 0) {
      const part = claim.parts[at];
      verdicts.push({
        label: "not_found",
        reason: `“${shortened(draft.slice(part?.start, part?.end))}” is in nothing that was searched; the rest is.`,
      });
    }
  });
  const best = anchor;
  const first = claim.parts[0]?.start ?? claim.start;
  if (IS_EDITED.test(draft.slice(first, claim.end))) verdicts.push(MARKED);
  const outside = [
    ...outsideAgainst(claim, best, draft, language),
    ...lostBesideMarks(claim, best, draft, language),
  ];
  const span = spanOf(chosen, best);
  const asked = isClause(claim, draft)
    ? ofAsking(claim, best.placed, { start: span[0], end: span[1] }, draft)
    : [];
  const worst = worstOf([...verdicts, ...outside, ...asked, ...whoSaid(chosen, claim)]);
  const occasion = occasionOf(claim, best.voice, best.placed, draft);
  const standing =
    standingOf(best, worst?.label ?? "exact") ?? standingElsewhere(claim, placed.flat(), best.placed);
  const all = worstOf([
    ...(worst ? [worst] : []),
    ...(occasion.verdict ? [occasion.verdict] : []),
    ...(standing ? [standing] : []),
  ]);
  return {
    label: all?.label ?? "exact",
    reason: all?.reason ?? "",
    placed: best.placed,
    span,
    voice: best.voice,
    hidden: [...hiddenBetween(chosen, claim.parts), ...chosen.flatMap((one) => one?.verdict.hidden ?? [])],
    notes: [...best.agreement.notes, ...outside.flatMap(({ note }) => note ?? []), ...occasion.notes],
    others: places.flatMap((list) =>
      list.filter((one) => !chosen.includes(one) && one.placed.likeness > 0.8),
    ),
  };
}

const RETOLD = 0.28;

/** What the speaker says in wholly other words, or nothing. */
function retold(material: Material, claim: Claimed, readings: readonly Reading[], language: string): Judged {
  const words = readings.flatMap((reading) => reading.words);
  const found = findRetold(material, claim, words, language, { least: RETOLD, isSaid: true });
  if (found === null) return NOT_FOUND;
  return {
    ...NOT_FOUND,
    label: "paraphrase_in_marks",
    reason: "The record has the speaker say this in other words; these are not the speaker’s.",
    placed: placedAround(found),
    voice: found.voice,
  };
}

const CLEAN: ReadonlySet<FindingLabel> = new Set(["exact", "cosmetic", "marked_edit"]);

/** A place that was found for itself: the first of a splice. */
function foundAt(material: Material, claim: Claimed, placed: Placed): Found {
  const voice = voiceAt(material, placed.source, placed.start, placed.end);
  return {
    placed,
    voice,
    agreement: agreementOf(claim, voice, placed.source, placed.start, placed.end),
    verdict: { label: "exact", reason: "", hidden: [] },
  };
}

/** One place for each part: the longest part chooses first, and the others stand near it where they are as good there. */
function chooseTogether(
  parts: readonly QuotedPart[],
  places: readonly (readonly Found[])[],
): (Found | null)[] {
  const length = (at: number) => (parts[at]?.end ?? 0) - (parts[at]?.start ?? 0);
  const lead = places
    .map((list, at) => ({ list, at }))
    .filter(({ list }) => list.length > 0)
    .sort((one, other) => length(other.at) - length(one.at))[0];
  const near = lead?.list[0]?.placed;
  return places.map((list) => {
    const [first] = list;
    if (first === undefined || near === undefined) return first ?? null;
    const beside = list.find(
      ({ placed }) =>
        placed.source === near.source &&
        Math.abs(placed.start - near.start) < FAR_UTF16 * 4 &&
        placed.likeness >= first.placed.likeness - 0.1,
    );
    return beside ?? first;
  });
}

/** A word or two beside an ellipsis stand in many places: those that are meant are the nearest to the longest part. */
function besideTheRest(
  parts: readonly QuotedPart[],
  readings: readonly Reading[],
  chosen: readonly (Found | null)[],
): (Placed | null)[] {
  const lead = chosen.reduce(
    (best, one, at) => ((one?.placed.same ?? 0) > (chosen[best]?.placed.same ?? 0) ? at : best),
    0,
  );
  const near = chosen[lead]?.placed;
  return parts.map((_, at) => {
    const reading = readings[at];
    const most = chosen[at] === null ? MORE_WORDS : FEW_WORDS;
    if (near === undefined || reading === undefined || at === lead || reading.words.length > most)
      return null;
    const { source, start, end } = near;
    const stretches =
      at < lead
        ? [sentenceStart(source.text, start), Math.max(0, start - FAR_UTF16)].map(
            (from) => [from, start] as const,
          )
        : [[end, end + FAR_UTF16] as const];
    for (const [from, to] of stretches) {
      const placed = place(reading, source, from, to);
      if (placed !== null && placed.blocks.length === 0) return placed;
    }
    return null;
  });
}

/** What an ellipsis, or a clause within a sentence, hides between two parts. */
function gapBetween(before: Found | null, after: Found, { joins }: QuotedPart): Said | null {
  if (before === null || joins === "first" || joins === "anew") return null;
  const [one, other] = [before.placed, after.placed];
  const isApart =
    one.source !== other.source ||
    other.start < one.start ||
    other.start - one.end > FAR_UTF16 ||
    isElse(before, after);
  if (isApart)
    return {
      label: "spliced",
      reason: `“${shortened(textAt(one))}” and “${shortened(textAt(other))}” stand far apart in the record, or in another order.`,
    };
  if (other.start <= one.end) return null;
  const marks = marksAround(one.source, one.end);
  const words = readWords(one.source.text, one.end, other.start).filter(
    (word) => marks === null || marks.some(([start, end]) => word.start >= start && word.end <= end),
  );
  if (words.length === 0) return joins === "ellipsis" ? MARKED : null;
  const { language } = one.source;
  // of what is left out only the sentences that the kept words belong to change what those say
  const firstBreak = words.findIndex(({ before: mark }) => isSentenceBreak(mark));
  const isBroken = isSentenceBreak(one.source.text.slice(words.at(-1)?.end ?? other.start, other.start + 1));
  const lastBreak = isBroken
    ? words.length
    : words.findLastIndex(({ before: mark }) => isSentenceBreak(mark));
  const near = words.filter((_, at) => firstBreak < 0 || at < firstBreak || at >= lastBreak);
  const turned = words.slice(Math.max(0, firstBreak)).filter((_, at) => at < 4);
  const kept = qualifiersIn([...one.draftWords, ...other.draftWords], language);
  const lost =
    qualifiersIn(near, language).find(
      // "cannot tell – I mean, cannot –": what is kept says it already
      ({ is, text }) =>
        is !== "scope" &&
        !SLIGHT.test(text) &&
        !kept.some((each) => each.is === is && (is === "negation" || isSameText(each.text, text))),
    ) ??
    (firstBreak >= 0 &&
    /^(?:but|only|unless|provided|however|aber|nur|pero|solo|sólo)$/u.test(turned[0]?.key ?? "")
      ? qualifiersIn(turned, language)[0]
      : undefined);
  if (lost !== undefined)
    return {
      label: "lost_qualifier",
      reason: `What is left out has “${lost.text}”, ${QUALIFIER_NAMES[lost.is]}, in the sentence of the words that are kept.`,
    };
  if (joins === "ellipsis") return MARKED;
  return words.length >= 5
    ? {
        label: "spliced",
        reason: `Within the sentence the record has “${shortened(textBetween(one, other))}”, and nothing shows it.`,
      }
    : {
        label: "wording_drift",
        reason: `Within the sentence the draft leaves out “${textBetween(one, other)}”.`,
      };
}

/** What takes hardly anything back, where an ellipsis shows that something is left out. */
const SLIGHT = /^(?:should|a bit|somewhat|sort of|kind of|basically|with hindsight|in hindsight|in a way)$/iu;

const isSameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const MARKED: Said = {
  label: "marked_edit",
  reason:
    "An ellipsis shows what was left out; the words around it are the record’s, and what it hides changes nothing.",
};

const textAt = ({ source, start, end }: Found["placed"]) => source.text.slice(start, end);
const textBetween = (one: Found["placed"], other: Found["placed"]) =>
  withoutEnds(one.source.text.slice(one.end, other.start));
const isElse = (one: Found, other: Found) =>
  one.voice.name !== null && other.voice.name !== null && one.voice.name !== other.voice.name;

function hiddenBetween(chosen: readonly (Found | null)[], parts: readonly QuotedPart[]): string[] {
  return chosen.flatMap((one, at) => {
    const before = chosen[at - 1];
    if (!one || !before || parts[at]?.joins !== "ellipsis") return [];
    if (one.placed.source !== before.placed.source) return [];
    const hidden = textBetween(before.placed, one.placed);
    return hidden === "" ? [] : [hidden];
  });
}

function spanOf(chosen: readonly (Found | null)[], best: Found): readonly [number, number] {
  const here = chosen.filter(
    (one): one is Found =>
      one !== null &&
      one.placed.source === best.placed.source &&
      Math.abs(one.placed.start - best.placed.start) < FAR_UTF16 * 2,
  );
  return [
    Math.min(best.placed.start, ...here.map(({ placed }) => placed.start)),
    Math.max(best.placed.end, ...here.map(({ placed }) => placed.end)),
  ];
}
