export { acceptInput } from "./accept";
export {
  type FormAction,
  type FormDone,
  type FormError,
  type FormState,
  type FormValues,
  UNSENT,
} from "./model";
export { type Parsed, parseForm } from "./parse";
export { runForm, toFormState } from "./run";
