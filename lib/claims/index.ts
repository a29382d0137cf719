export { EVIDENCE_STANCES, type EvidenceStance, STANCES, type Stance, statementRef } from "./model";
export {
  type ClaimInput,
  claimSchema,
  type Evidence,
  type EvidenceInput,
  evidenceListSchema,
  type PositionInput,
  positionSchema,
  type RephraseInput,
  referenceSchema,
  rephraseSchema,
} from "./schema";
