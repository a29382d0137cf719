import type { Frame } from "../frames";
import type { Span } from "../model";
import type { Report } from "../reports";
import type { Labelled } from "./labelled";

/** A statement in the making: its spans, and the frame that reports it unless it stands alone. */
export interface Draft {
  readonly frame: Frame | null;
  readonly speaker: Span | null;
  readonly cue: Span | null;
  /** Who hands the words on: "Interfax quoted her as saying". */
  readonly hop?: Span | null;
  readonly spans: readonly Span[];
  /** How likely it is that this is a statement with just these words, from 0 to 1. */
  readonly share: number;
  readonly how:
    | "frame"
    | "continued"
    | "announced"
    | "introduced"
    | "floating"
    | "led"
    | "report"
    | Labelled["rule"];
  /** For a floating quotation the draft whose speaker goes on speaking, when there is one. */
  readonly heir: Draft | null;
  /** In a language that is read by rules, what they saw. */
  readonly report?: Report;
  /** The name that a list at the top of a transcript gives the label of a turn. */
  readonly listed?: string | null;
}

/** Reading order; of two that begin together the longer comes first. */
export function inOrder(one: Draft, other: Draft): number {
  const [first, second] = [one.spans[0], other.spans[0]];
  return (
    (first?.startUtf16 ?? 0) - (second?.startUtf16 ?? 0) || (second?.endUtf16 ?? 0) - (first?.endUtf16 ?? 0)
  );
}
