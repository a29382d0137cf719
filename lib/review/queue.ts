import { namesHeld } from "@/lib/accounts/server";
import { type Actor, assertCan, can } from "@/lib/auth";
import { countedOnce, db, type Prisma } from "@/lib/db/server";
import { WAITING } from "@/lib/editions";
import { listTouchedBy } from "@/lib/independence/server";
import { cursorOf, olderThan, type PageRequest, takeOf } from "@/lib/paging";
import { FALLEN_STATES, type StatementState } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import type { QueueView } from "./model";
import { hasConfirmable } from "./queries";

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
  const take = view === "due" ? 200 : takeOf(page);
  const where =
    typeof view === "string" ? await queueView(actor, view, { ...page, take }) : { state: view.state };
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

/** Where counting stops in a view that asks more of a statement than its state. */
const MOST_COUNTED = 200;

/** The views in which counting asks more of a statement than its state. */
const COUNTED = ["mine", "due", "to_decide", "to_confirm", "changed"] as const satisfies readonly QueueView[];

/**
 * How many statements each view and each state holds; the views in `more` hold more than was counted, and those in
 * `without` are not counted. @throws {Forbidden}
 */
export async function countQueue(actor: Actor, without: readonly QueueView[] = []) {
  assertCan(actor, "statement:read_unpublished");
  // Statement(state, …); Review(assigneeId, dueOn)
  const grouped = await countedOnce("states", () =>
    db.statement.groupBy({ by: ["state"], orderBy: { state: "asc" }, _count: { _all: true } }),
  );
  const states: Partial<Record<StatementState, number>> = Object.fromEntries(
    grouped.map(({ state, _count }) => [state, _count._all]),
  );
  const counted = await Promise.all(
    COUNTED.map(async (view) => [view, without.includes(view) ? 0 : await upToMost(actor, view)] as const),
  );
  const upTo = Object.fromEntries(
    counted.map(([view, count]) => [view, Math.min(count, MOST_COUNTED)]),
  ) as Record<(typeof COUNTED)[number], number>;
  const views: Record<QueueView, number> = {
    ...upTo,
    unassigned: states.captured ?? 0,
    to_publish: states.approved ?? 0,
    all: UNDER_WORK.reduce((sum, state) => sum + (states[state] ?? 0), 0),
  };
  const more: ReadonlySet<QueueView> = new Set(
    counted.flatMap(([view, count]) => (count > MOST_COUNTED ? view : [])),
  );
  return { views, more, states };
}

/** How many statements a view holds, up to one more than is counted. */
async function upToMost(actor: Actor, view: QueueView): Promise<number> {
  const take = MOST_COUNTED;
  // what is read to be listed is counted as it was read
  if (view === "due") return (await listDue(take)).length;
  if (view === "to_decide" && actor.id !== null && can(actor, "review:approve"))
    return (await listApprovable(actor.id, { take })).length;
  return db.statement.count({ where: await queueView(actor, view, { take }), take: take + 1 });
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

const UNDER_WORK = ["captured", "in_review", "changes_requested", "submitted", "approved"] as const;

async function queueView(
  actor: Actor,
  view: QueueView,
  page: PageRequest & { take: number },
): Promise<Prisma.StatementWhereInput> {
  const assigned = { in: ["in_review", "changes_requested"] };
  switch (view) {
    case "mine":
      // someone without an account has no work: no row has this id
      return { state: assigned, review: { assigneeId: actor.id ?? "" } };
    case "unassigned":
      return { state: "captured" };
    case "due":
      return { id: { in: await listDue(page.take) } };
    case "to_decide":
      if (actor.id === null || !can(actor, "review:approve")) return { state: "submitted" };
      return { state: "submitted", id: { in: await listApprovable(actor.id, page) } };
    case "to_publish":
      return { state: "approved" };
    case "to_confirm":
      return { state: "published", id: { in: await listConfirmable(actor.id ?? "") } };
    case "changed":
      return { id: { in: await listChangedSince() } };
    case "all":
      return { state: { in: [...UNDER_WORK] }, id: { in: await listUnderWork(page) } };
  }
}

/** So many submitted statements are looked at together: as many as are counted, where the editor had a hand in none. */
const LOOKED_AT = 201;
/** An editor who had a hand in all of so many is shown none. */
const MOST_ROUNDS = 25;

/** The ids of submitted statements in which an editor had no hand, newest occasion first, one more than a page. */
async function listApprovable(editorId: string, { after, take }: PageRequest & { take: number }) {
  const found: string[] = [];
  let from = after;
  // the plainest hand of all, which the database leaves out by itself
  const byOthers = { OR: [{ capturedById: null }, { capturedById: { not: editorId } }] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Statement(state, occurredAt, id)
    const rows = await db.statement.findMany({
      where: { AND: [{ state: "submitted" }, byOthers, olderThan("occurredAt", from)] },
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: LOOKED_AT,
      select: { id: true, occurredAt: true },
    });
    const touched = await listTouchedBy(
      db,
      editorId,
      rows.map(({ id }) => id),
    );
    found.push(...rows.flatMap(({ id }) => (touched.has(id) ? [] : id)));
    const last = rows.at(-1);
    if (!last || rows.length < LOOKED_AT || found.length > take) break;
    from = cursorOf(last.occurredAt, last.id);
  }
  return found.slice(0, take + 1);
}

/** The ids of statements under review that are due some day, the earliest first, one more than a page. */
async function listDue(take: number) {
  // ids alone, which an index holds: whole rows of all that is under review would be read to be sorted
  const found = await db.statement.findMany({
    where: {
      state: { in: ["in_review", "changes_requested", "submitted"] },
      review: { dueOn: { not: null } },
    },
    orderBy: [{ review: { dueOn: "asc" } }, { id: "asc" }],
    take: take + 1,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** The ids of the statements under work, newest occasion first, one more than a page. */
async function listUnderWork({ after, take }: PageRequest & { take: number }) {
  // the newest of each state: an index sorts behind one state, and all of several would be read to be sorted
  const each = await Promise.all(
    UNDER_WORK.map((state) =>
      db.statement.findMany({
        where: { AND: [{ state }, olderThan("occurredAt", after)] },
        orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
        take: take + 1,
        select: { id: true },
      }),
    ),
  );
  return each.flat().map(({ id }) => id);
}

/** The ids of statements on which something waits that an editor may confirm, as the step itself asks. */
async function listConfirmable(editorId: string) {
  // what an editor proposed waits for another; Retraction and CorrectionProposal(confirmedAt, withdrawnAt)
  const waits = { confirmedAt: null, withdrawnAt: null, NOT: { proposedById: editorId } };
  const wanted = { where: waits, select: { statementId: true }, take: LOOKED_AT } as const;
  const [retractions, proposals] = await Promise.all([
    db.retraction.findMany({ ...wanted, orderBy: { id: "desc" } }),
    db.correctionProposal.findMany({ ...wanted, orderBy: { id: "desc" } }),
  ]);
  const ids = [...new Set([...retractions, ...proposals].map(({ statementId }) => statementId))];
  // whoever never touched one has no hand in what waits on it; of the few others the records are read
  const touched = await listTouchedBy(db, editorId, ids);
  const proposed = await listProposedBy(editorId, ids);
  const confirmable: string[] = [];
  for (const id of ids) {
    const isDoubtful = touched.has(id) || proposed.has(id);
    if (!isDoubtful || (await hasConfirmable(db, id, editorId))) confirmable.push(id);
  }
  return confirmable;
}

/** The ids of statements whose source prints other words by now, or none of theirs, and nobody said what that means. */
async function listChangedSince(): Promise<string[]> {
  // Sighting(supersededAt, settledAt, state, seenAt, id)
  const found = await db.sighting.findMany({
    where: { ...WAITING, statement: { state: { notIn: [...FALLEN_STATES] } } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: LOOKED_AT,
    select: { statementId: true },
  });
  return found.map(({ statementId }) => statementId);
}

/** On which of these statements an editor ever proposed something, or answered what a proposal asks. */
async function listProposedBy(
  editorId: string,
  statementIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const those = { statementId: { in: [...statementIds] } };
  const [retractions, proposals] = await Promise.all([
    db.retraction.findMany({
      where: { ...those, proposedById: editorId },
      select: { statementId: true },
      orderBy: { id: "asc" },
    }),
    db.correctionProposal.findMany({
      where: { ...those, OR: [{ proposedById: editorId }, { renewals: { some: { givenById: editorId } } }] },
      select: { statementId: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return new Set([...retractions, ...proposals].map(({ statementId }) => statementId));
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
