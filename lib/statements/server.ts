export { visibleStatements } from "@/lib/visibility/server";
export {
  type CapturedStatement,
  captureStatement,
  captureStatements,
  editStatement,
  type HopInput,
  type StatementEdit,
  type StatementInput,
} from "./mutations";
export {
  COUNT_LIMIT,
  type Count,
  countStatements,
  eachStatement,
  getStatement,
  listNewestPublished,
  listStatements,
  type StatementDetail,
  type StatementFilter,
  type StatementRow,
  statementsMatching,
} from "./queries";
