export {
  type ClaimPositions,
  listPositionsOf,
  type PositionTaken,
  type Tally,
  tallySpeaker,
} from "./queries";
