export { type HandReader, handsOnClaim, handsOnStatement } from "./queries";
