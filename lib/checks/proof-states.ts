import type { Term } from "@/lib/text";

/** What a word of a draft can be, as somebody says who checked it. */
export const PROOF_STATES = [
  { key: "verified", label: "Verified", needs: "evidence" },
  { key: "opinion", label: "Opinion", needs: null },
  { key: "common_knowledge", label: "Common knowledge", needs: "note" },
  { key: "query", label: "Query", needs: "note" },
  { key: "wrong", label: "Wrong", needs: "note" },
  { key: "unchecked", label: "Not checked", needs: null },
] as const satisfies readonly (Term & { readonly needs: "evidence" | "note" | null })[];

export type ProofState = (typeof PROOF_STATES)[number]["key"];

/** The states that account for a word: the rest keeps a check open. */
export const ACCOUNTED: readonly ProofState[] = ["verified", "opinion", "common_knowledge"];

export function isProofState(state: string): state is ProofState {
  return PROOF_STATES.some(({ key }) => key === state);
}
