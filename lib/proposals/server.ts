export { acceptAll, decideProposal } from "./decisions";
export {
  addProposal,
  claimDraft,
  editProposal,
  type ProposalChange,
} from "./mutations";
export {
  findNextPending,
  listSiblingsOf,
  ownDraft,
  ownerOf,
  readAll,
  suggestionsFor,
  WITH_KINDS,
} from "./queries";
