export {
  claimStatementVersion,
  createClaim,
  evidenceRows,
  publishClaim,
  rephraseClaim,
  takePosition,
} from "./mutations";
export {
  type ClaimDetail,
  type ClaimRow,
  getClaim,
  listClaims,
  listPositionsOf,
} from "./queries";
