export { aheadOfStrangers, hashPassword, verifyPassword } from "./hashing";
export { ALLOWED, type AttemptKey, accountKey, addressKey, deviceKey, pairKey } from "./model";
export { countAttempt, forgetAttempts, forgiveAttempt, SPAN_MS } from "./mutations";
