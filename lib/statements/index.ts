export {
  type Company,
  companyInWords,
  companyOf,
  languageName,
  shortWording,
  type Worded,
  wordedInFull,
} from "./company";
export {
  type AnchorInput,
  type AnchorState,
  FALLEN_STATES,
  FORMS,
  type Form,
  findEditMarks,
  type HopInput,
  isEditable,
  occurredAtOf,
  reanchored,
  STATEMENT_STATES,
  type StatementFilter,
  type StatementInput,
  type StatementState,
  type WordingMark,
  wordingKeyOf,
} from "./model";
export { editStatementSchema, KNOWN_FILTERS, RETRACTED_SINCE, statementFilterSchema } from "./schema";
