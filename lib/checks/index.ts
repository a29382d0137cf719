export { isMaterial } from "./material-id";
export {
  CHECK_SCOPES,
  CHECK_VIEWS,
  type CheckScope,
  type CheckView,
  DECISION_KINDS,
  type DecisionKind,
  type KeptFinding,
} from "./model";
export { nextToProof } from "./next-to-proof";
export { type FindingsView, findingsView, isMarkedBeside, partOf, queryOfView } from "./parts";
export type { ProofSentence } from "./proof";
export { proofParts } from "./proof-parts";
export { ACCOUNTED, PROOF_STATES, type ProofState } from "./proof-states";
export {
  addMaterialSchema,
  captureMaterialSchema,
  closeCheckSchema,
  compareAgainSchema,
  decideFindingSchema,
  editDraftSchema,
  markProofSchema,
  removeMaterialSchema,
  reopenCheckSchema,
  startCheckSchema,
} from "./schema";
