export {
  Conflict,
  DomainError,
  Forbidden,
  NotFound,
  type Refusal,
  Refused,
  refuseUnlessEmpty,
} from "./model";
