export {
  type AffiliationInput,
  addAlias,
  type CreatedSpeaker,
  createSpeaker,
  createSpeakers,
  editSpeaker,
  recordAffiliation,
  removeAffiliation,
  removeAlias,
  type SpeakerInput,
} from "./mutations";
export {
  findSpeakersByName,
  getSpeaker,
  listLetters,
  listMostQuoted,
  listSpeakers,
  type SpeakerDetail,
  type SpeakerFilter,
  type SpeakerRow,
  type SpeakerSuggestion,
  suggestSpeakers,
} from "./queries";
