export { acceptInput, namingFields } from "./accept";
export { toFormState } from "./failures";
export {
  type FormAction,
  type FormDone,
  type FormError,
  type FormReceipt,
  type FormState,
  type FormValues,
  formDone,
  type PageState,
  UNSENT,
  UNSENT_PAGE,
} from "./model";
export { MOST, type Parsed, parseForm } from "./parse";
export {
  ALL_OF_PAGE,
  type Held,
  isAmong,
  isTyped,
  LABEL,
  movedBy,
  movedOn,
  NOT_KEPT,
  nameInPage,
  OVERTAKEN,
  PRESSED,
  readPressed,
  readSending,
  SENDER,
  SENDING,
  type Sending,
  sectionsOf,
  standingOf,
  toKept,
  typedFields,
  versionOf,
  WAS,
  writeOvertaken,
  writePressed,
  writeSending,
  writeWas,
} from "./sending";
export { hasNoNul, typedDay, typedLanguage, typedLine, typedPastDay, typedWords } from "./typed";
