import { v7 as uuid } from "uuid";
import { appendAudit, appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { addMany, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { type CommentInput, commentSchema } from "./schema";

/**
 * Writes a comment on a review; it is open until someone resolves it. Words that somebody left there last are not left again: *Back*
 * brings them into a form that looks unsent.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} `comment.again`
 */
export async function comment(actor: Actor, input: CommentInput): Promise<{ id: string }> {
  assertCan(actor, "review:comment");
  const { statementId, body } = acceptInput(commentSchema, input);
  return transact(async (tx) => {
    const statement = await tx.statement.findUnique({
      where: statementRef(statementId),
      select: { id: true },
    });
    if (!statement) throw new NotFound("The statement");
    const last = await tx.reviewComment.findFirst({
      where: { review: { statementId: statement.id } },
      orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
      select: { body: true, authorId: true, resolvedAt: true },
    });
    if (last?.body === body && last.authorId === actor.id && last.resolvedAt === null) throw saidAlready();
    return { id: await writeComment(tx, actor, statement.id, body) };
  });
}

function saidAlready(): Refused {
  const message = "You wrote this already: it is the last comment here, and open. Nothing was written twice.";
  return new Refused([{ rule: "comment.again", message, field: "body" }]);
}

/** Closes an open comment. @throws {Forbidden} @throws {NotFound} when it is not there or closed already. */
export async function resolveComment(actor: Actor, { commentId }: { commentId: string }): Promise<void> {
  assertCan(actor, "review:comment");
  await transact(async (tx) => {
    const found = await tx.reviewComment.findFirst({
      where: { id: commentId, resolvedAt: null },
      select: { body: true, review: { select: { statementId: true } } },
    });
    if (!found) throw new NotFound("The open comment");
    await tx.reviewComment.update({
      where: { id: commentId },
      data: { resolvedById: actor.id, resolvedAt: now() },
    });
    await appendAudit(tx, {
      actor,
      action: "review.comment_resolved",
      subjectType: "statement",
      subjectId: found.review.statementId ?? "",
      before: { comment: found.body },
    });
  });
}

/** The review of a statement, opened when there is none yet: its internal id. */
export async function openReview(tx: Tx, statementId: string): Promise<string> {
  const review = await tx.review.upsert({
    where: { statementId },
    create: { statementId, openedAt: now() },
    update: {},
    select: { id: true },
  });
  return review.id;
}

/** Writes a comment and its audit entry in the caller's transaction; the caller has checked who. */
export async function writeComment(tx: Tx, actor: Actor, statementId: string, body: string): Promise<string> {
  const reviewId = await openReview(tx, statementId);
  const written = await tx.reviewComment.create({
    data: { reviewId, body, authorId: actor.id, writtenAt: now() },
    select: { id: true },
  });
  await appendAudit(tx, {
    actor,
    action: "review.commented",
    subjectType: "statement",
    subjectId: statementId,
    after: { comment: body },
  });
  return written.id;
}

/**
 * Writes comments on statements that have no review yet, one each, in the caller's transaction; the caller has checked who.
 */
export async function writeComments(
  tx: Tx,
  actor: Actor,
  comments: readonly { readonly statementId: string; readonly body: string }[],
): Promise<void> {
  const at = now();
  const reviews = comments.map(({ statementId }) => ({ id: uuid(), statementId, openedAt: at }));
  await addMany(tx, "Review", reviews);
  await addMany(
    tx,
    "ReviewComment",
    comments.map(({ body }, index) => ({
      ...{ id: uuid(), reviewId: reviews[index]?.id ?? "", body, authorId: actor.id, writtenAt: at },
    })),
  );
  await appendAudits(
    tx,
    comments.map(({ statementId, body }) => ({
      ...{ actor, action: "review.commented", subjectType: "statement", subjectId: statementId },
      after: { comment: body },
    })),
  );
}
