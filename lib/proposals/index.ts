export {
  DECISIONS,
  type Decision,
  type DraftProposal,
  INTENTS,
  type Intent,
  type ProposalFields,
  type Range,
  readProposal,
  type SpeakerChoice,
  settledChoice,
  titleOf,
  toStatementInput,
} from "./model";
export { addProposalSchema, decisionSchema, editProposalSchema } from "./schema";
