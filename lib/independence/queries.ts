import type { Tx } from "@/lib/db/server";
import { type Hand, NO_HAND, PUBLISHES, type Work, workOf } from "./model";

/** What the hands are read from, inside the caller's transaction. */
export type HandReader = Pick<
  Tx,
  | "statement"
  | "sourcingAssessment"
  | "verdict"
  | "position"
  | "relationDecision"
  | "evidence"
  | "reviewCheck"
  | "auditEntry"
  | "claim"
>;

/**
 * Everyone who had a hand in the version at hand of a statement, superseded records included: from the records, and from
 * the log of acts where an act leaves no other record. Once something is published the version at hand begins after it,
 * in the order of the log, which no clock can confuse.
 */
export async function handsOnStatement(tx: HandReader, statementId: string): Promise<Hand[]> {
  const statement = await tx.statement.findUnique({
    where: { id: statementId },
    select: {
      capturedById: true,
      publishedVersion: true,
      review: { select: { assigneeId: true, submittedById: true } },
      relationsFrom: { select: { id: true }, orderBy: { id: "asc" } },
      relationsTo: { select: { id: true }, orderBy: { id: "asc" } },
    },
  });
  if (!statement) return [];
  const ties = [...statement.relationsFrom, ...statement.relationsTo].map(({ id }) => id);
  if (statement.publishedVersion !== null) {
    const last = await tx.auditEntry.findFirst({
      where: { subjectType: "statement", subjectId: statementId, action: { in: [...PUBLISHES] } },
      orderBy: { seq: "desc" },
      select: { seq: true },
    });
    return distinct(await handsOfActs(tx, statementId, ties, last?.seq ?? 0));
  }
  const ends = { relationId: { in: ties } };
  const [assessments, verdicts, positions, decisions, evidence, checks, acts] = await Promise.all([
    tx.sourcingAssessment.findMany({
      where: { statementId },
      select: { assessedById: true },
      orderBy: { id: "asc" },
    }),
    tx.verdict.findMany({ where: { statementId }, select: { givenById: true }, orderBy: { id: "asc" } }),
    tx.position.findMany({ where: { statementId }, select: { takenById: true }, orderBy: { id: "asc" } }),
    tx.relationDecision.findMany({ where: ends, select: { madeById: true }, orderBy: { id: "asc" } }),
    tx.evidence.findMany({
      where: { OR: [ends, { verdict: { statementId } }] },
      select: { addedById: true },
      orderBy: { id: "asc" },
    }),
    tx.reviewCheck.findMany({
      where: { review: { statementId } },
      select: { checkedById: true },
      orderBy: { id: "asc" },
    }),
    handsOfActs(tx, statementId, ties, 0),
  ]);
  return distinct([
    hand(statement.capturedById, "captured"),
    hand(statement.review?.assigneeId, "assigned"),
    hand(statement.review?.submittedById, "submitted"),
    ...assessments.map(({ assessedById }) => hand(assessedById, "assessed")),
    ...verdicts.map(({ givenById }) => hand(givenById, "judged")),
    ...positions.map(({ takenById }) => hand(takenById, "positioned")),
    ...decisions.map(({ madeById }) => hand(madeById, "related")),
    ...evidence.map(({ addedById }) => hand(addedById, "evidenced")),
    ...checks.map(({ checkedById }) => hand(checkedById, "checked")),
    ...acts,
  ]);
}

async function handsOfActs(
  tx: HandReader,
  statementId: string,
  ties: readonly string[],
  afterSeq: number,
): Promise<(Hand | null)[]> {
  const seq = { gt: afterSeq };
  const [acts, decisions] = await Promise.all([
    // AuditEntry(subjectType, subjectId, seq)
    tx.auditEntry.findMany({
      where: { subjectType: "statement", subjectId: statementId, seq },
      select: { actorId: true, action: true, after: true },
      orderBy: { seq: "asc" },
    }),
    tx.auditEntry.findMany({
      where: { subjectType: "relation", subjectId: { in: [...ties] }, seq },
      select: { actorId: true },
      orderBy: { seq: "asc" },
    }),
  ]);
  return [...acts.map(handOfAct), ...decisions.map(({ actorId }) => hand(actorId, "related"))];
}

/** Everyone who had a hand in a claim: who wrote it, put it in other words, took a position on it or judged it. */
export async function handsOnClaim(tx: HandReader, claimId: string): Promise<Hand[]> {
  const [claim, positions, verdicts, evidence, acts] = await Promise.all([
    tx.claim.findUnique({ where: { id: claimId }, select: { createdById: true } }),
    tx.position.findMany({ where: { claimId }, select: { takenById: true }, orderBy: { id: "asc" } }),
    tx.verdict.findMany({ where: { claimId }, select: { givenById: true }, orderBy: { id: "asc" } }),
    tx.evidence.findMany({
      where: { OR: [{ claimId }, { verdict: { claimId } }] },
      select: { addedById: true },
      orderBy: { id: "asc" },
    }),
    tx.auditEntry.findMany({
      where: {
        subjectType: "claim",
        subjectId: claimId,
        action: { in: ["claim.created", "claim.rephrased"] },
      },
      select: { actorId: true, action: true },
      orderBy: { seq: "asc" },
    }),
  ]);
  return distinct([
    hand(claim?.createdById, "wrote"),
    ...positions.map(({ takenById }) => hand(takenById, "positioned")),
    ...verdicts.map(({ givenById }) => hand(givenById, "judged")),
    ...evidence.map(({ addedById }) => hand(addedById, "evidenced")),
    ...acts.map(({ actorId, action }) => hand(actorId, action === "claim.created" ? "wrote" : "edited")),
  ]);
}

function handOfAct({
  actorId,
  action,
  after,
}: {
  actorId: string | null;
  action: string;
  after: string | null;
}): Hand | null {
  // giving it to somebody is no hand in it; having been given it is
  if (action === "review.assign") {
    const { assigneeId } = JSON.parse(after ?? "{}") as { assigneeId?: string };
    return hand(assigneeId, "assigned");
  }
  return NO_HAND.includes(action) ? null : hand(actorId, workOf(action));
}

function hand(actorId: string | null | undefined, work: Work): Hand | null {
  return actorId ? { actorId, work } : null;
}

function distinct(hands: readonly (Hand | null)[]): Hand[] {
  const known = new Map(hands.flatMap((one) => (one ? [[`${one.actorId} ${one.work}`, one]] : [])));
  return [...known.values()];
}
