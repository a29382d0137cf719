import type { Span } from "../model";

/** What one voice of a transcript says until another begins. */
export interface Turn {
  /** The words of the label that name the voice. */
  readonly name: Span;
  /** The sign between label and words, or the label itself when it stands alone. */
  readonly sign: Span;
  /** What is said, by paragraph, without stage directions. */
  readonly pieces: readonly Span[];
  /** The name that a list at the top gives the label, or null. */
  readonly listed: string | null;
}
