export type { Arriving } from "./arrivals";
export { type ArrivedAs, getArrivedFile, listArrived } from "./arrived";
export {
  type Brought,
  bringDocument,
  bringFetched,
  type LookedAt,
  lookAtDocument,
} from "./bulk";
export {
  type CheckedSource,
  checkSource,
  listSourcesToCheck,
  type ToCheck,
} from "./checking";
export type { Accepts } from "./fresh";
export {
  createDraft,
  type DraftDetails,
  discardDraft,
  importAddress,
  importDocument,
  saveDetails,
} from "./mutations";
export { type NearSource, type SaidNear, sayNear } from "./near";
export { type Turn, turnsInOrder } from "./order";
export {
  countDrafts,
  type DraftDetail,
  type DraftRow,
  findSourceOfDraft,
  getDraft,
  listDrafts,
} from "./queries";
export { readFurther } from "./read-further";
export { checkInTurns, MANNERS } from "./rounds";
export { type StoredImport, storeDraft } from "./storing";
export { listWork, type WorkPage } from "./work";
