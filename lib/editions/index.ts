export { type FollowCounts, WAITING, WAITING_STATES } from "./model";
