import type { Candidate } from "./candidates";
import { type Placed, place } from "./changes";
import { isContent, stemOf } from "./content";
import type { Claimed } from "./draft";
import { type Judged, NOT_FOUND } from "./judged";
import { mainOf } from "./main-sentence";
import type { Material } from "./material";
import { differencesOf } from "./meaning";
import { ofOtherVoices } from "./mixed";
import { occasionOf } from "./occasion";
import { draftReading, recordReading } from "./readings";
import { isSentenceBreak, sentenceAround } from "./sentences";
import { agreementOf, isNamedIn, isThing } from "./speakers";
import { standingOf } from "./standing";
import { type Voice, voiceAt } from "./voices";
import type { Word } from "./words";
import { worstOf } from "./worst";

interface Span {
  readonly placed: Placed;
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
  readonly share: number;
  readonly worth: number;
  /** How many telling words were asked for. */
  readonly told: number;
  /** What is said just before, which a pronoun or a short answer here takes up. */
  readonly context: readonly Word[];
  /** Of several sentences the one that has most of the telling words, where it is not the first. */
  readonly main: { readonly start: number; readonly end: number } | null;
  readonly voice: Voice;
  readonly agreement: ReturnType<typeof agreementOf>;
}

/** From this share of its telling words on a sentence of the record is what an indirect statement reports. */
const FOUND = 0.5;
const MOST = 0.6;
const SURE = 0.75;
const ALL = 0.99;
const MOST_SENTENCES = 3;
const MOST_ASKED = 8;
const MOST_SPANS = 3;
const MANY = 6;
const LIKENESS = 0.3;
const TAKEN_UP = -0.2;
const SPEAKER = { yes: 0.15, unknown: 0, no: -0.15 } as const;

/** What the record has of a statement without quotation marks. */
export function judgeIndirect(
  material: Material,
  claim: Claimed,
  candidates: readonly Candidate[],
  draft: string,
  language: string,
): Judged {
  const reading = draftReading(draft, claim.start, claim.end, language);
  const telling = reading.words.filter((word) => isContent(word, language));
  const spansOf = (isTakenUp: boolean) =>
    distinct(candidates.flatMap((candidate) => bestSpans(candidate, reading, telling, language, isTakenUp)))
      .sort((one, other) => other.share - one.share)
      .slice(0, MOST_ASKED)
      .map((span): Span => {
        const { source } = span.placed;
        const voice = voiceAt(material, source, span.start, span.end);
        const whole = { ...span, voice, agreement: agreementOf(claim, voice, source, span.start, span.end) };
        if (whole.agreement.speaker !== "yes" || span.main === null) return whole;
        // the next sentence has most of it, and somebody else says that
        const theirs = voiceAt(material, source, span.main.start, span.main.end);
        const agreement = agreementOf(claim, theirs, source, span.main.start, span.main.end);
        const isElse = agreement.speaker === "no" && theirs.pronounAt === null;
        return isElse ? { ...whole, voice: theirs, agreement } : whole;
      })
      .filter((span) => isEnough(span, claim));
  const alone = spansOf(false);
  // "I voted against it": a sentence that takes up the one before says what neither says by itself
  const taken = spansOf(true).filter(({ agreement }) => agreement.speaker === "yes");
  const spans = [...alone, ...taken].sort((one, other) => rankOf(other) - rankOf(one));
  const [best] = spans;
  if (best === undefined) return NOT_FOUND;
  const found = {
    placed: best.placed,
    span: [best.start, best.end] as const,
    voice: best.voice,
    hidden: [],
    others: spans.slice(1).filter(({ share }) => share >= SURE),
  };
  // "an earlier post said that …": what a note corrects is nobody else's
  const noted = best.agreement.speaker === "no" && isThing(best.voice) ? standingOf(best, "exact") : null;
  if (noted !== null) return { ...found, ...noted, notes: [] };
  if (best.agreement.speaker === "no")
    return {
      ...found,
      label: "wrong_speaker",
      reason: `In the record ${best.voice.name ?? "somebody else"} says this, not ${claim.proposal?.speaker?.canonical ?? claim.proposal?.speaker?.mention.text ?? "the speaker"}.`,
      notes: [],
    };
  const differences = differencesOf(claim, reading.words, best, draft, language);
  const occasion = occasionOf(claim, best.voice, best.placed, draft);
  const numbers = reading.words.filter(({ value }) => value !== null);
  // the number that a note has for the wrong one stands in the sentence behind
  const isOne = (words: readonly Word[]) =>
    !words.some(({ before }, at) => at > 0 && isSentenceBreak(before));
  const alike = spans.filter(
    ({ share, words }) =>
      share >= SURE && isOne(words) && numbers.every(({ key }) => words.some((word) => word.key === key)),
  );
  const standing =
    standingOf(best, differences[0]?.label ?? "exact") ??
    alike.flatMap((span) =>
      isNamedIn(claim, span.placed.source) ? (standingOf(span, "exact") ?? []) : [],
    )[0] ??
    null;
  const narrated =
    best.agreement.isAsked ||
    (best.voice.how === "narrated" &&
      best.agreement.speaker !== "yes" &&
      !isGoneOn(material, claim, best) &&
      differences.every(({ label }) => label === "cosmetic") &&
      best.share >= SURE &&
      claim.proposal?.speaker != null)
      ? [
          {
            label: "reporters_words" as const,
            reason: "The record tells this as its own, and nobody is named who said it.",
          },
        ]
      : [];
  const isFaithful = differences.every(({ label }) => label === "cosmetic");
  const worst = worstOf([
    ...differences,
    ...narrated,
    ...(isFaithful ? ofOtherVoices(material, claim, reading.words, best, language) : []),
    ...(occasion.verdict ? [occasion.verdict] : []),
    ...(standing ? [standing] : []),
  ]);
  const isKept = best.placed.blocks.length === 0 && best.placed.likeness === 1;
  return {
    ...found,
    label: worst?.label ?? (isKept ? "exact" : "cosmetic"),
    reason:
      worst?.reason ??
      (isKept ? "The record has the same words." : "In the reporter’s words, as the record has it."),
    notes: [...best.agreement.notes, ...differences.flatMap(({ note }) => note ?? []), ...occasion.notes],
  };
}

/** "“…,” she said. She will write to the county": what is told behind somebody's words of what they will do is theirs. */
function isGoneOn(material: Material, claim: Claimed, { placed: { source }, start, end }: Span): boolean {
  const [from] = sentenceAround(source.text, start, end);
  if (!GOES_ON.test(source.text.slice(from, from + 60))) return false;
  const before = source.text.slice(0, from).trimEnd();
  if (source.text.slice(before.length, from).includes("\n")) return false;
  const [head, tail] = sentenceAround(source.text, Math.max(0, before.length - 2), before.length);
  const told = source.text.slice(head, tail).search(/["”]/u);
  const at = told < 2 ? head : head + told - 2;
  const voice = voiceAt(material, source, Math.max(0, at - 1), at);
  return agreementOf(claim, voice, source, Math.max(0, at - 1), at).speaker === "yes";
}

const GOES_ON =
  /^(?:he|she|they|it)\s(?:(?:also|now|still|then)\s)?(?:will|would|is to|are to|was to|plans?|planned|hopes?|hoped|wants?|wanted|intends?|intended|expects?|expected|aims?|has no plans|had no plans)(?!\p{L})/iu;

/** Of a subject that several speak about a few words are alike: where nobody says that it is the speaker, more are asked for. */
function isEnough({ share, told, agreement, placed }: Span, claim: Claimed): boolean {
  if (agreement.speaker === "yes") return share >= (told <= 2 ? ALL : FOUND);
  if (!isNamedIn(claim, placed.source)) return share >= ALL && told >= MANY;
  if (told <= 2) return share >= ALL;
  return share >= (agreement.speaker === "unknown" ? MOST : SURE);
}

type Bare = Omit<Span, "voice" | "agreement">;

/** Of spans at the same place the first. */
function distinct(spans: readonly Bare[]): Bare[] {
  const seen = new Set<string>();
  return spans.filter(({ placed, start, end }) => {
    const key = `${placed.source.id} ${placed.source.isFormer} ${start} ${end}`;
    return !seen.has(key) && seen.add(key);
  });
}

const rankOf = ({ worth, agreement, voice, placed, context }: Span) =>
  worth +
  SPEAKER[agreement.speaker] +
  placed.likeness * LIKENESS +
  (context.length > 0 ? TAKEN_UP : 0) +
  (voice.how === "narrated" ? -0.05 : 0) +
  (voice.asks ? -0.1 : 0) +
  (placed.source.statement === null ? 0 : 0.005);

/** The sentences of a candidate, one to three in a row, that hold most of the telling words; of as good ones the fewest. */
function bestSpans(
  { source, from, to }: Candidate,
  reading: ReturnType<typeof draftReading>,
  telling: readonly Word[],
  language: string,
  isTakenUp: boolean,
): Bare[] {
  const { starts } = source.scan;
  const end = wordBehindSentence(source.text, starts[to] ?? source.text.length);
  const all = recordReading(source, wordBeforeSentence(source.text, starts[from] ?? 0), end).words;
  if (all.length === 0 || telling.length === 0) return [];
  const bounds = [
    0,
    ...all.flatMap(({ before }, at) => (at > 0 && isSentenceBreak(before) ? [at] : [])),
    all.length,
  ];
  const found: (Pick<Span, "share" | "worth" | "told" | "context"> & { from: number; to: number })[] = [];
  for (let first = 0; first + 1 < bounds.length; first++) {
    const context = isTakenUp ? takenUp(all, bounds, first) : [];
    if (isTakenUp && context.length === 0) continue;
    const before = new Set(context.map((word) => stemOf(word, language)));
    const seen = new Set(before);
    for (let many = 1; many <= MOST_SENTENCES && first + many < bounds.length; many++) {
      const start = bounds[first + many - 1] ?? 0;
      // another paragraph is another voice
      if (many > 1 && all[start]?.before.includes("\n")) break;
      for (const word of all.slice(start, bounds[first + many])) {
        const stem = stemOf(word, language);
        seen.add(stem);
        before.delete(stem);
      }
      // what is taken up without a word of the statement says nothing that the sentence does not say alone
      if (isTakenUp && !telling.some((word) => before.has(stemOf(word, language)))) continue;
      // a number that is another one is no other subject: it is compared later
      const asked = telling.filter((word) => word.value === null || seen.has(word.key));
      const share =
        asked.filter((word) => seen.has(stemOf(word, language))).length / Math.max(1, asked.length);
      // of two sentences with as much of it the shorter, and the one that has its number
      const numbers = asked.filter(({ value }) => value !== null).length;
      const missing = (telling.length - asked.length) / telling.length / 2;
      const worth = share - missing - many * 0.06 + asked.length * 0.02 + numbers * 0.12;
      found.push({ share, worth, told: asked.length, context, from: first, to: first + many });
    }
  }
  const stems = new Set(telling.map((word) => stemOf(word, language)));
  return found
    .sort((one, other) => other.worth - one.worth)
    .slice(0, MOST_SPANS)
    .flatMap((one) => {
      const words = all.slice(bounds[one.from], bounds[one.to]);
      const own = words.filter((word) => isContent(word, language) && stems.has(stemOf(word, language)));
      const [head, tail] = isTakenUp ? [words[0], words.at(-1)] : [own[0], own.at(-1)];
      if (head === undefined || tail === undefined) return [];
      const from = (isTakenUp ? one.context[0] : words[0])?.start ?? 0;
      const placed = place(reading, source, from, words.at(-1)?.end ?? end);
      if (placed === null) return [];
      return [
        {
          placed,
          words,
          start: head.start,
          end: tail.end,
          share: one.share,
          told: one.told,
          context: one.context,
          main: mainOf(words, new Set(own)),
          worth: one.worth,
        },
      ];
    });
}

const TAKES_UP =
  /^(?:it|that|this|so|them|those|these|one|such|him|her|did|do|does|would|es|das|ihn|lo|eso)$/u;
const SHORT_ANSWER = 7;
const MOST_LABEL = 12;

/** The sentence before one that takes it up: by a pronoun, or because it answers in a few words. */
function takenUp(all: readonly Word[], bounds: readonly number[], at: number): readonly Word[] {
  const own = all.slice(bounds[at], bounds[at + 1]);
  // "VERA ORDE: By Christmas": a label is no part of the answer
  const label = own.findIndex(({ before }, step) => step > 0 && step < MOST_LABEL && before.includes(":"));
  const isTaking =
    own.length - Math.max(0, label) <= SHORT_ANSWER || own.some(({ key }) => TAKES_UP.test(key));
  return at > 0 && isTaking ? all.slice(bounds[at - 1], bounds[at]) : [];
}

/** Where the sentence ends in which a candidate stops. */
function wordBehindSentence(text: string, at: number): number {
  const stop = text.slice(at, at + MOST_REST_UTF16).search(/[.!?…]["”’»)]{0,2}\s|\n/u);
  return stop < 0 ? Math.min(text.length, at + MOST_REST_UTF16) : at + stop + 1;
}

const MOST_REST_UTF16 = 300;

/** A candidate begins among the words of a sentence; the whole of it is read. */
function wordBeforeSentence(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 300), at);
  const stop = Math.max(
    before.lastIndexOf(". "),
    before.lastIndexOf("\n"),
    before.lastIndexOf("? "),
    before.lastIndexOf("! "),
  );
  return stop < 0 ? at : at - before.length + stop + 1;
}
