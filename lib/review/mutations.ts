import { appendAudit } from "@/lib/audit/server";
import { type Action, type Actor, assertCan } from "@/lib/auth";
import { claimStatementVersion } from "@/lib/claims/server";
import { openReview, writeComment } from "@/lib/comments/server";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { CHECKLIST } from "@/lib/publication";
import { writeVersion } from "@/lib/publication/server";
import { isEditable, type StatementState } from "@/lib/statements";
import { parseDated } from "@/lib/text";
import type { Act } from "./facts";
import { blockersOfMove, type Move } from "./model";
import { loadFacts } from "./queries";
import {
  type AssignInput,
  assignSchema,
  type ChecklistInput,
  checklistSchema,
  type MoveInput,
  moveSchema,
  type WordedMoveInput,
  wordedMoveSchema,
} from "./schema";

/** Where a statement stands after a step, and the save that the step made. */
export interface Moved {
  readonly state: string;
  readonly version: number;
}

/** Takes a statement into review. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function takeReview(actor: Actor, input: MoveInput): Promise<Moved> {
  return step(actor, "take", "review:take", input, {}, async ({ tx, reviewId, statementId }) => {
    await tx.review.update({ where: { id: reviewId }, data: { assigneeId: actor.id } });
    return toState(tx, statementId, "in_review");
  });
}

/** Gives a statement to a reviewer, with a day when it is due. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function assignReview(actor: Actor, input: AssignInput): Promise<Moved> {
  const { assigneeId, dueOn, ...rest } = acceptInput(assignSchema, input);
  return step(
    actor,
    "assign",
    "review:assign",
    rest,
    { assigneeId },
    async ({ tx, reviewId, statementId, tell }) => {
      const assignee = await tx.user.findFirst({
        where: { id: assigneeId, role: { in: ["reviewer", "editor"] }, disabledAt: null },
        select: { id: true, name: true },
      });
      if (!assignee) {
        const message = "Choose a reviewer or an editor.";
        throw new Refused([{ rule: "review.assignee", message, field: "assigneeId" }]);
      }
      const before = await tx.review.findUniqueOrThrow({
        where: { id: reviewId },
        select: { assigneeId: true, dueOn: true },
      });
      const due = dueOn === undefined ? before.dueOn : (parseDated(dueOn)?.on ?? null);
      await tx.review.update({ where: { id: reviewId }, data: { assigneeId, dueOn: due } });
      const former = before.assigneeId
        ? await tx.user.findUnique({ where: { id: before.assigneeId }, select: { name: true } })
        : null;
      tell({ assignee: former?.name ?? "", dueOn: before.dueOn }, { assignee: assignee.name, dueOn: due });
      return toState(tx, statementId, "in_review");
    },
  );
}

/**
 * Ticks the checklist; each changed item is a new record and the former one is superseded.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} while an editor has the statement.
 */
export async function tickChecklist(actor: Actor, input: ChecklistInput): Promise<Moved> {
  assertCan(actor, "review:check");
  const { statementId, version, checks } = acceptInput(checklistSchema, input);
  return transact(async (tx) => {
    const statement = await claimStatementVersion(tx, statementId, version);
    if (!isEditable(statement.state)) {
      const message = "The checklist is filled in before the statement is submitted.";
      throw new Refused([{ rule: "checklist.state", message }]);
    }
    const reviewId = await openReview(tx, statement.id);
    const standing = await tx.reviewCheck.findMany({
      where: { reviewId, supersededAt: null },
      orderBy: { id: "asc" },
    });
    const checkedAt = now();
    for (const { key: item } of CHECKLIST) {
      const given = checks[item];
      const former = standing.find((check) => check.item === item);
      if (!given) continue;
      const note = given.note ?? former?.note ?? "";
      if (former && former.isDone === given.isDone && former.note === note) continue;
      if (!former && !given.isDone && note === "") continue;
      if (former)
        await tx.reviewCheck.update({ where: { id: former.id }, data: { supersededAt: checkedAt } });
      await tx.reviewCheck.create({
        data: { isDone: given.isDone, note, reviewId, item, checkedById: actor.id, checkedAt },
      });
    }
    await appendAudit(tx, {
      actor,
      action: "review.checked",
      subjectType: "statement",
      subjectId: statement.id,
      before: Object.fromEntries(standing.map(({ item, isDone, note }) => [item, { isDone, note }])),
      after: checks,
    });
    return { state: statement.state, version: statement.version };
  });
}

/** Hands a statement to the editors. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} every guard not met. */
export async function submitForApproval(actor: Actor, input: MoveInput): Promise<Moved> {
  return step(actor, "submit", "review:submit", input, {}, async ({ tx, reviewId, statementId }) => {
    await tx.review.update({ where: { id: reviewId }, data: { submittedById: actor.id } });
    return toState(tx, statementId, "submitted");
  });
}

/** Returns a statement with a comment. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function requestChanges(actor: Actor, input: WordedMoveInput): Promise<Moved> {
  const { words, ...rest } = acceptInput(wordedMoveSchema, input);
  return step(actor, "return", "review:return", rest, { words }, async ({ tx, statementId }) => {
    await writeComment(tx, actor, statementId, words);
    return toState(tx, statementId, "changes_requested");
  });
}

/** Approves what others made and judged, with no hand in it. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function approve(actor: Actor, input: MoveInput): Promise<Moved> {
  return step(actor, "approve", "review:approve", input, {}, ({ tx, statementId }) =>
    toState(tx, statementId, "approved"),
  );
}

/** Takes a statement out of the process for good. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function decline(actor: Actor, input: WordedMoveInput): Promise<Moved> {
  const { words, ...rest } = acceptInput(wordedMoveSchema, input);
  return step(actor, "decline", "review:decline", rest, { words }, ({ tx, statementId }) =>
    toState(tx, statementId, "declined"),
  );
}

/**
 * Publishes an approved statement as version 1, word for word. It emits no ClaimReview yet, so no validator is asked.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function publish(actor: Actor, input: MoveInput): Promise<Moved> {
  return step(actor, "publish", "statement:publish", input, {}, async ({ tx, statementId }) => {
    await writeVersion(tx, actor, statementId);
    return toState(tx, statementId, "published");
  });
}

/** What the work of a step is given. */
export interface Step {
  readonly tx: Tx;
  readonly statementId: string;
  readonly reviewId: string;
  /** What the log tells of the step besides, before and after it. */
  tell(before: object, after: object): void;
}

/**
 * One step of the process: permission, versioned write, guards over what the transaction reads, work, record, audit.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function step(
  actor: Actor,
  move: Move,
  action: Action,
  input: MoveInput,
  act: Omit<Act, "actorId">,
  work: (step: Step) => Promise<StatementState>,
): Promise<Moved> {
  assertCan(actor, action);
  const { statementId, version } = acceptInput(moveSchema, input);
  return transact(async (tx) => {
    const before = await claimStatementVersion(tx, statementId, version);
    const facts = await loadFacts(tx, before.id);
    // the guards judge what the actor read; this step's own save is not a change by somebody else
    refuseUnlessEmpty(blockersOfMove(move, { ...facts, version }, { actorId: actor.id, ...act }));
    const reviewId = await openReview(tx, before.id);
    let told: readonly [object, object] = [{}, {}];
    const tell = (was: object, now: object) => {
      told = [was, now];
    };
    const state = await work({ tx, statementId: before.id, reviewId, tell });
    const reason = act.words ?? "";
    // what only waits for a second editor has moved nothing yet
    if (!/^(propose|withdraw)_/.test(move)) {
      await tx.reviewTransition.create({
        data: {
          ...{ reviewId, fromState: before.state, toState: state, actorId: actor.id, actorRole: actor.role },
          ...{ reason, at: now(), version: before.version },
        },
      });
    }
    await appendAudit(tx, {
      actor,
      action: `review.${move}`,
      subjectType: "statement",
      subjectId: before.id,
      before: { state: before.state, assigneeId: facts.assigneeId, ...told[0] },
      after: { state, ...act, ...told[1] },
      ...(reason === "" ? {} : { reason }),
    });
    return { state, version: before.version };
  });
}

/** Moves a statement to a state in the step's transaction. */
export async function toState(tx: Tx, id: string, state: StatementState): Promise<StatementState> {
  await tx.statement.update({ where: { id }, data: { state } });
  return state;
}
