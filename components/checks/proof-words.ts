import type { IconName } from "@/components/ui/icon";
import type { ProofState } from "@/lib/checks";

/** How a state of a word is drawn, and the key that says it. */
export const PROOF_DRAWN: Readonly<Record<ProofState, { icon: IconName; key: string }>> = {
  verified: { icon: "circle-check", key: "v" },
  opinion: { icon: "message-square", key: "o" },
  common_knowledge: { icon: "book-open", key: "c" },
  query: { icon: "circle-help", key: "q" },
  wrong: { icon: "circle-x", key: "w" },
  unchecked: { icon: "circle-dashed", key: "b" },
};
