import type { Span } from "../model";

/** A statement that a label attributes: "SYED: We agree.", a turn of a transcript, a quotation signed "— Baqir Syed". */
export interface Labelled {
  readonly rule: "name-colon" | "post" | "signed" | "turn" | "headline" | "mail" | "row";
  readonly speaker: Span | null;
  readonly cue: Span;
  readonly content: readonly Span[];
  /** The name that a list at the top of a transcript gives the label. */
  readonly listed?: string | null;
}
