export { type HandReader, handsOnClaim, handsOnStatement } from "./queries";
export { listTouchedBy } from "./touched";
