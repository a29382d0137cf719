export {
  Conflict,
  DomainError,
  Forbidden,
  NotFound,
  type Refusal,
  Refused,
  refuseUnlessEmpty,
  Unavailable,
} from "./model";
export { isDatabaseMoved, storageFailure, whyUnreadable } from "./storage";
