export { visibleStatements } from "@/lib/visibility/server";
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
