import type { Finding } from "@/lib/checking";
import type { Term } from "@/lib/text";

/** A word with what it means, as a screen says it. */
interface DefinedTerm extends Term {
  readonly definition: string;
}

/** What a draft is compared with, beside the material that is given with it. */
export const CHECK_SCOPES = [
  {
    key: "store",
    label: "Everything that the desk holds",
    definition: "Every stored statement, and the whole text of every edition.",
  },
  {
    key: "story",
    label: "One story",
    definition: "The statements of one story, and the editions that they stand in.",
  },
  {
    key: "material",
    label: "Its own material alone",
    definition: "The transcripts, notes and articles that are given with the draft, and nothing else.",
  },
] as const satisfies readonly DefinedTerm[];

export type CheckScope = (typeof CHECK_SCOPES)[number]["key"];

/** What a colleague can decide of a finding. */
export const DECISION_KINDS = [
  { key: "settled", label: "Put right" },
  { key: "waived", label: "Let stand" },
  { key: "asked", label: "Asked" },
  { key: "reopened", label: "Open again" },
] as const satisfies readonly Term[];

export type DecisionKind = (typeof DECISION_KINDS)[number]["key"];

/** The views of the list of checks. */
export const CHECK_VIEWS = [
  { key: "open", label: "Open" },
  { key: "asked", label: "Asked of me" },
  { key: "closed", label: "Closed" },
] as const satisfies readonly Term[];

export type CheckView = (typeof CHECK_VIEWS)[number]["key"];

/** The most that one check takes. */
export const MOST = { draftUtf16: 400_000, materials: 60, materialUtf16: 5_000_000 } as const;

/** A finding as a check keeps it: under a key that stays as long as its sentence and its label do. */
export interface KeptFinding extends Finding {
  readonly key: string;
}
