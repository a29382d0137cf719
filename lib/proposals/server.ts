export { forgetActs } from "./acts";
export {
  acceptAll,
  acceptedUnseen,
  acceptRun,
  decideProposal,
  type Press,
  pressInTurn,
  type Run,
  undoLast,
} from "./decisions";
export {
  addProposal,
  claimDraft,
  editProposal,
  type ProposalChange,
} from "./mutations";
export {
  findNearest,
  findNextPending,
  getStoryId,
  listSiblings,
  type Order,
  ownDraft,
  ownerOf,
  placeOf,
  readAll,
  readPage,
  readThese,
  suggestionsFor,
  WITH_KINDS,
} from "./queries";
export { readFound } from "./reading";
