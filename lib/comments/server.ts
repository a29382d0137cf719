export { comment, openReview, resolveComment, writeComment, writeComments } from "./mutations";
