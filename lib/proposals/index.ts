export {
  type Decision,
  type DraftProposal,
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
