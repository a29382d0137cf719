export { listLatestChanges, type PublicChange } from "./changes";
export { confirmCorrection, judgeAgain, proposeCorrection, withdrawCorrection } from "./mutations";
export { listWithdrawnCorrections, listWithdrawnRetractions, type WithdrawnCorrection } from "./queries";
export { confirmRetraction, proposeRetraction, withdrawRetraction } from "./retractions";
