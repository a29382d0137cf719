export {
  createDraft,
  type DraftDetails,
  discardDraft,
  type StoredImport,
  saveDetails,
  storeDraft,
} from "./mutations";
export {
  type DraftDetail,
  type DraftRow,
  findSourceOfDraft,
  getDraft,
  listDrafts,
} from "./queries";
export { readFurther } from "./read-further";
