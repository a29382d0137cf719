import { namesHeld } from "@/lib/accounts/server";
import { type Actor, assertCan } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { db, type Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { hasWords, oneMeant } from "@/lib/forms";
import { type Hand, handRefusal } from "@/lib/independence";
import { type HandReader, handsOnStatement } from "@/lib/independence/server";
import {
  findWaitingCorrection,
  hasChangedSpeaker,
  listChangedSinceApproval,
  listRepeatedBeside,
} from "@/lib/publication/server";
import { corroborationWithin } from "@/lib/sourcing/server";
import { normaliseName } from "@/lib/text";
import type { Act, Blocker, ReviewFacts } from "./facts";
import { blockersOfMove, type Move } from "./model";
import { policyBlockers } from "./submission";

export type ReviewDetail = Awaited<ReturnType<typeof getReview>>;

/** Why a step cannot be taken by this actor yet: every guard that is not met. @throws {Forbidden} @throws {NotFound} */
export async function blockersOf(
  actor: Actor,
  statementId: string,
  move: Move = "submit",
  act: Omit<Act, "actorId"> = {},
): Promise<Blocker[]> {
  assertCan(actor, "statement:read_unpublished");
  const facts = await loadFacts(db, statementId);
  return blockersOfMove(move, facts, { actorId: actor.id, ...act });
}

type FactReader = HandReader &
  Pick<Tx, "relation" | "correctionProposal" | "retraction" | "speaker" | "source" | "outlet" | "story">;

/** Everything that the guards look at, read inside the caller's transaction. @throws {NotFound} */
export async function loadFacts(tx: FactReader, statementId: string): Promise<ReviewFacts> {
  const statement = await tx.statement.findUnique({
    where: statementRef(statementId),
    select: {
      id: true,
      state: true,
      version: true,
      anchors: {
        orderBy: { edition: { number: "desc" } },
        take: 1,
        select: { state: true, explanation: true },
      },
      assessments: {
        where: { supersededAt: null },
        take: 1,
        include: { facets: true },
        orderBy: { id: "asc" },
      },
      verdicts: { where: { supersededAt: null }, select: { axis: true }, orderBy: { id: "asc" } },
      review: {
        select: {
          assigneeId: true,
          checks: {
            where: { supersededAt: null },
            select: { item: true, isDone: true, note: true },
            orderBy: { id: "asc" },
          },
          comments: { where: { resolvedAt: null }, select: { id: true }, orderBy: { id: "asc" } },
          transitions: {
            where: { toState: "approved" },
            // whatever the clock said: an approval counts for the version that it was given to
            orderBy: [{ version: { sort: "desc", nulls: "last" } }, { at: "desc" }, { id: "desc" }],
            take: 1,
            select: { version: true, actorId: true },
          },
        },
      },
    },
  });
  if (!statement) throw new NotFound(`Statement ${statementId}`);
  const { review } = statement;
  const hands = await handsOnStatement(tx, statement.id);
  const assessment = statement.assessments[0];
  const valuesOf = (facet: string) =>
    (assessment?.facets ?? []).filter((one) => one.facet === facet).map(({ value }) => value);
  return {
    state: statement.state,
    version: statement.version,
    approvedVersion: review?.transitions[0]?.version ?? null,
    changedSinceApproval:
      statement.state === "approved" ? await listChangedSinceApproval(tx, statement.id) : [],
    approvedById: review?.transitions[0]?.actorId ?? null,
    assigneeId: review?.assigneeId ?? null,
    hands,
    sourcing: assessment
      ? {
          ...assessment,
          wordingBasis: valuesOf("wordingBasis"),
          interest: valuesOf("interest"),
          sensitivity: valuesOf("sensitivity"),
        }
      : null,
    corroboration: await corroborationWithin(tx, statement.id),
    axesGiven: statement.verdicts.map(({ axis }) => axis),
    anchor: statement.anchors[0] ?? null,
    checks: review?.checks ?? [],
    openComments: review?.comments.length ?? 0,
    repeatsSealed: await listRepeatedBeside(tx, statement.id),
    ...(await loadWaiting(tx, statement.id, hands)),
    now: now(),
  };
}

/** What waits on a published statement for a second editor, with everybody who may not be that one. */
async function loadWaiting(
  tx: FactReader,
  statementId: string,
  hands: readonly Hand[],
): Promise<Pick<ReviewFacts, "retraction" | "correction">> {
  const retractions = await tx.retraction.findMany({
    where: { statementId, confirmedAt: null },
    select: { proposedById: true, reason: true, withdrawnAt: true },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
  });
  const retraction = retractions.find(({ withdrawnAt }) => withdrawnAt === null);
  const firstWords = retractions.find(({ reason }) => reason === retraction?.reason);
  const correction = await findWaitingCorrection(tx, statementId);
  return {
    retraction: retraction
      ? {
          hands: [
            { actorId: retraction.proposedById, work: "proposed" as const },
            // whose words it repeats, which were withdrawn
            ...(firstWords && firstWords !== retraction
              ? [{ actorId: firstWords.proposedById, work: "first" as const }]
              : []),
          ],
        }
      : null,
    correction: correction
      ? {
          hands: [...correction.hands, ...hands],
          open: correction.questions.filter(({ answer }) => answer === null),
          isSpeakerChanged: await hasChangedSpeaker(tx, correction),
        }
      : null,
  };
}

/** Whether something waits on a published statement that this editor may be the second to decide. */
export async function hasConfirmable(
  tx: FactReader,
  statementId: string,
  editorId: string,
): Promise<boolean> {
  const { retraction, correction } = await loadWaiting(
    tx,
    statementId,
    await handsOnStatement(tx, statementId),
  );
  return [retraction, correction].some(
    (one) => one !== null && handRefusal(one.hands, editorId, "") === null,
  );
}

/** The review of one statement: who, when, the checklist, the comments, the steps so far. @throws {Forbidden} @throws {NotFound} */
export async function getReview(actor: Actor, statementId: string) {
  assertCan(actor, "statement:read_unpublished");
  const facts = await loadFacts(db, statementId);
  const review = await db.review.findFirst({
    where: { statement: statementRef(statementId) },
    select: {
      dueOn: true,
      submittedById: true,
      comments: { orderBy: [{ writtenAt: "asc" }, { id: "asc" }] },
      transitions: { orderBy: [{ at: "desc" }, { id: "desc" }] },
    },
  });
  const statement = await db.statement.findUnique({
    where: statementRef(statementId),
    select: { id: true, capturedById: true },
  });
  const author = statement?.capturedById ?? null;
  const correction = statement ? await findWaitingCorrection(db, statement.id) : null;
  const retraction = await db.retraction.findFirst({
    where: { statement: statementRef(statementId), withdrawnAt: null },
    orderBy: { proposedAt: "desc" },
  });
  const heldBy = await namesHeld([
    facts.assigneeId,
    author,
    review?.submittedById ?? null,
    retraction?.proposedById ?? null,
    correction?.proposedById ?? null,
    ...(review?.comments ?? []).flatMap(({ authorId, resolvedById }) => [authorId, resolvedById]),
    ...(review?.transitions ?? []).map(({ actorId }) => actorId),
  ]);
  const nameOf = (id: string | null, at?: Date | null) =>
    id === null ? null : (heldBy(id, at ?? undefined) ?? "somebody who left");
  return {
    facts,
    policy: policyBlockers(facts),
    dueOn: review?.dueOn ?? null,
    assignee: nameOf(facts.assigneeId),
    author: nameOf(author),
    submittedBy: nameOf(review?.submittedById ?? null),
    comments: (review?.comments ?? []).map((comment) => ({
      ...comment,
      author: nameOf(comment.authorId, comment.writtenAt),
      resolvedBy: nameOf(comment.resolvedById, comment.resolvedAt),
    })),
    transitions: (review?.transitions ?? []).map((step) => ({
      ...step,
      actor: nameOf(step.actorId, step.at),
    })),
    correction: correction
      ? { ...correction, proposedBy: nameOf(correction.proposedById, correction.proposedAt) }
      : null,
    retraction: retraction
      ? { ...retraction, proposedBy: nameOf(retraction.proposedById, retraction.proposedAt) }
      : null,
  };
}

/** Somebody who can be given a review, as a picker offers them. */
export interface ReviewerOffer {
  readonly id: string;
  /** The name, which nobody else here has. */
  readonly told: string;
  readonly role: string;
}

/** Who can be given a review and has a name with words that begin so: reviewers and editors who may sign in. @throws {Forbidden} */
export async function findReviewersByWords(
  actor: Actor,
  q: string,
  { take }: { take: number },
): Promise<ReviewerOffer[]> {
  const words = normaliseName(q);
  return (await listReviewers(actor)).filter(({ told }) => hasWords(told, words)).slice(0, take);
}

/** The one who is meant to review. @throws {Forbidden} @throws {Refused} at the field `assigneeId`, when none or several may be. */
export async function getReviewerByWords(actor: Actor, typed: string): Promise<ReviewerOffer> {
  return oneMeant(typed, await listReviewers(actor), { field: "assigneeId", what: "reviewer or editor" });
}

async function listReviewers(actor: Actor): Promise<ReviewerOffer[]> {
  assertCan(actor, "review:assign");
  const found = await db.user.findMany({
    where: { role: { in: ["reviewer", "editor"] }, disabledAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true },
  });
  return found.map(({ id, name, role }) => ({ id, told: name, role }));
}
