export { extract } from "./extract";
export type {
  Bearer,
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
export { type Quotation, quotationsIn } from "./quotations";
export type { ScorerQuote, ScorerRow } from "./scorer";
export { toScorerRow } from "./scorer";
export { wordsAsRead } from "./text";
