export { reanchored, reworded, wordedIn } from "./anchoring";
export {
  type Company,
  companyInWords,
  companyOf,
  isSaidInDoubt,
  languageName,
  shortWording,
  signBefore,
  type Worded,
  wordedInFull,
  wordsInCompany,
} from "./company";
export {
  type AnchorInput,
  type AnchorState,
  asksForStates,
  FALLEN_STATES,
  FORMS,
  type Form,
  findEditMarks,
  type HopInput,
  isEditable,
  STATEMENT_STATES,
  type StatementFilter,
  type StatementInput,
  type StatementState,
  type WordingMark,
  wordingKeyOf,
} from "./model";
export {
  CORRECTED_SINCE,
  editStatementSchema,
  KNOWN_FILTERS,
  RETRACTED_SINCE,
  statementFilterSchema,
} from "./schema";
