export {
  type ClaimStep,
  claimClaimVersion,
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
  addressedClaims,
  type ClaimDetail,
  type ClaimRow,
  countClaims,
  getClaim,
  listClaims,
  listLapsedPositions,
  listPositionsOf,
  listPositionsOfEach,
} from "./queries";
export { type ClaimTruth, claimReviewRefusals, findReviewed, findTruth, listReviewed } from "./reviewed";
