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
  countQueue,
  getReview,
  listQueue,
  listReviewers,
  loadFacts,
  type QueueRow,
  type ReviewDetail,
} from "./queries";
