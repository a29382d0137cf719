import type { SayingKind } from "../languages";
import type { Span, Tense } from "../model";
import type { Phrase } from "./phrases";

/** What somebody says, as the rules of a language without weights read it. */
export interface Report {
  /** How the words stand beside their cue. */
  readonly shape:
    | "tag"
    | "colon"
    | "that"
    | "whether"
    | "bare"
    | "infinitive"
    | "quoted"
    | "source"
    | "dialogue"
    | "told"
    | "introduced"
    | "floating";
  readonly cue: Span | null;
  readonly speaker: Span | null;
  readonly spans: readonly Span[];
  readonly order: "before" | "after" | "around";
  readonly kind: SayingKind | null;
  readonly tense: Tense;
  readonly addressee: Span | null;
  /** A word that shows by its form that somebody else's words are told. */
  readonly told: Span | null;
  /** The speaker is that of the report before. */
  readonly isInherited: boolean;
}

/** What stands behind a cue: from which item to which, and how it is led in. */
export interface Content {
  readonly shape: Report["shape"];
  readonly pieces: readonly Phrase[];
  readonly told: number;
}
