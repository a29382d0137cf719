export type {
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
