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
