export type { ShownKind } from "./kinds";
export {
  type Asked,
  askedBy,
  askedName,
  type Decision,
  type DraftProposal,
  doubledName,
  type Intent,
  type ProposalFields,
  type Range,
  type SpeakerChoice,
  settledChoice,
  titleOf,
  toStatementInput,
} from "./model";
export { keptFind } from "./reading";
export { addProposalSchema, decisionSchema, editProposalSchema } from "./schema";
