export { listNamedStill, type NamedStill, type NamedStillList } from "./named-still";
export {
  type ClaimPositions,
  countStatementsOf,
  listPositionsOf,
  MOST_CLAIMS,
  type PositionsByClaim,
  type PositionTaken,
  type Tally,
  tallySpeaker,
} from "./queries";
