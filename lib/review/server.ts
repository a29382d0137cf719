export { comment, resolveComment } from "@/lib/comments/server";
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
  QUEUE_VIEWS,
  type QueueRow,
  type QueueView,
  type ReviewDetail,
} from "./queries";
