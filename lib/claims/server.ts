export {
  type ClaimStep,
  claimStatementVersion,
  createClaim,
  EVIDENCE_TEXTS,
  evidenceRows,
  publishClaim,
  reinstateClaim,
  rephraseClaim,
  textsOfEvidence,
  withdrawClaim,
} from "./mutations";
export { takePosition, withdrawPosition } from "./positions";
export {
  type ClaimDetail,
  type ClaimRow,
  getClaim,
  listClaims,
  listLapsedPositions,
  listPositionsOf,
} from "./queries";
