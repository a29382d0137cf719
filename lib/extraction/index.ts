export { extract } from "./extract";
export type {
  Circumstances,
  Confidence,
  EditMark,
  EditMarkKind,
  Evidence,
  ExtractOptions,
  Form,
  FoundSpeaker,
  Mention,
  Proposal,
  Span,
  SpeakerKind,
  Tense,
} from "./model";
<<<<<<< HEAD
export type { DateSaid } from "./proposals";
=======
>>>>>>> b54a319 (Date what was said on Tuesday by the day of publication)
export type { ScorerQuote, ScorerRow } from "./scorer";
export { toScorerRow } from "./scorer";
