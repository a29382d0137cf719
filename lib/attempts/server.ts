export {
  ALLOWED,
  type AttemptKey,
  accountKey,
  addressKey,
  countAttempt,
  forgetAttempts,
  forgiveAttempt,
  SPAN_MS,
} from "./mutations";
