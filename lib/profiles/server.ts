export { listNamedStill, type NamedStill, type NamedStillList } from "./named-still";
export {
  type ClaimPositions,
  listPositionsOf,
  type PositionTaken,
  type Tally,
  tallySpeaker,
} from "./queries";
