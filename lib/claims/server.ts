export {
  claimClaimVersion,
  claimStatementVersion,
  createClaim,
  EVIDENCE_TEXTS,
  evidenceRows,
  rephraseClaim,
  textsOfEvidence,
} from "./mutations";
export { takePosition, withdrawPosition } from "./positions";
export { type ClaimStep, publishClaim, reinstateClaim, withdrawClaim } from "./publishing";
export {
  addressedClaims,
  type ClaimDetail,
  type ClaimRow,
  countClaims,
  countPositionSaves,
  countPositionsTaken,
  FOUND,
  getClaim,
  listClaims,
  listLapsedPositions,
  listPositionsOf,
  listPositionsOfEach,
} from "./queries";
export { type ClaimTruth, claimReviewRefusals, findReviewed, findTruth, listReviewed } from "./reviewed";
