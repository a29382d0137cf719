export { against, MORE_THAN_SLIPS, type Slip, slipsBetween } from "./model";
