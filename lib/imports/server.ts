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
  findStoredText,
  getDraft,
  listDrafts,
  PROPOSALS_A_PAGE,
} from "./queries";
