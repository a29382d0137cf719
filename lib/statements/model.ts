import { parseQuery, type Term } from "@/lib/query";
import { type DatePrecision, foldForSearch, type Joined } from "@/lib/text";

/** How many of the words stand inside quotation marks: all, some, none. */
export const FORMS = ["direct", "mixed", "indirect"] as const;
export type Form = (typeof FORMS)[number];

/** Where a statement stands in the editorial process: product.md section 6. */
export const STATEMENT_STATES = [
  "captured",
  "in_review",
  "submitted",
  "changes_requested",
  "approved",
  "published",
  "retracted",
  "declined",
] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

/** The states of a statement that stands for nothing any more: a position or a tie of it is history, and is not counted. */
export const FALLEN_STATES = ["retracted", "declined"] as const satisfies readonly StatementState[];

/** The states in which its fields may be edited: nobody is judging it and nothing of it is public. */
const EDITABLE_STATES = [
  "captured",
  "in_review",
  "changes_requested",
] as const satisfies readonly StatementState[];

export type AnchorState = "exact" | "moved" | "changed" | "lost";

/** A sign that the words were edited, by the source or here: where it stands within the wording, in UTF-16. */
export interface WordingMark {
  /** A splice is an ellipsis of this desk: pieces are joined there that do not touch in the source. */
  readonly kind: "ellipsis" | "bracket" | "sic" | "splice";
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly text: string;
}

const MARKS =
  /(?<sic>\[\s*sic(?:\s*[!?])?\s*\]|\(\s*sic(?:\s*[!?])?\s*\))|(?<ellipsis>\[\s*(?:…|\.{3}|\. \. \.)\s*\]|…|\.{3,}|\. \. \.)|(?<bracket>\[[^[\]\n]{1,200}\])/giu;

/** The marks of editing in a wording: ellipses, words in brackets, "sic". */
export function findEditMarks(wording: string): WordingMark[] {
  return [...wording.matchAll(MARKS)].map(({ 0: text, index, groups }) => ({
    kind: groups?.sic ? "sic" : groups?.ellipsis ? "ellipsis" : "bracket",
    startUtf16: index,
    endUtf16: index + text.length,
    text,
  }));
}

/** The wording as it is compared and searched. */
export function wordingKeyOf(wording: string): string {
  return foldForSearch(wording);
}

/** Whether its fields may be edited in this state. */
export function isEditable(state: string): boolean {
  return (EDITABLE_STATES as readonly string[]).includes(state);
}

/** Where a statement stands in an edition. Without offsets the wording is looked for. */
export interface AnchorInput {
  readonly editionId: string;
  readonly startUtf16?: number;
  readonly endUtf16?: number;
  /** The pieces of a split quotation as [start, end] in the edition. */
  readonly pieces?: readonly (readonly [number, number])[];
  /** How the pieces read, where they were pasted with signs of layout between and within the words. */
  readonly reads?: Joined;
  readonly contextStartUtf16?: number;
  readonly contextEndUtf16?: number;
}

/** One voice between the speaker and the source: "A said that B had told". Outermost first. */
export interface HopInput {
  readonly name: string;
  readonly speakerId?: string | null;
  readonly sourceId?: string | null;
}

export interface StatementInput {
  readonly sourceId: string;
  readonly wording: string;
  readonly form: Form;
  readonly language?: string;
  readonly originalWording?: string | null;
  readonly originalLanguage?: string | null;
  readonly translatedBy?: string | null;
  readonly isDenial?: boolean;
  readonly speakerId?: string | null;
  /** Exactly as printed. */
  readonly attribution?: string;
  /** As of the occasion. */
  readonly roleThen?: string;
  readonly cue?: string;
  /** The reporter's words before a wording that is no sentence by itself, as printed. */
  readonly introduction?: string | null;
  readonly saidOn?: Date | null;
  readonly saidOnPrecision?: DatePrecision | null;
  /** The date as printed: "earlier this week". */
  readonly saidOnNote?: string;
  readonly place?: string;
  readonly event?: string;
  readonly addressee?: string;
  /** Why and about what, in the reporter's words. */
  readonly context?: string;
  readonly storyId?: string | null;
  readonly anchor?: AnchorInput | null;
  readonly hops?: readonly HopInput[];
}

/** What narrows a list: statements and source by public id, speakers, story and claim by slug, `q` by words that must all be found. */
export interface StatementFilter {
  readonly id?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly speaker?: readonly string[] | undefined;
  readonly source?: string | undefined;
  readonly story?: string | undefined;
  /** Those that take a position on the claim of that slug. */
  readonly claim?: string | undefined;
  readonly form?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  /** Retracted then or later, and no others. */
  readonly retractedSince?: Date | undefined;
  /** Corrected then or later, retracted since or not. */
  readonly correctedSince?: Date | undefined;
}

/**
 * Whether a filter says by itself which states it wants; any other list leaves out what does not stand. Who names a
 * statement wants it as it is now.
 */
export function asksForStates({ id, q, state, retractedSince, correctedSince }: StatementFilter): boolean {
  return Boolean(id?.length || state?.length || retractedSince || correctedSince || (q && namesStates(q)));
}

/** Whether what was typed names a state: "state:retracted", "is:retracted". */
function namesStates(q: string): boolean {
  const read = parseQuery(q);
  if ("problem" in read) return false;
  return read.query.all.flat().some((term) => !term.isNot && namesState(term));
}

function namesState(term: Term): boolean {
  if (term.kind !== "field") return false;
  return term.field === "state" || (term.field === "is" && /^(?:retracted|published)$/u.test(term.value));
}
