export {
  type Action,
  type Actor,
  assertCan,
  can,
  PATH_HEADER,
  PERMISSIONS,
  ROLES,
  type Role,
  SYSTEM,
  VISITOR,
} from "./model";
