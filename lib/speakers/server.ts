export { type AffiliationInput, recordAffiliation, removeAffiliation } from "./affiliations";
export { addAlias, rememberAlias, removeAlias } from "./aliases";
export { assertApart } from "./apart";
export {
  type DoubleRow,
  type DoubleSide,
  type KeptApart,
  listDoubles,
  listKeptApart,
  OTHER_LETTERS,
} from "./doubles";
export { keepApart, lookAgain } from "./keeping-apart";
export {
  findMergedSlug,
  findTwins,
  listMerges,
  previewMerge,
  slugsNow,
  speakerNow,
  speakersNow,
} from "./merges";
export { type MergeInput, mergeSpeakers, undoMerge } from "./merging";
export {
  type CreatedSpeaker,
  createSpeaker,
  createSpeakers,
  editSpeaker,
  type SpeakerEdit,
  type SpeakerInput,
} from "./mutations";
export {
  countSpeakers,
  findRoleOnDay,
  getSpeaker,
  listLetters,
  listMostQuoted,
  listSpeakers,
  nameSpeakers,
  newestRole,
  roleOf,
  type SpeakerDetail,
  type SpeakerFilter,
  type SpeakerRow,
} from "./queries";
export { undoSplit } from "./rejoining";
export { listSplits, listStandsBetween, previewSplit } from "./splits";
export { type SplitInput, splitSpeaker } from "./splitting";
export {
  findSpeakersByName,
  findSpeakersByWords,
  getSpeakerByName,
  type SpeakerOffer,
  type SpeakerSuggestion,
  suggestSpeakers,
} from "./suggestions";
