export { WORDED } from "./company";
export { listLatelyPublished, listStatementsById } from "./lately";
export { statementsAskedFor } from "./listed";
export {
  type CapturedStatement,
  captureStatement,
  captureStatements,
  editStatement,
  type StatementEdit,
} from "./mutations";
export {
  countStatements,
  eachStatementPage,
  getStatement,
  listNewestPublished,
  listStatements,
  NEWEST_OCCASION_FIRST,
  type StatementDetail,
  type StatementRow,
} from "./queries";
export { getTextAround } from "./readable";
export { standAgain } from "./standing";
