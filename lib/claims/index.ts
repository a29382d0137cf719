export { EVIDENCE_STANCES, type EvidenceStance, STANCES, type Stance, statementRef } from "./model";
export {
  type ClaimInput,
  claimSchema,
  type Evidence,
  type EvidenceInput,
  evidenceListSchema,
  evidenceSchema,
  type PositionInput,
  positionSchema,
  type RephraseInput,
  referenceSchema,
  rephraseSchema,
} from "./schema";
