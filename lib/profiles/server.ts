export { type Cluster, clusterInTime, listInTime, MOST_DRAWN } from "./in-time";
export { withholdNote } from "./mutations";
export type { NamedElsewhere, NamedNote } from "./named-notes";
export { listNamedStill, type NamedStill, type NamedStillList } from "./named-still";
export {
  type ClaimPositions,
  listPositionsOf,
  MOST_CLAIMS,
  type PositionsByClaim,
  type PositionTaken,
} from "./positions";
export { countStatementsOf, type Tally, tallySpeaker } from "./queries";
