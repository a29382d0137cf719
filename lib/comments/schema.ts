import { z } from "zod";
import { referenceSchema } from "@/lib/claims";

/** A comment on the review of a statement. */
export const commentSchema = z.object({
  statementId: referenceSchema,
  body: z.string().trim().min(1, "Write the comment.").max(4000, "Write at most 4,000 characters."),
});

export type CommentInput = z.input<typeof commentSchema>;
