import type { Placed } from "./changes";
import type { FindingLabel, FindingNote } from "./model";
import type { Voice } from "./voices";

/** What is found of a statement of the draft before it is written down. */
export interface Judged {
  readonly label: FindingLabel;
  readonly reason: string;
  readonly placed: Placed | null;
  /** From where to where the record has it, when it is more than `placed`. */
  readonly span: readonly [start: number, end: number] | null;
  readonly voice: Voice | null;
  readonly hidden: readonly string[];
  readonly notes: readonly FindingNote[];
  readonly others: readonly { readonly placed: Placed; readonly voice: Voice }[];
}

export const NOT_FOUND: Judged = {
  label: "not_found",
  reason: "",
  placed: null,
  span: null,
  voice: null,
  hidden: [],
  notes: [],
  others: [],
};
