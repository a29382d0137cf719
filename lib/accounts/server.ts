export { findLinkOwner } from "./links";
export {
  addUser,
  createSignInLink,
  disableUser,
  editProfile,
  enableUser,
  ensureFirstAdminLink,
  setRole,
} from "./mutations";
export { changePassword, endSessions, setPasswordByLink } from "./passwords";
export { findLinkEnd, getOwnUser, getUser, listColleagues, listUsers, namesHeld } from "./queries";
