import type { FindingLabel, FindingNote } from "./model";

/** In what an indirect statement says something else than the record. */
export interface Difference {
  readonly label: FindingLabel;
  readonly reason: string;
  readonly note: FindingNote | null;
}
/** A difference in what is said. */
export const drift = (reason: string, note: FindingNote | null = null): Difference => ({
  label: "wording_drift",
  reason,
  note,
});

/** Words of the record that the draft leaves out, and what they are. */
export const lostHere = (text: string, what: string): Difference => ({
  label: "lost_qualifier",
  reason: `The record has “${text}”, ${what} that the draft leaves out.`,
  note: null,
});
