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
export {
  affiliationSchema,
  aliasSchema,
  editSpeakerSchema,
  mergeSchema,
  removeAffiliationSchema,
  removeAliasSchema,
  type SpeakerFields,
  twinSchema,
  undoMergeSchema,
} from "./schema";
