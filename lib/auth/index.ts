export {
  type Action,
  type Actor,
  assertCan,
  can,
  PERMISSIONS,
  ROLES,
  type Role,
  SYSTEM,
  VISITOR,
} from "./model";
