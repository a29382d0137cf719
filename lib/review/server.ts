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
  getReview,
  listReviewers,
  loadFacts,
  type ReviewDetail,
} from "./queries";
export { countQueue, listQueue, type QueueRow } from "./queue";
export { listHappened } from "./since";
