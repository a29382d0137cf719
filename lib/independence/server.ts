export { type HandReader, handsOnClaim, handsOnStatement, listTouchedBy } from "./queries";
