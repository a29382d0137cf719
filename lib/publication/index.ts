export {
  type AskedAgain,
  CHECKLIST,
  type CheckItem,
  CORRECTABLE,
  CORRECTION_KINDS,
  type CorrectableField,
  type CorrectionKind,
  textChanges,
  typedFields,
} from "./model";
export { type Changes, changesSchema, fieldsSchema } from "./schema";
