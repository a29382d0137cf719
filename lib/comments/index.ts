export { type CommentInput, commentSchema } from "./schema";
