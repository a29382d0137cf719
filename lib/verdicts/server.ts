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
export { latestVerdicts, listScales, type StandingVerdict, type TruthScaleOffered } from "./queries";
