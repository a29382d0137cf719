export { unprovenSlip } from "./queries";
