import type { Form } from "@/lib/extraction";

/** What a check can say of an attributed statement; each is defined in `LABELS`. */
export const FINDING_LABELS = [
  "exact",
  "cosmetic",
  "marked_edit",
  "wording_drift",
  "lost_qualifier",
  "spliced",
  "fragment_expanded",
  "paraphrase_in_marks",
  "wrong_speaker",
  "wrong_occasion",
  "reporters_words",
  "sealed",
  "corrected",
  "disputed",
  "not_found",
] as const;

export type FindingLabel = (typeof FINDING_LABELS)[number];

/** A text that a draft is compared with: a transcript, notes, an article, an edition that is held. */
export interface HeldText {
  /** What a finding calls it: a file's name, an edition's address. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** BCP 47; guessed from the text when it is left out. */
  readonly language?: string;
  /** The day on which it was published or recorded, `YYYY-MM-DD`, where that is known. */
  readonly day?: string | null;
}

/** What became of a stored statement after it was published, or why it may not be. */
export type Standing = "stands" | "corrected" | "retracted" | "reversed" | "off_record" | "embargoed";

/** A stored statement that a draft is compared with. */
export interface HeldStatement {
  /** The printed id, `st-…`. */
  readonly id: string;
  /** The words in force. */
  readonly wording: string;
  /** Words that an earlier version held, newest first. */
  readonly formerWordings: readonly string[];
  readonly form: Form;
  readonly isDenial: boolean;
  readonly speaker: { readonly name: string; readonly aliases: readonly string[] } | null;
  readonly role: string | null;
  /** First and last day on which it can have been said, `YYYY-MM-DD`, or null where nobody knows. */
  readonly saidFrom: string | null;
  readonly saidTo: string | null;
  readonly place: string | null;
  readonly standing: Standing;
  /** What is found of *Was it said?* where that is in doubt: "disputed", "denied", "misattributed", "fabricated". */
  readonly doubt: string | null;
  /** Where it stands in one of the texts of the same check. */
  readonly anchor: { readonly textId: string; readonly startUtf16: number; readonly endUtf16: number } | null;
}

/** Everything that one draft is compared with. */
export interface Against {
  readonly texts: readonly HeldText[];
  readonly statements: readonly HeldStatement[];
}

/** The place of the record that a finding rests on. */
export interface FindingMatch {
  /** `HeldText.id`, or the statement's id where its text is not among those given. */
  readonly source: string;
  readonly title: string;
  /** Offsets in the source's text, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** The record's own words, a slice of the source. */
  readonly text: string;
  /** Who says them there, as that text names the speaker; null where it does not. */
  readonly speaker: string | null;
  /** The stored statement, `st-…`, where there is one. */
  readonly statement: string | null;
  /** The sentences around the words in the source. */
  readonly around: { readonly start: number; readonly end: number; readonly text: string };
}

/** Both wordings side by side: what stands in both, in the draft alone, in the record alone, in reading order. */
export interface AlignedPiece {
  readonly kind: "same" | "draft" | "record";
  readonly text: string;
}

/** Something beside the words that does not agree: a number, a name's spelling, a role, a day, a place or an occasion. */
export interface FindingNote {
  readonly kind: "number" | "name" | "role" | "date" | "place";
  /** Where it stands in the draft, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** One sentence: what the draft says and what the record says. */
  readonly says: string;
}

/** One attributed statement of the draft, or words in marks that nobody is named for, and what the record says of it. */
export interface Finding {
  /** Offsets in the draft's text, UTF-16; `text` is their slice. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: FindingLabel;
  /** "unattributed": words in quotation marks that no cue governs. */
  readonly form: Form | "unattributed";
  readonly speaker: string | null;
  /** One or two sentences that say why the label was given. */
  readonly reason: string;
  readonly match: FindingMatch | null;
  /** The draft's words beside the record's; empty without a match. */
  readonly aligned: readonly AlignedPiece[];
  /** What an ellipsis or brackets leave out or replace: the record's words, in order. */
  readonly hidden: readonly string[];
  readonly notes: readonly FindingNote[];
  /** Other places that hold these words or nearly these: who else printed it and how. */
  readonly others: readonly FindingMatch[];
  /** What would settle it: "Ask …", "Open …"; null where nothing has to be looked at. */
  readonly settles: string | null;
}
