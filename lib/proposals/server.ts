export { acceptAll, decideProposal } from "./decisions";
export {
  addProposal,
  claimDraft,
  editProposal,
  type ProposalChange,
} from "./mutations";
export {
  findNextPending,
  listSiblings,
  ownDraft,
  ownerOf,
  readAll,
  readFromTo,
  suggestionsFor,
  WITH_KINDS,
} from "./queries";
