export {
  DECISIONS,
  type Decision,
  type DraftProposal,
  type ProposalFields,
  type Range,
  readProposal,
  type SpeakerChoice,
  settledChoice,
  titleOf,
  toStatementInput,
} from "./model";
export { addProposalSchema, decisionSchema, edgeSchema, editProposalSchema } from "./schema";
