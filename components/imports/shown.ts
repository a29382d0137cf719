import { speakerKindWord } from "@/components/statements/words";
import type { Range, ShownKind, SpeakerChoice } from "@/lib/proposals";
import type { Worded } from "@/lib/statements";
import { languageOfWords } from "@/lib/text";

/** A known speaker that the printed name may mean, or that was chosen. */
export interface ShownSpeaker {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly role?: string | null;
  readonly matched?: "name" | "alias" | "without_article" | "without_title" | "surname";
}

/** One reason why a proposal was found. */
export interface ShownReason {
  readonly what: string;
  readonly because: string;
}

/** A proposal as its row and its form draw it. */
export interface ShownProposal {
  readonly ordinal: number;
  readonly decision: "pending" | "accepted" | "rejected" | "known";
  /** The public id of the statement that it became, or is known to be. */
  readonly statementId: string | null;
  /** The statement of a former edition that comes near it, and how the record has it. */
  readonly former:
    | (Worded & { readonly publicId: string; readonly speaker: { readonly name: string } | null })
    | null;
  /** Why it is in doubt, in a few words; null when it is not. */
  readonly doubt: string | null;
  /** Neither its signs nor who spoke are in doubt; what a new speaker is may still be asked. */
  readonly isSure: boolean;
  readonly wording: string;
  /** Where in the wording “…” joins two places of the text. */
  readonly splices: readonly Range[];
  readonly startUtf16: number;
  readonly printedName: string | null;
  readonly choice: SpeakerChoice;
  /** The new speaker of whom nobody said yet what it is; null when nothing is asked. */
  readonly asked: string | null;
  /** The name that several known speakers have, while nobody chose among them. */
  readonly doubled: string | null;
  /** Why the speaker counts as what it is. */
  readonly shownKind: ShownKind | null;
  /** The speaker that the choice names; null when nobody is named. */
  readonly speaker: {
    readonly name: string;
    readonly slug: string | null;
    readonly kind: string | null;
  } | null;
  readonly suggestions: readonly ShownSpeaker[];
  readonly isNameRemembered: boolean;
  readonly reasons: readonly ShownReason[];
  readonly confidence: string;
  readonly isByHand: boolean;
  /** The voices between the speaker and the article. */
  readonly hops: readonly { readonly name: string }[];
  readonly fields: {
    readonly pieces: readonly Range[];
    readonly form: string;
    readonly isDenial: boolean;
    readonly attribution: string;
    readonly roleThen: string;
    readonly cue: string;
    readonly introduction: string;
    readonly addressee: string;
    readonly saidOn: string;
    readonly saidOnNote: string;
    readonly place: string;
    readonly event: string;
    readonly context: string;
  };
}

/** The words of a proposal with what is known by now of what must go with them. */
export function wordedProposal({ wording, splices, fields, hops }: ShownProposal, ofText: string): Worded {
  const { form, isDenial, introduction } = fields;
  const language = languageOfWords(wording, ofText);
  return {
    ...{ wording, introduction, form, language, isDenial, state: "captured" },
    editMarks: JSON.stringify(splices.map(() => ({ kind: "splice" }))),
    ...{ originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ hops, verdicts: [], corrections: [], retractions: [] },
  };
}

/** What a proposal says of its speaker, in a few words. */
export function speakerLine({ speaker, choice }: Pick<ShownProposal, "speaker" | "choice">): string {
  if (!speaker) return "Nobody is named";
  if (speaker.kind === null) return "New speaker";
  const kind = speakerKindWord(speaker.kind).label.toLowerCase();
  return choice.kind === "known" ? `Known speaker, ${kind}` : `New speaker, ${kind}`;
}

const MATCHES = {
  name: "the same name",
  alias: "another name of theirs",
  without_article: "the same name but for the article",
  without_title: "the same name without its title",
  surname: "the same surname",
} as const;

/** How a suggested speaker meets the printed name, with the role recorded. */
export function suggestionLine({ role, matched }: ShownSpeaker): string {
  return [role, matched ? MATCHES[matched] : null].filter(Boolean).join("; ");
}

const REASONS: Readonly<Record<string, string>> = {
  marks: "Marks",
  cue: "Cue",
  speaker: "Speaker",
  addressee: "Told to",
  chain: "Chain",
  boundary: "Edges",
  inherited: "From before",
  kind: "Kind",
  hand: "By hand",
  circumstance: "Occasion",
};

/** The sort of a reason, as a word. */
export function reasonWord(what: string): string {
  return REASONS[what] ?? what.replaceAll("_", " ");
}
