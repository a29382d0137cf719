export { comment, resolveComment } from "@/lib/comments/server";
export { QUEUE_VIEWS, type QueueView } from "./model";
export {
  approve,
  assignReview,
  decline,
  type Moved,
  publish,
  requestChanges,
  type Step,
  step,
  submitForApproval,
  takeReview,
  tickChecklist,
  toState,
} from "./mutations";
export {
  blockersOf,
  findReviewersByWords,
  getReview,
  getReviewerByWords,
  loadFacts,
  type ReviewDetail,
  type ReviewerOffer,
} from "./queries";
export { countQueue, listQueue, type QueueRow } from "./queue";
export { listHappened } from "./since";
