export {
  CHANGES_BESIDE,
  type Hand,
  hand,
  handRefusal,
  handsOf,
  handsOfClaim,
  isChange,
  type LoggedAct,
  WORKS,
  type Work,
} from "./model";
