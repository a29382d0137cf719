export type { Altered, Change } from "./changes";
export {
  type Evidence,
  type LineageRow,
  lineageOf,
  type PrintedIn,
  type Printing,
  printedIn,
  type Taking,
} from "./model";
