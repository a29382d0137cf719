export { type Typed, typedWhere } from "./asked";
export { WORDED } from "./company";
export { countStatements, isPastCounting, NEWEST_OCCASION_FIRST } from "./counted";
export { listLatelyPublished, listStatementsById } from "./lately";
export { askedFor } from "./listed";
export {
  type CapturedStatement,
  captureStatement,
  captureStatements,
  editStatement,
  type StatementEdit,
} from "./mutations";
export {
  eachStatementPage,
  getStatement,
  listNewestPublished,
  listStatements,
  type StatementDetail,
  type StatementRow,
} from "./queries";
export { getTextAround } from "./readable";
export { findTaken, standAgain, takeFound } from "./standing";
