export { dateOfSerial } from "./dates";
export { cellsOf, type DelimitedTable, readDelimited } from "./delimited";
export {
  type ReadSpreadsheet,
  type RowProblem,
  type SheetLimits,
  type SheetRow,
  type SpreadsheetKind,
  SpreadsheetRefused,
} from "./model";
