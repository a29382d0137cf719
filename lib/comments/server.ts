export { comment, openReview, resolveComment, writeComment } from "./mutations";
