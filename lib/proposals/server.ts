export { acceptAll, decideProposal } from "./decisions";
export {
  addProposal,
  claimDraft,
  editProposal,
  type ProposalChange,
} from "./mutations";
export {
  type Asked,
  askedBy,
  findNextPending,
  listSiblings,
  ownDraft,
  ownerOf,
  readAll,
  readFromTo,
  suggestionsFor,
  WITH_KINDS,
} from "./queries";
