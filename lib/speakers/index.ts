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
export {
  affiliationSchema,
  aliasSchema,
  editSpeakerSchema,
  removeAffiliationSchema,
  removeAliasSchema,
  type SpeakerFields,
} from "./schema";
