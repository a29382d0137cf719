import { type Form, type FoundSpeaker, type Proposal, wordsAsRead } from "@/lib/extraction";
import { surroundingsOf } from "@/lib/matching";
import { nameKey, type SpeakerKind } from "@/lib/speakers";
import type { StatementInput } from "@/lib/statements";
import { languageOfWords, parseDated } from "@/lib/text";
import type { ShownKind } from "./kinds";

/** What a reporter may decide about a proposal. */
export const CHOICES = ["pending", "accepted", "rejected"] as const;
/** What became of a proposal: decided, or known, since the record holds it already and nobody has to decide. */
export const DECISIONS = [...CHOICES, "known"] as const;
export type Choice = (typeof CHOICES)[number];
export type Decision = (typeof DECISIONS)[number];

/** What the form of a proposal can be sent for: keep it, accept it, or move one edge of its wording by a word or a sentence. */
export const INTENTS = [
  "save",
  "accept",
  ...(["start", "end"] as const).flatMap((edge) =>
    (["earlier", "later"] as const).flatMap((by) =>
      (["word", "sentence"] as const).map((unit) => `${edge} ${by} ${unit}` as const),
    ),
  ),
] as const;
export type Intent = (typeof INTENTS)[number];

/** A half-open slice of the draft's text, in UTF-16. */
export type Range = readonly [start: number, end: number];

/**
 * Who spoke, as the reporter chose: a known speaker, a new one, or nobody who can be named. What a new one is stays null
 * until the text shows it or a person says it; until then nobody accepts it.
 */
export type SpeakerChoice =
  | { readonly kind: "known"; readonly speakerId: string }
  | {
      readonly kind: "new";
      readonly name: string;
      readonly speakerKind: SpeakerKind | null;
      /** What tells them apart from others of the name; an edit of an earlier release lacks it. */
      readonly description?: string;
    }
  | { readonly kind: "none" };

/** What a reporter may change of a proposal before it is stored. */
export interface ProposalFields {
  /** The slices of the text that make up the wording: one, or the pieces of a split quotation. */
  readonly pieces: readonly Range[];
  readonly form: Form;
  readonly isDenial: boolean;
  readonly attribution: string;
  readonly roleThen: string;
  readonly cue: string;
  /** The reporter's words that make a fragment a sentence; they stand before it and are no part of it. */
  readonly introduction: string;
  readonly addressee: string;
  /** An ISO minute, day, month or year; empty when it is not known. */
  readonly saidOn: string;
  /** The date as printed. */
  readonly saidOnNote: string;
  readonly place: string;
  readonly event: string;
  /** Why and about what, in the reporter's words. */
  readonly context: string;
}

/** What the reporter changed, as it is kept beside what was found. */
export interface ProposalEdit {
  readonly fields: ProposalFields;
  /** A known speaker is kept as a reference, not here. */
  readonly speaker?: Exclude<SpeakerChoice, { kind: "known" }>;
  /** The printed name becomes another name of the known speaker when the statement is stored. */
  readonly isNameRemembered: boolean;
}

/** A proposal as it stands: what was found, and over it what the reporter changed. */
export interface DraftProposal {
  readonly ordinal: number;
  readonly decision: Decision;
  /** Set once it is stored. */
  readonly statementId: string | null;
  /** How far the signs of the find leave it in doubt: 0 not, 1, 2 most. */
  readonly doubt: number;
  /** The statement of the source's former edition that says the same, or nearly, by its id. */
  readonly known: { readonly statementId: string; readonly how: "unchanged" | "changed" } | null;
  readonly found: Proposal;
  readonly fields: ProposalFields;
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** The pieces joined, with “ … ” between two that do not touch: what will be stored. */
  readonly wording: string;
  /** Where in the wording “…” joins two places of the text. */
  readonly splices: readonly Range[];
  /** What the reporter chose, or null when they left it to the suggestion. */
  readonly choice: SpeakerChoice | null;
  readonly isNameRemembered: boolean;
  /** The name that the article gives the speaker, in full where it does; null when it names nobody. */
  readonly printedName: string | null;
  /** What the text shows the speaker to be; null when it shows nothing. */
  readonly shownKind: ShownKind | null;
}

/** What a proposal is read over. */
export interface DraftText {
  readonly text: string;
  /** The day on which it was published, which dates "on Tuesday". */
  readonly publishedOn: string;
  /** What a person said that new speakers of this import are, by the key of their name. */
  readonly kinds: readonly { readonly nameKey: string; readonly kind: string }[];
}

/** The name that the article gives a speaker, in full where it does; null when it names nobody. */
export function printedNameOf(speaker: FoundSpeaker | null): string | null {
  if (!speaker || speaker.kind === "none") return null;
  // "he" is nobody's name
  if (speaker.canonical === null && speaker.kind === "pronoun") return null;
  const name = speaker.canonical ?? speaker.mention.text;
  const tidy = wordsAsRead(name);
  // "an unnamed official" opens the sentence of its own entry
  return tidy === "" ? null : tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

/**
 * What makes two proposals have one speaker: the resolved name, else the words that name them. Null when nobody is
 * named, or only a pronoun whose person was not found.
 */
export function speakerKeyOf(found: Proposal): string | null {
  const name = printedNameOf(found.speaker);
  // an index takes no more, and what is so long is no name
  return name ? nameKey(name).slice(0, 200) || null : null;
}

/** How a suggestion was made, as `suggestSpeakers` gives it. */
interface Suggestion {
  readonly id: string;
  readonly matched: "name" | "alias" | "without_article" | "without_title" | "surname";
}

/**
 * Who speaks when nothing else is chosen: the one known speaker of that name, else a new one. A surname alone is only
 * suggested, and an anonymous voice is never taken for that of another article.
 */
export function settledChoice(
  proposal: Pick<DraftProposal, "choice" | "printedName" | "shownKind">,
  suggestions: readonly Suggestion[],
): SpeakerChoice {
  const { choice, printedName, shownKind: shown } = proposal;
  if (choice) return choice;
  if (printedName === null) return { kind: "none" };
  const [first, ...others] = sureOf(suggestions);
  if (first && others.length === 0 && shown?.kind !== "anonymous")
    return { kind: "known", speakerId: first.id };
  return { kind: "new", name: printedName, speakerKind: shown?.kind ?? null };
}

/** The known speakers whose name it is, not the surname alone. */
function sureOf(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const [first] = suggestions;
  return suggestions.filter(({ matched }) => matched !== "surname" && matched === first?.matched);
}

/**
 * The printed name that several known speakers have, while nobody chose one of them or said that it is somebody else; else
 * null. Such a proposal cannot be accepted either.
 */
export function doubledName(
  { choice, printedName, shownKind }: Pick<DraftProposal, "choice" | "printedName" | "shownKind">,
  suggestions: readonly Suggestion[],
): string | null {
  if (choice !== null || shownKind?.kind === "anonymous") return null;
  return sureOf(suggestions).length > 1 ? printedName : null;
}

/** Whether a known speaker of that surname may be meant, while nobody said so. */
export function isSpeakerOpen(
  { choice, shownKind }: Pick<DraftProposal, "choice" | "shownKind">,
  suggestions: readonly Suggestion[],
): boolean {
  return choice === null && shownKind?.kind !== "anonymous" && suggestions[0]?.matched === "surname";
}

/** The name of the new speaker of whom nobody said yet what it is, or null: such a proposal cannot be accepted. */
export function askedName(choice: SpeakerChoice): string | null {
  return choice.kind === "new" && choice.speakerKind === null ? choice.name : null;
}

/** What a proposal asks before it is accepted: what a new speaker is, or which of several of one name speaks. */
export interface Asked {
  readonly about: "kind" | "namesakes";
  readonly name: string;
}

/** What `proposal` asks, or null. */
export function askedBy(proposal: DraftProposal, suggestions: readonly Suggestion[]): Asked | null {
  const doubled = doubledName(proposal, suggestions);
  if (doubled !== null) return { about: "namesakes", name: doubled };
  const name = askedName(settledChoice(proposal, suggestions));
  return name === null ? null : { about: "kind", name };
}

/** What a proposal becomes when it is stored. `speakerId` is settled by then. */
export function toStatementInput(
  proposal: DraftProposal,
  where: {
    sourceId: string;
    editionId: string;
    speakerId: string | null;
    language: string;
    storyId: string | null;
  },
): StatementInput {
  const { found, fields, wording, splices, startUtf16, endUtf16 } = proposal;
  const { pieces, saidOn: typed, ...rest } = fields;
  const saidOn = parseDated(typed);
  return {
    ...rest,
    sourceId: where.sourceId,
    speakerId: where.speakerId,
    language: languageOfWords(wording, where.language),
    storyId: where.storyId,
    wording,
    saidOn: saidOn?.on ?? null,
    saidOnPrecision: saidOn?.precision ?? null,
    anchor: {
      ...{ editionId: where.editionId, startUtf16, endUtf16, pieces, reads: { wording, splices } },
      contextStartUtf16: Math.min(found.context.startUtf16, startUtf16),
      contextEndUtf16: Math.max(found.context.endUtf16, endUtf16),
    },
    hops: found.chain.map(({ text }) => ({ name: wordsAsRead(text) })),
  };
}

// a text of one line of five megabytes is no title, and not worth folding its spaces
const LONGEST_LINE = 2000;

/** A title for a text that came without one: its first line when that reads like a title, else its first words. */
export function titleOf(text: string): string {
  const line = text.trim().slice(0, LONGEST_LINE).split("\n", 1)[0] ?? "";
  const first = line.replace(/\s+/gu, " ").trim();
  const isTitle = first.length <= 120 && !/[.!?…。؟۔:;,]["”’»]?$/u.test(first);
  if (isTitle || first.length <= 72) return first;
  const cut = first.slice(0, 72);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40)).replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** A proposal that a person marked by hand, in the shape of a found one. */
export function proposalByHand(text: string, ranges: readonly Range[], form: Form): Proposal {
  const startUtf16 = ranges[0]?.[0] ?? 0;
  const endUtf16 = ranges.at(-1)?.[1] ?? startUtf16;
  const pieces = ranges.map(([start, end]) => ({
    ...{ startUtf16: start, endUtf16: end, text: text.slice(start, end) },
  }));
  const wording = text.slice(startUtf16, endUtf16);
  const { contextStartUtf16, contextEndUtf16 } = surroundingsOf(text, startUtf16, endUtf16);
  const context = text.slice(contextStartUtf16, contextEndUtf16);
  return {
    ...{ startUtf16, endUtf16, wording, pieces, form, cue: null, speaker: null, addressee: null },
    ...{ chain: [], isDenial: false, tense: "none", editMarks: [], rule: "by-hand", confidence: "high" },
    context: { startUtf16: contextStartUtf16, endUtf16: contextEndUtf16, text: context },
    evidence: [{ what: "boundary", because: "marked by you", span: null }],
  };
}

/** Stretches of a text in its order; those that overlap, or have space alone between them in a line, are one. */
export function joinedPieces(text: string, pieces: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const [start, end] of [...pieces].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = joined.at(-1);
    const goesOn = last && (start <= last[1] || /^[^\S\n\r]+$/u.test(text.slice(last[1], start)));
    if (goesOn) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}

/**
 * What a person marked, said by whoever says the words of it in what was found there; by nobody where that is nobody, or several.
 */
export function spokenAs(marked: Proposal, finds: readonly Proposal[]): Proposal {
  const over = finds.filter(
    ({ speaker, pieces }) =>
      speaker !== null && pieces.some((one) => marked.pieces.some((own) => isOver(one, own))),
  );
  const [first] = over;
  if (first === undefined || over.some((one) => speakerKeyOf(one) !== speakerKeyOf(first))) return marked;
  const { speaker, cue, addressee, chain, isDenial, tense, said } = first;
  const because = first.evidence.filter(({ what }) => what !== "boundary");
  // what stands behind a label is said as it stands, without marks
  const isWithin = marked.pieces.every((own) => first.pieces.some((one) => isIn(own, one)));
  const form = isWithin && first.form === "direct" ? "direct" : marked.form;
  return {
    ...{ ...marked, form, speaker, cue, addressee, chain, isDenial, tense },
    ...(said === undefined ? {} : { said }),
    evidence: [...marked.evidence, ...because],
  };
}

type Place = { readonly startUtf16: number; readonly endUtf16: number };
const isIn = (one: Place, other: Place) =>
  one.startUtf16 >= other.startUtf16 && one.endUtf16 <= other.endUtf16;
const isOver = (one: Place, other: Place) =>
  one.startUtf16 < other.endUtf16 && one.endUtf16 > other.startUtf16;

/** The form that goes with how much of the words is quoted. */
export const FORM_OF_SHARE = { all: "direct", some: "mixed", none: "indirect" } as const;
