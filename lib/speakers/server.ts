export { type AffiliationInput, recordAffiliation, removeAffiliation } from "./affiliations";
export { addAlias, rememberAlias, removeAlias } from "./aliases";
export {
  type CreatedSpeaker,
  createSpeaker,
  createSpeakers,
  editSpeaker,
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
