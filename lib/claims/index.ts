export {
  CLAIM_WITHDRAWN,
  EVIDENCE_STANCES,
  type EvidenceStance,
  STANCES,
  type Stance,
  statementRef,
} from "./model";
export {
  type ClaimInput,
  claimSchema,
  claimStepSchema,
  type Evidence,
  type EvidenceInput,
  evidenceListSchema,
  type PositionInput,
  positionSchema,
  type RephraseInput,
  referenceSchema,
  rephraseSchema,
  withdrawPositionSchema,
} from "./schema";
