export { type PublicEdit, passPublicEdit } from "./mutations";
export { listNotes, type ReadNote } from "./notes";
export { isPublic, isPublicIn, listNotices, listNoticesOnStatement, type ShownNotice } from "./queries";
