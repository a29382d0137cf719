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
export { findSpeakersByName, type SpeakerSuggestion, suggestSpeakers } from "./queries";
