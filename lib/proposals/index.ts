export { introductionOf } from "./introductions";
export { type ShownKind, shownKind } from "./kinds";
export {
  type Asked,
  askedBy,
  askedName,
  type Choice,
  type Decision,
  type DraftProposal,
  doubledName,
  type Intent,
  isSpeakerOpen,
  type ProposalFields,
  type Range,
  type SpeakerChoice,
  settledChoice,
  titleOf,
  toStatementInput,
} from "./model";
export { keptFind } from "./reading";
export { addProposalSchema, decisionSchema, editProposalSchema, pressesSchema, runSchema } from "./schema";
