/** A half-open slice of the text, in UTF-16 code units: `text.slice(startUtf16, endUtf16)`. */
export interface Span {
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** A span together with the words that stand there, always an exact slice. */
export interface Mention extends Span {
  readonly text: string;
}

/** How many of the words stand inside quotation marks: all, some, or none. */
export type Form = "direct" | "mixed" | "indirect";

export type SpeakerKind = "named" | "pronoun" | "role" | "collective" | "anonymous" | "none";

/** How sure the rule is. `low` never carries a guessed speaker: it abstains instead. */
export type Confidence = "high" | "medium" | "low";

export type Tense = "past" | "present" | "future" | "none";

/** What kind of edit the source shows inside the words. */
export type EditMarkKind = "ellipsis" | "bracket" | "sic";

export interface EditMark extends Mention {
  readonly kind: EditMarkKind;
}

/** What kind of speaker somebody is, and the words of the article that show it. */
export interface Bearer {
  readonly sort: "person" | "organisation" | "collective" | "anonymous";
  /** One plain clause for a reader: "“minister” is printed with the name". */
  readonly because: string;
}

export interface FoundSpeaker {
  /** The words that name the speaker beside the cue ("Syed", "he", "Afghan officials"). */
  readonly mention: Mention;
  /** The name within the article ("Baqir Sajjad Syed"), or null when it could not be resolved. */
  readonly canonical: string | null;
  readonly kind: SpeakerKind;
  /** Person or body, where the article shows it; null where it does not, and it has to be asked. Absent in earlier releases. */
  readonly bearer?: Bearer | null;
  /** The role as printed with the name anywhere in the article, or null. */
  readonly role: string | null;
  /** The attribution exactly as printed here, apposition included. */
  readonly attribution: string;
}

/** One reason for a find: `what` names the sort of reason, `span` points at the words that show it. */
export interface Evidence {
  readonly what:
    | "marks"
    | "cue"
    | "speaker"
    | "addressee"
    | "chain"
    | "boundary"
    | "inherited"
    | "circumstance";
  /** One plain clause for a reader: "surname Syed, matched to Baqir Sajjad Syed three sentences before". */
  readonly because: string;
  readonly span: Span | null;
}

/** When, where and on what occasion words were said, as the text prints it; each null when it does not say so. */
export interface Circumstances {
  readonly when: Mention | null;
  readonly place: Mention | null;
  readonly event: Mention | null;
}

/** One attributed statement that the rules found. Nothing is stored until a person accepts it. */
export interface Proposal extends Span {
  /** `text.slice(startUtf16, endUtf16)`, quotation marks included. */
  readonly wording: string;
  /** The pieces of a split quotation in order; one piece when it is not split. */
  readonly pieces: readonly Mention[];
  /**
   * Each piece of the statement as it reads: lines unwrapped, entities and tags decoded, one space between words, marks as
   * they should be set. Joined by " … " they are what a screen shows; `pieces` stay what was pasted. A piece here may be
   * several there, where a page number or the sign of an e-mail stands between. Absent in earlier releases.
   */
  readonly asRead?: readonly string[];
  readonly form: Form;
  readonly cue: Mention | null;
  readonly speaker: FoundSpeaker | null;
  readonly addressee: Mention | null;
  /** Second-hand hops outside in: "A said that B had told" gives the mention of A before the speaker B. */
  readonly chain: readonly Mention[];
  /** The speaker denies what the words say ("denies that …"). */
  readonly isDenial: boolean;
  readonly tense: Tense;
  readonly editMarks: readonly EditMark[];
  /** The sentences around the statement, as a slice of the text. */
  readonly context: Mention;
  /** The rule that found it, stable across releases ("svc-that", "csv-comma"). */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
  /** Absent in what was found by an earlier release or marked by a person. */
  readonly said?: Circumstances;
}

export interface ExtractOptions {
  /** BCP 47 language of the text, "en" unless told. Without rules for it only quotation marks, labels and signatures are read. */
  readonly language?: string;
}
