export {
  type ClaimStep,
  claimStatementVersion,
  createClaim,
  evidenceRows,
  publishClaim,
  reinstateClaim,
  rephraseClaim,
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
