export { anchorAfter, applyChanges, writeVersion } from "./mutations";
export {
  type Answer,
  findWaitingCorrection,
  noticesOf,
  type PublicNotice,
  type Question,
  questionsOf,
  type WaitingCorrection,
} from "./queries";
