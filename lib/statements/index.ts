export {
  ANCHOR_STATES,
  type AnchorInput,
  type AnchorState,
  EDITABLE_STATES,
  FORMS,
  type Form,
  findEditMarks,
  isEditable,
  STATEMENT_STATES,
  type StatementState,
  type WordingMark,
  wordingKeyOf,
} from "./model";
export { editStatementSchema } from "./schema";
