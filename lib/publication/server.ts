export { hasChangedSpeaker, listChangedSinceApproval, listRepeatedBeside } from "./approval";
export { anchorAfter, applyChanges, writeVersion } from "./mutations";
export {
  type Answer,
  findWaitingCorrection,
  noticesOf,
  type PublicNotice,
  type Question,
  type WaitingCorrection,
} from "./queries";
