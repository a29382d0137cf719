export { DOUBLE_REASONS, type DoubleReason } from "./doubles-model";
export type { MergePreview, MergeRow, Twin } from "./merge-model";
export {
  type AliasKind,
  givenNamesAgree,
  keysOfName,
  nameKey,
  SPEAKER_KINDS,
  type SpeakerKind,
  sortNameOf,
  surnameKey,
  tellsName,
  untitledKey,
} from "./model";
export { isNearName } from "./near-names";
export { type HeldRole, type RoleByRecord, type RoleOnDay, roleByRecord, roleInWords } from "./roles";
export {
  affiliationSchema,
  aliasSchema,
  editSpeakerSchema,
  keepApartSchema,
  lookAgainSchema,
  mergeSchema,
  otherSchema,
  removeAffiliationSchema,
  removeAliasSchema,
  type SpeakerFields,
  splitSchema,
  twinSchema,
  undoMergeSchema,
  undoSplitSchema,
} from "./schema";
export {
  type Chosen,
  MOST_CHOSEN,
  readChosen,
  type SplitPreview,
  type SplitRow,
  writeChosen,
} from "./split-model";
