export { judgeClaim } from "./claims";
export {
  ensureScales,
  type Given,
  giveVerdict,
  recordReaffirmed,
  recordVerdict,
  recordWithdrawal,
  type VerdictGiven,
  withdrawTruthVerdict,
} from "./mutations";
export {
  latestVerdicts,
  latestVerdictsOfEach,
  listScales,
  type StandingVerdict,
  type TruthScaleOffered,
} from "./queries";
