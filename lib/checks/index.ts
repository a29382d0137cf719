export {
  CHECK_SCOPES,
  type CheckScope,
  DECISION_KINDS,
  type DecisionKind,
  type KeptFinding,
} from "./model";
export { nextToProof } from "./next-to-proof";
export type { ProofSentence } from "./proof";
export { ACCOUNTED, PROOF_STATES, type ProofState } from "./proof-states";
export {
  addMaterialSchema,
  closeCheckSchema,
  compareAgainSchema,
  decideFindingSchema,
  editDraftSchema,
  markProofSchema,
  removeMaterialSchema,
  reopenCheckSchema,
  startCheckSchema,
} from "./schema";
