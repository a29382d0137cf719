export { type PublicEdit, passPublicEdit } from "./mutations";
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
