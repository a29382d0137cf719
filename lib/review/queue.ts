import { namesHeld } from "@/lib/accounts/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { cursorOf, olderThan, type PageRequest, takeOf } from "@/lib/paging";
import type { StatementState } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import { QUEUE_VIEWS, type QueueView } from "./model";

export type QueueRow = Awaited<ReturnType<typeof listQueue>>["items"][number];

/**
 * One page of the queue, the newest first; the view `due` by due date, the earliest first, at most 200. A state in place
 * of a view lists every statement in it. @throws {Forbidden}
 */
export async function listQueue(
  actor: Actor,
  view: QueueView | { readonly state: StatementState },
  page: PageRequest = {},
) {
  assertCan(actor, "statement:read_unpublished");
  const where = typeof view === "string" ? queueView(actor, view) : { state: view.state };
  const take = view === "due" ? 200 : takeOf(page);
  // Statement(state, occurredAt, id); Review(assigneeId, dueOn)
  const found = await db.statement.findMany({
    where: view === "due" ? where : { AND: [where, olderThan("occurredAt", page.after)] },
    orderBy:
      view === "due"
        ? [{ review: { dueOn: "asc" } }, { id: "asc" }]
        : [{ occurredAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: QUEUED,
  });
  const items = found.slice(0, take);
  const waiting = await listWaiting(items.map(({ id }) => id));
  const nameOf = await namesHeld([
    ...items.map(({ review }) => review?.assigneeId ?? null),
    ...waiting.map(({ proposedById }) => proposedById),
  ]);
  const last = found.length > take && view !== "due" ? items.at(-1) : undefined;
  return {
    items: items.map(({ review, relationsFrom, relationsTo, ...row }) => ({
      ...row,
      waiting: waiting
        .filter(({ statementId }) => statementId === row.id)
        .map(({ what, proposedById, proposedAt }) => ({
          ...{ what, at: proposedAt, by: nameOf(proposedById, proposedAt) },
        })),
      dueOn: review?.dueOn ?? null,
      assignee: nameOf(review?.assigneeId ?? null),
      openComments: review?.comments.length ?? 0,
      suggestions: relationsFrom.length + relationsTo.length,
    })),
    next: last ? cursorOf(last.occurredAt, last.id) : null,
  };
}

/** How many statements each view and each state holds. @throws {Forbidden} */
export async function countQueue(actor: Actor) {
  assertCan(actor, "statement:read_unpublished");
  const counts = await Promise.all(
    QUEUE_VIEWS.map((view) => db.statement.count({ where: queueView(actor, view) })),
  );
  const states = await db.statement.groupBy({ by: ["state"], _count: { _all: true } });
  return {
    views: Object.fromEntries(QUEUE_VIEWS.map((view, index) => [view, counts[index] ?? 0])) as Record<
      QueueView,
      number
    >,
    states: Object.fromEntries(states.map(({ state, _count }) => [state, _count._all])) as Partial<
      Record<StatementState, number>
    >,
  };
}

/** What of these statements waits for a second editor, by whom it was proposed and when. */
async function listWaiting(statementIds: string[]) {
  const wanted = {
    where: { statementId: { in: statementIds }, confirmedAt: null, withdrawnAt: null },
    select: { statementId: true, proposedById: true, proposedAt: true },
  } as const;
  const [corrections, retractions] = await Promise.all([
    db.correctionProposal.findMany({ ...wanted, orderBy: [{ proposedAt: "asc" }, { id: "asc" }] }),
    db.retraction.findMany({ ...wanted, orderBy: [{ proposedAt: "asc" }, { id: "asc" }] }),
  ]);
  return [
    ...corrections.map((one) => ({ what: "correction" as const, ...one })),
    ...retractions.map((one) => ({ what: "retraction" as const, ...one })),
  ];
}

const UNDER_WORK = ["captured", "in_review", "changes_requested", "submitted", "approved"];

function queueView(actor: Actor, view: QueueView): Prisma.StatementWhereInput {
  const assigned = { in: ["in_review", "changes_requested"] };
  switch (view) {
    case "mine":
      // someone without an account has no work: no row has this id
      return { state: assigned, review: { assigneeId: actor.id ?? "" } };
    case "unassigned":
      return { state: "captured" };
    case "due":
      return {
        state: { in: ["in_review", "changes_requested", "submitted"] },
        review: { dueOn: { not: null } },
      };
    case "to_decide":
      return { state: "submitted" };
    case "to_publish":
      return { state: "approved" };
    case "to_confirm": {
      // what an editor proposed waits for another
      const waits = { confirmedAt: null, withdrawnAt: null, NOT: { proposedById: actor.id ?? "" } };
      return { state: "published", OR: [{ retractions: { some: waits } }, { proposals: { some: waits } }] };
    }
    case "all":
      return { state: { in: UNDER_WORK } };
  }
}

const QUEUED = {
  ...WORDED,
  id: true,
  publicId: true,
  attribution: true,
  version: true,
  occurredAt: true,
  createdAt: true,
  speaker: { select: { slug: true, name: true, kind: true } },
  source: { select: { publicId: true, title: true } },
  review: {
    select: {
      assigneeId: true,
      dueOn: true,
      comments: { where: { resolvedAt: null }, select: { id: true }, orderBy: { id: "asc" } },
    },
  },
  relationsFrom: { where: { state: "suggested" }, select: { id: true }, orderBy: { id: "asc" } },
  relationsTo: { where: { state: "suggested" }, select: { id: true }, orderBy: { id: "asc" } },
} as const satisfies Prisma.StatementSelect;
