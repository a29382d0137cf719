export {
  ANCHOR_STATES,
  type AnchorInput,
  type AnchorState,
  EDITABLE_STATES,
  FORMS,
  type Form,
  findEditMarks,
  isEditable,
  reanchored,
  STATEMENT_STATES,
  type StatementFilter,
  type StatementState,
  type WordingMark,
  wordingKeyOf,
} from "./model";
export { editStatementSchema, statementFilterSchema } from "./schema";
