export {
  confirmCorrection,
  confirmRetraction,
  judgeAgain,
  proposeCorrection,
  proposeRetraction,
  withdrawCorrection,
  withdrawRetraction,
} from "./mutations";
