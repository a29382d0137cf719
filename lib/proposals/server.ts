export {
  acceptAll,
  addProposal,
  claimDraft,
  decideProposal,
  editProposal,
  type ProposalChange,
} from "./mutations";
export {
  findNextPending,
  listSiblings,
  ownDraft,
  ownerOf,
  readAll,
  suggestionsFor,
} from "./queries";
