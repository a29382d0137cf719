export { anchorAfter, applyChanges, writeVersion } from "./mutations";
export {
  type Answer,
  findWaitingCorrection,
  listChangedSinceApproval,
  noticesOf,
  type PublicNotice,
  type Question,
  type WaitingCorrection,
} from "./queries";
