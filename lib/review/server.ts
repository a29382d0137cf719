export { comment, resolveComment } from "@/lib/comments/server";
export {
  approve,
  assignReview,
  confirmRetraction,
  correct,
  decline,
  type Moved,
  proposeRetraction,
  publish,
  requestChanges,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "./mutations";
export {
  blockersOf,
  countQueue,
  getReview,
  listQueue,
  listReviewers,
  QUEUE_VIEWS,
  type QueueRow,
  type QueueView,
  type ReviewDetail,
} from "./queries";
