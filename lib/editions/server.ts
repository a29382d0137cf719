export { followEdition, recordReading } from "./mutations";
export { compareEditions, type EditionsCompared } from "./queries";
