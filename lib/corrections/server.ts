export { confirmCorrection, judgeAgain, proposeCorrection, withdrawCorrection } from "./mutations";
export { confirmRetraction, proposeRetraction, withdrawRetraction } from "./retractions";
