import type { Tx } from "@/lib/db/server";
import { CHANGES_BESIDE, isChange, NO_HAND, NOTHING_GIVEN } from "./model";

type Reader = Pick<
  Tx,
  | "statement"
  | "anchor"
  | "review"
  | "reviewCheck"
  | "sourcingAssessment"
  | "verdict"
  | "position"
  | "relation"
  | "relationDecision"
  | "evidence"
  | "auditEntry"
>;

/**
 * Which of these statements, at most some hundred of which nothing is public, somebody had a hand in: as
 * `handsOnStatement` tells of each, read for all at once. Every table is asked by the ids at hand: as conditions of one
 * query PostgreSQL reads all verdicts, anchors and positions that there are, to learn which are the actor's.
 */
export async function listTouchedBy(
  tx: Reader,
  actorId: string,
  statementIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const relations = await relationsOf(tx, statementIds);
  const touched = new Set(await recordedBy(tx, actorId, { statementIds, relations }));
  // of the others more is asked
  const others = statementIds.filter((id) => !touched.has(id));
  const named = await tx.statement.findMany({
    where: { id: { in: others } },
    select: {
      id: true,
      speakerId: true,
      sourceId: true,
      hops: { orderBy: { ordinal: "asc" }, select: { speakerId: true, sourceId: true } },
    },
    orderBy: { id: "asc" },
  });
  const cited = await citedBy(tx, { statementIds: others, relations });
  const on = (subjectType: string, subjects: readonly string[]) => ({
    ...{ subjectType, subjectId: { in: [...new Set(subjects)] } },
  });
  const namedBy = named.map(({ id, hops, ...statement }) => ({
    id,
    subjects: [
      ...[statement, ...hops].flatMap(({ speakerId, sourceId }) => [speakerId ?? [], sourceId ?? []].flat()),
      ...(cited.get(id) ?? []),
    ],
  }));
  const nameIds = namedBy.flatMap(({ subjects }) => subjects);
  // AuditEntry(subjectType, subjectId, seq)
  const acts = await tx.auditEntry.findMany({
    where: {
      OR: [
        { actorId, ...on("statement", others), action: { notIn: [...NO_HAND] } },
        { ...on("statement", others), action: "review.assign", after: { contains: actorId } },
        {
          actorId,
          ...on(
            "relation",
            relations.map(({ id }) => id),
          ),
          action: { notIn: [...NOTHING_GIVEN] },
        },
        { actorId, ...on("speaker", nameIds), action: { in: [...CHANGES_BESIDE.speaker] } },
        { actorId, ...on("source", nameIds), action: { in: [...CHANGES_BESIDE.source] } },
      ],
    },
    select: { subjectType: true, subjectId: true, seq: true, before: true, after: true },
    orderBy: { seq: "asc" },
  });
  const acted = new Map(
    acts.flatMap((act) =>
      act.subjectType === "relation" || isChange(act) ? [[act.subjectId, act.seq] as const] : [],
    ),
  );
  for (const { subjectType, subjectId } of acts) if (subjectType === "statement") touched.add(subjectId);
  for (const { id, fromId, toId } of relations)
    if (acted.has(id)) for (const end of [fromId, toId]) touched.add(end);
  // what names a statement counts when it was changed after the capture: the order of the log tells
  const renamed = namedBy.filter(
    ({ id, subjects }) => !touched.has(id) && subjects.some((one) => acted.has(one)),
  );
  const captures = await tx.auditEntry.findMany({
    where: {
      ...on(
        "statement",
        renamed.map(({ id }) => id),
      ),
      action: "statement.captured",
    },
    select: { subjectId: true, seq: true },
    // of several the first is kept
    orderBy: { seq: "desc" },
  });
  const capturedAt = new Map(captures.map(({ subjectId, seq }) => [subjectId, seq]));
  for (const { id, subjects } of renamed) {
    const since = capturedAt.get(id) ?? 0;
    if (subjects.some((one) => (acted.get(one) ?? 0) > since)) touched.add(id);
  }
  return touched;
}

interface Tie {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
}

function relationsOf(tx: Reader, statementIds: readonly string[]): Promise<Tie[]> {
  const ids = { in: [...statementIds] };
  // Relation(fromId, state), Relation(toId, state)
  return tx.relation.findMany({
    where: { OR: [{ fromId: ids }, { toId: ids }] },
    select: { id: true, fromId: true, toId: true },
    orderBy: { id: "asc" },
  });
}

/** The sources that evidence of these statements, or of relations of theirs, cites, by statement. */
async function citedBy(
  tx: Reader,
  { statementIds, relations }: { statementIds: readonly string[]; relations: readonly Tie[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const orderBy = { id: "asc" } as const;
  const isCited = { sourceId: { not: null } } as const;
  const ties = new Map(relations.map(({ id, fromId, toId }) => [id, [fromId, toId]]));
  const [judged, tied] = await Promise.all([
    tx.evidence.findMany({
      where: { ...isCited, verdict: { statementId: { in: [...statementIds] } } },
      select: { sourceId: true, verdict: { select: { statementId: true } } },
      orderBy,
    }),
    tx.evidence.findMany({
      where: { ...isCited, relationId: { in: [...ties.keys()] } },
      select: { sourceId: true, relationId: true },
      orderBy,
    }),
  ]);
  const cited = new Map<string, string[]>();
  const add = (statementId: string, sourceId: string | null) =>
    cited.set(statementId, [...(cited.get(statementId) ?? []), ...(sourceId ? [sourceId] : [])]);
  for (const { sourceId, verdict } of judged) if (verdict?.statementId) add(verdict.statementId, sourceId);
  for (const { sourceId, relationId } of tied)
    for (const end of ties.get(relationId ?? "") ?? []) add(end, sourceId);
  return cited;
}

/** The statements of which a record names the actor. */
async function recordedBy(
  tx: Reader,
  actorId: string,
  { statementIds, relations }: { statementIds: readonly string[]; relations: readonly Tie[] },
): Promise<string[]> {
  const statementId = { in: [...statementIds] };
  const relationId = { in: relations.map(({ id }) => id) };
  const own = { statementId: true } as const;
  const tied = { relationId: true } as const;
  const orderBy = { id: "asc" } as const;
  const [captured, reviews, checks, evidence, ...each] = await Promise.all([
    tx.statement.findMany({
      where: { id: statementId, capturedById: actorId },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    tx.review.findMany({
      where: { statementId, OR: [{ assigneeId: actorId }, { submittedById: actorId }] },
      select: own,
      orderBy,
    }),
    tx.reviewCheck.findMany({
      where: { checkedById: actorId, review: { statementId } },
      select: { review: { select: { statementId: true } } },
      orderBy: { id: "asc" },
    }),
    tx.evidence.findMany({
      where: { addedById: actorId, verdict: { statementId } },
      select: { verdict: { select: { statementId: true } } },
      orderBy: { id: "asc" },
    }),
    tx.anchor.findMany({ where: { statementId, edition: { createdById: actorId } }, select: own, orderBy }),
    tx.sourcingAssessment.findMany({ where: { statementId, assessedById: actorId }, select: own, orderBy }),
    tx.verdict.findMany({ where: { statementId, givenById: actorId }, select: own, orderBy }),
    tx.position.findMany({ where: { statementId, takenById: actorId }, select: own, orderBy }),
  ]);
  const related = await Promise.all([
    tx.relationDecision.findMany({ where: { relationId, madeById: actorId }, select: tied, orderBy }),
    tx.evidence.findMany({ where: { relationId, addedById: actorId }, select: tied, orderBy }),
  ]);
  const ties = new Set(related.flat().map((one) => one.relationId));
  return [
    ...captured.map(({ id }) => id),
    ...[...reviews, ...each.flat()].flatMap((one) => one.statementId ?? []),
    ...checks.flatMap(({ review }) => review.statementId ?? []),
    ...evidence.flatMap(({ verdict }) => verdict?.statementId ?? []),
    ...relations.filter(({ id }) => ties.has(id)).flatMap(({ fromId, toId }) => [fromId, toId]),
  ];
}
