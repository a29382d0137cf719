import type { Hand } from "@/lib/independence";
import type { Corroboration } from "@/lib/sourcing";

/** Everything that a guard looks at, as plain data. */
export interface ReviewFacts {
  readonly state: string;
  /** The saves counted so far. */
  readonly version: number;
  /** The save that the approval made; null while it is not approved. */
  readonly approvedVersion: number | null;
  /** What stands beside the words and was changed since they were approved, such as "speaker". */
  readonly changedSinceApproval: readonly string[];
  /** Who approved it last. */
  readonly approvedById: string | null;
  readonly assigneeId: string | null;
  /** Everyone who had a hand in the version at hand: that after the last one published. */
  readonly hands: readonly Hand[];
  readonly sourcing: SourcingFacts | null;
  readonly corroboration: Corroboration;
  readonly axesGiven: readonly string[];
  /** The anchor in the newest edition that holds it; null when there is none. */
  readonly anchor: { readonly state: string; readonly explanation: string } | null;
  readonly checks: readonly { readonly item: string; readonly isDone: boolean; readonly note: string }[];
  readonly openComments: number;
  /** Where what a colleague wrote repeats words that are off the record or under an embargo, and whose they are. */
  readonly repeatsSealed: readonly { readonly message: string }[];
  /** The retraction that waits for a second editor. */
  readonly retraction: { readonly hands: readonly Hand[] } | null;
  /** The correction that waits for a second editor, with what was judged of the former words and not again since. */
  readonly correction: {
    readonly hands: readonly Hand[];
    readonly open: readonly OpenQuestion[];
    /** Whether the speaker that it names, of whom nothing is public, was changed since it was proposed. */
    readonly isSpeakerChanged: boolean;
  } | null;
  readonly now: Date;
}

/** Something judged of the former words that nobody has judged for the new ones yet. */
export interface OpenQuestion {
  readonly subject: string;
  /** "“Said?”, confirmed". */
  readonly what: string;
}

export interface SourcingFacts {
  readonly attributionTerms: string;
  readonly sourceIdentity: string;
  readonly channel: string;
  readonly proximity: string;
  readonly origin: string;
  readonly wordingBasis: readonly string[];
  readonly interest: readonly string[];
  readonly sensitivity: readonly string[];
  readonly reliability: string;
  readonly note: string;
  readonly embargoedUntil: Date | null;
}

/** Who takes the step and what they wrote. */
export interface Act {
  readonly actorId: string | null;
  /** A comment, a reason or a public note, as the step asks for. */
  readonly words?: string;
  readonly assigneeId?: string | null;
}

/** One guard that is not met; `href` leads to where it can be met on the review screen. */
export interface Blocker {
  readonly rule: string;
  readonly message: string;
  readonly href: string;
  readonly field?: string;
}
