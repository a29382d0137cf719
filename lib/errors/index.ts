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
export { storageFailure, whyUnreadable } from "./storage";
