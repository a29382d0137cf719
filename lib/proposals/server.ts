export { acceptAll, decideProposal } from "./decisions";
export {
  addProposal,
  claimDraft,
  editProposal,
  type ProposalChange,
} from "./mutations";
export {
  askedNames,
  findNextPending,
  ownDraft,
  ownerOf,
  readAll,
  siblingsOf,
  suggestionsFor,
  WITH_KINDS,
} from "./queries";
