export { aheadOfStrangers, hashPassword, verifyPassword } from "./hashing";
export {
  ALLOWED,
  type AttemptKind,
  type AttemptLimit,
  accountKey,
  addressKey,
  deviceKey,
  kindOf,
  newcomerKey,
  pairKey,
  SPAN_MS,
} from "./model";
export { countAttempt, forgetAttempts, forgiveAttempt } from "./mutations";
