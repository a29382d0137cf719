export {
  CHANGES_BESIDE,
  type Hand,
  handRefusal,
  handsOf,
  handsOfClaim,
  isChange,
  type LoggedAct,
  WORKS,
  type Work,
} from "./model";
