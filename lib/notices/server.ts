export { type PublicEdit, passPublicEdit } from "./mutations";
export { isPublic, isPublicIn, listNotices, listNoticesOnStatement, type ShownNotice } from "./queries";
