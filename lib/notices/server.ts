export { type PublicEdit, passPublicEdit } from "./mutations";
export { newestNoticesOn } from "./newest";
export { listNotes, type ReadNote } from "./notes";
export {
  arePublic,
  isPublic,
  isPublicIn,
  listNotices,
  listNoticesOnStatement,
  type Reading,
  type ShownNotice,
} from "./queries";
