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
export { hasWords, oneMeant } from "./one-meant";
export { MOST, type Parsed, parseForm } from "./parse";
export {
  ALL_OF_PAGE,
  type Held,
  isAmong,
  isTyped,
  isTypedIn,
  LABEL,
  movedBy,
  movedOn,
  NOT_KEPT,
  nameInPage,
  OVERTAKEN,
  PRESSED,
  readPressed,
  readSending,
  readTypedIn,
  SENDER,
  SENDING,
  type Sending,
  sectionsOf,
  standingOf,
  TYPED_IN,
  toKept,
  typedFields,
  versionOf,
  WAS,
  writeOvertaken,
  writePressed,
  writeSending,
  writeTypedIn,
  writeWas,
} from "./sending";
export { wordsOfTurnedAway } from "./turned-away";
export {
  hasNoNul,
  typedDay,
  typedLanguage,
  typedLine,
  typedPastDay,
  typedPublicationDay,
  typedWords,
} from "./typed";
