import type { Form, FoundSpeaker, Proposal } from "@/lib/extraction";
import { surroundingsOf } from "@/lib/matching";
import { nameKey, type SpeakerKind } from "@/lib/speakers";
import type { StatementInput } from "@/lib/statements";
import { dateSaid, parseDated, wordingOf } from "@/lib/text";

/** What a reporter decided about a proposal. */
export const DECISIONS = ["pending", "accepted", "rejected"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What the form of a proposal can be sent for: keep it, accept it, or move one edge of its wording by a word. */
export const INTENTS = [
  "save",
  "accept",
  "start earlier",
  "start later",
  "end earlier",
  "end later",
] as const;
export type Intent = (typeof INTENTS)[number];

/** A half-open slice of the draft's text, in UTF-16. */
export type Range = readonly [start: number, end: number];

/** Who spoke, as the reporter chose: a known speaker, a new one, or nobody who can be named. */
export type SpeakerChoice =
  | { readonly kind: "known"; readonly speakerId: string }
  | { readonly kind: "new"; readonly name: string; readonly speakerKind: SpeakerKind }
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
  readonly found: Proposal;
  readonly fields: ProposalFields;
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** The pieces joined, with “ … ” between two that do not touch: what will be stored. */
  readonly wording: string;
  /** What the reporter chose, or null when they left it to the suggestion. */
  readonly choice: SpeakerChoice | null;
  readonly isNameRemembered: boolean;
  /** The name that the article gives the speaker, in full where it does; null when it names nobody. */
  readonly printedName: string | null;
  readonly guessedKind: SpeakerKind;
}

interface ProposalRow {
  readonly ordinal: number;
  readonly decision: string;
  readonly found: string;
  readonly edited: string | null;
  readonly speakerId: string | null;
  readonly statementId: string | null;
}

/** What a proposal is read over: the text, and the day on which it was published, which dates "on Tuesday". */
export interface DraftText {
  readonly text: string;
  readonly publishedOn: string;
}

/** Reads a stored proposal over its draft. */
export function readProposal({ text, publishedOn }: DraftText, row: ProposalRow): DraftProposal {
  const found = dated(JSON.parse(row.found) as Proposal, publishedOn);
  const edit = row.edited === null ? null : (JSON.parse(row.edited) as ProposalEdit);
  const fields = edit?.fields ?? fieldsOf(found, saidOnOf(found, publishedOn));
  return {
    ordinal: row.ordinal,
    decision: DECISIONS.find((decision) => decision === row.decision) ?? "pending",
    statementId: row.statementId,
    found,
    fields,
    startUtf16: fields.pieces[0]?.[0] ?? found.startUtf16,
    endUtf16: fields.pieces.at(-1)?.[1] ?? found.endUtf16,
    wording: wordingOf(text, fields.pieces),
    choice: row.speakerId ? { kind: "known", speakerId: row.speakerId } : (edit?.speaker ?? null),
    isNameRemembered: edit?.isNameRemembered ?? false,
    printedName: printedNameOf(found.speaker),
    guessedKind: guessKind(found.speaker),
  };
}

/**
 * What makes two proposals have one speaker: the resolved name, else the words that name them. Null when nobody is
 * named, or only a pronoun whose person was not found.
 */
export function siblingKey(found: Proposal): string | null {
  const name = printedNameOf(found.speaker);
  return name ? nameKey(name) : null;
}

/** How a suggestion was made, as `suggestSpeakers` gives it. */
interface Suggestion {
  readonly id: string;
  readonly matched: "name" | "alias" | "without_title" | "surname";
}

/**
 * Who speaks when nothing else is chosen: the one known speaker of that name, else a new one. A surname alone is only
 * suggested, and an anonymous voice is never taken for that of another article.
 */
export function settledChoice(
  proposal: Pick<DraftProposal, "choice" | "printedName" | "guessedKind">,
  suggestions: readonly Suggestion[],
): SpeakerChoice {
  const { choice, printedName, guessedKind } = proposal;
  if (choice) return choice;
  if (printedName === null) return { kind: "none" };
  const [first, second] = suggestions;
  const isSure = first && first.matched !== "surname" && second?.matched !== first.matched;
  if (isSure && guessedKind !== "anonymous") return { kind: "known", speakerId: first.id };
  return { kind: "new", name: printedName, speakerKind: guessedKind };
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
  const { found, fields, wording, startUtf16, endUtf16 } = proposal;
  const { pieces, saidOn: typed, ...rest } = fields;
  const saidOn = parseDated(typed);
  return {
    ...rest,
    sourceId: where.sourceId,
    speakerId: where.speakerId,
    language: where.language,
    storyId: where.storyId,
    wording,
    saidOn: saidOn?.on ?? null,
    saidOnPrecision: saidOn?.precision ?? null,
    anchor: {
      ...{ editionId: where.editionId, startUtf16, endUtf16, pieces },
      contextStartUtf16: Math.min(found.context.startUtf16, startUtf16),
      contextEndUtf16: Math.max(found.context.endUtf16, endUtf16),
    },
    hops: found.chain.map(({ text }) => ({ name: text })),
  };
}

/** A title for a text that came without one: its first line when that reads like a title, else its first words. */
export function titleOf(text: string): string {
  const first = text.trim().split("\n", 1)[0]?.replace(/\s+/gu, " ").trim() ?? "";
  const isTitle = first.length <= 120 && !/[.!?…。؟۔:;,]["”’»]?$/u.test(first);
  if (isTitle || first.length <= 72) return first;
  const cut = first.slice(0, 72);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40)).replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** A proposal that a person marked by hand, in the shape of a found one. */
export function proposalByHand(text: string, [startUtf16, endUtf16]: Range, form: Form): Proposal {
  const wording = text.slice(startUtf16, endUtf16);
  const { contextStartUtf16, contextEndUtf16 } = surroundingsOf(text, startUtf16, endUtf16);
  const span = { startUtf16, endUtf16, text: wording };
  const context = text.slice(contextStartUtf16, contextEndUtf16);
  return {
    ...{ startUtf16, endUtf16, wording, pieces: [span], form, cue: null, speaker: null, addressee: null },
    ...{ chain: [], isDenial: false, tense: "none", editMarks: [], rule: "by-hand", confidence: "high" },
    context: { startUtf16: contextStartUtf16, endUtf16: contextEndUtf16, text: context },
    evidence: [{ what: "boundary", because: "marked by you", span: null }],
  };
}

/** The form that goes with how much of the words is quoted. */
export const FORM_OF_SHARE = { all: "direct", some: "mixed", none: "indirect" } as const;

/** The day, month or year that the printed words mean in a text of that day; empty when they name none. */
function saidOnOf({ said }: Proposal, publishedOn: string): string {
  const when = said?.when?.text ?? "";
  // a weekday can be counted back only from a day; a week has no date of its own
  if (when === "" || !/^\d{4}-\d{2}-\d{2}/u.test(publishedOn)) return "";
  const date = dateSaid(when, publishedOn);
  return date === null || date.precision === "week" ? "" : date.on;
}

/** A proposal with the reason for the date that is filled in. */
function dated(found: Proposal, publishedOn: string): Proposal {
  const on = saidOnOf(found, publishedOn);
  if (on === "") return found;
  const because = `*${found.said?.when?.text}* is read as ${on}, since the text was published on ${publishedOn.slice(0, 10)}`;
  return { ...found, evidence: [...found.evidence, { what: "circumstance", because, span: null }] };
}

function fieldsOf(found: Proposal, saidOn: string): ProposalFields {
  return {
    pieces: found.pieces.length > 0 ? found.pieces.map(rangeOf) : [rangeOf(found)],
    form: found.form,
    isDenial: found.isDenial,
    attribution: found.speaker?.attribution ?? "",
    roleThen: found.speaker?.role ?? "",
    cue: found.cue?.text ?? "",
    addressee: found.addressee?.text ?? "",
    saidOn,
    saidOnNote: found.said?.when?.text ?? "",
    place: found.said?.place?.text ?? "",
    event: found.said?.event?.text ?? "",
    context: "",
  };
}

function rangeOf({ startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number }): Range {
  return [startUtf16, endUtf16];
}

function printedNameOf(speaker: FoundSpeaker | null): string | null {
  if (!speaker || speaker.kind === "none") return null;
  // "he" is nobody's name
  if (speaker.canonical === null && speaker.kind === "pronoun") return null;
  const name = speaker.canonical ?? speaker.mention.text;
  const tidy = name.replace(/\s+/gu, " ").trim();
  // "an unnamed official" opens the sentence of its own entry
  return tidy === "" ? null : tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

/** A first guess for the form that makes a new speaker; a person has the last word. */
function guessKind(speaker: FoundSpeaker | null): SpeakerKind {
  if (!speaker) return "person";
  if (speaker.kind === "collective") return "collective";
  if (speaker.kind === "anonymous") return "anonymous";
  if (speaker.kind !== "named") return "person";
  const name = speaker.canonical ?? speaker.mention.text;
  const isOneWord = !/\s/u.test(name.trim());
  // a lone name without a role is a capital, a movement or an agency more often than a person
  return speaker.role === null && (isOneWord || /^the\s/i.test(name)) ? "organisation" : "person";
}
