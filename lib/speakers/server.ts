export { type AffiliationInput, recordAffiliation, removeAffiliation } from "./affiliations";
export {
  addAlias,
  type CreatedSpeaker,
  createSpeaker,
  createSpeakers,
  editSpeaker,
  rememberAlias,
  removeAlias,
  type SpeakerEdit,
  type SpeakerInput,
} from "./mutations";
export {
  findSpeakersByName,
  getSpeaker,
  getSpeakerByName,
  listLetters,
  listMostQuoted,
  listSpeakers,
  nameSpeakers,
  type SpeakerDetail,
  type SpeakerFilter,
  type SpeakerRow,
  type SpeakerSuggestion,
  suggestSpeakers,
} from "./queries";
