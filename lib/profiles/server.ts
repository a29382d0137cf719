export {
  type ClaimPositions,
  listNamedStill,
  listPositionsOf,
  type NamedStill,
  type PositionTaken,
  type Tally,
  tallySpeaker,
} from "./queries";
