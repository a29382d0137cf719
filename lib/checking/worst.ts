import { ORDER_OF_LABELS } from "./labels";
import type { FindingLabel } from "./model";

/** A label that applies, and why. */
export interface Said {
  readonly label: FindingLabel;
  readonly reason: string;
}

/** Of labels that all apply the one that stands, by `ORDER_OF_LABELS`. */
export function worstOf(all: readonly Said[]): Said | null {
  const rank = ({ label }: Said) => ORDER_OF_LABELS.indexOf(label);
  return all.reduce<Said | null>(
    (worst, one) => (worst === null || rank(one) < rank(worst) ? one : worst),
    null,
  );
}
