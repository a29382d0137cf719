/** What a statement does to a claim: product.md section 1. */
export const STANCES = [
  { key: "asserts", label: "Asserts", definition: "Says that it is so.", icon: "plus", side: "for" },
  { key: "denies", label: "Denies", definition: "Says that it is not so.", icon: "minus", side: "against" },
  {
    key: "doubts",
    label: "Doubts",
    definition: "Calls it unlikely or unproven.",
    icon: "circle-help",
    side: "against",
  },
  {
    key: "qualifies",
    label: "Qualifies",
    definition: "Accepts it only in part, or on a condition.",
    icon: "list-filter",
    side: "neither",
  },
  {
    key: "predicts",
    label: "Predicts",
    definition: "Says that it will be so.",
    icon: "telescope",
    side: "for",
  },
  { key: "demands", label: "Demands", definition: "Says that it must be so.", icon: "hand", side: "for" },
] as const;

export type Stance = (typeof STANCES)[number]["key"];

/** What a piece of evidence does for the decision it stands under. */
export const EVIDENCE_STANCES = [
  { key: "supports", label: "Supports", definition: "Speaks for the decision.", icon: "check-check" },
  { key: "refutes", label: "Refutes", definition: "Speaks against it.", icon: "equal-not" },
  { key: "context", label: "Context", definition: "Helps to read it.", icon: "text-select" },
  { key: "method", label: "Method", definition: "Says how it was found out.", icon: "list-checks" },
] as const;

export type EvidenceStance = (typeof EVIDENCE_STANCES)[number]["key"];

/** How a notice says that a claim was withdrawn. */
export const CLAIM_WITHDRAWN = "The claim was withdrawn";

// how a notice tells of a verdict on a claim
export const TRUTH_OF_CLAIM = "The verdict on its truth";
/** A verdict without a label: its reasons say it. */
export const IN_WORDS = "In words";
export const NO_TRUTH = "Not judged";

/**
 * Where the counting of a statement's positions begins: its form is saved together with others whose versions are the
 * statement's own, and what one of those moved on must never be taken for the other's.
 */
export const POSITIONS_FROM = 100_000_000;

/** Where a statement is found: by its printable id or by the internal one. */
export function statementRef(id: string): { publicId: string } | { id: string } {
  return id.startsWith("st-") ? { publicId: id } : { id };
}
