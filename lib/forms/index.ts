export { acceptInput } from "./accept";
export {
  type FormAction,
  type FormDone,
  type FormError,
  type FormReceipt,
  type FormState,
  type FormValues,
  formDone,
  UNSENT,
} from "./model";
export { MOST, type Parsed, parseForm } from "./parse";
export { runForm } from "./run";
export { hasNoNul, typedDay, typedLine, typedWords } from "./typed";
