export {
  type AliasKind,
  givenNamesAgree,
  nameKey,
  SPEAKER_KINDS,
  type SpeakerKind,
  sortNameOf,
  surnameKey,
  untitledKey,
} from "./model";
export {
  affiliationSchema,
  aliasSchema,
  editSpeakerSchema,
  removeAffiliationSchema,
  removeAliasSchema,
  type SpeakerFields,
} from "./schema";
