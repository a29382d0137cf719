export { ensureScales, giveVerdict, recordVerdict, type VerdictGiven } from "./mutations";
export { latestVerdicts, listScales, type StandingVerdict, type TruthScaleOffered } from "./queries";
