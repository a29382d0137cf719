import type { Tx } from "@/lib/db/server";
import {
  CHANGES_BESIDE,
  type Hand,
  hand,
  handsOf,
  handsOfClaim,
  isChange,
  type LoggedAct,
  NO_HAND,
  POSITION_WITHDRAWN,
  PUBLISHES,
  WORDED,
} from "./model";

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

/** Everyone who had a hand in the version at hand of a statement, from its records and from the log: see `handsOf`. */
export async function handsOnStatement(tx: HandReader, statementId: string): Promise<Hand[]> {
  const statement = await tx.statement.findUnique({
    where: { id: statementId },
    select: {
      capturedById: true,
      publishedVersion: true,
      speakerId: true,
      sourceId: true,
      hops: { orderBy: { ordinal: "asc" }, select: { speakerId: true, sourceId: true } },
      anchors: { orderBy: { id: "asc" }, select: { edition: { select: { createdById: true } } } },
      review: { select: { assigneeId: true, submittedById: true } },
      relationsFrom: { select: { id: true }, orderBy: { id: "asc" } },
      relationsTo: { select: { id: true }, orderBy: { id: "asc" } },
    },
  });
  if (!statement) return [];
  const { anchors, hops, review, capturedById } = statement;
  const ties = [...statement.relationsFrom, ...statement.relationsTo].map(({ id }) => id);
  if (statement.publishedVersion !== null) {
    const acts = await readActs(tx, { statementId, ties, afterSeq: await lastPublication(tx, statementId) });
    return handsOf({ isPublished: true, records: [], acts });
  }
  const ends = { relationId: { in: ties } };
  const speakers = [statement, ...hops].flatMap(({ speakerId }) => speakerId ?? []);
  const sources = [statement, ...hops].flatMap(({ sourceId }) => sourceId ?? []);
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
    readActs(tx, { statementId, ties, speakers, sources }),
  ]);
  const records = [
    hand(capturedById, "captured"),
    // whether the words are right is read off this text
    ...anchors.map(({ edition }) => hand(edition.createdById, "brought")),
    hand(review?.assigneeId, "assigned"),
    hand(review?.submittedById, "submitted"),
    ...assessments.map(({ assessedById }) => hand(assessedById, "assessed")),
    ...verdicts.map(({ givenById }) => hand(givenById, "judged")),
    ...positions.map(({ takenById }) => hand(takenById, "positioned")),
    ...decisions.map(({ madeById }) => hand(madeById, "related")),
    ...evidence.map(({ addedById }) => hand(addedById, "evidenced")),
    ...checks.map(({ checkedById }) => hand(checkedById, "checked")),
  ].filter((one) => one !== null);
  return handsOf({ isPublished: false, records, acts });
}

/**
 * Which of these statements, at most some hundred of which nothing is public, somebody had a hand in: as
 * `handsOnStatement` tells of each, read for all at once.
 */
export async function listTouchedBy(
  tx: HandReader & Pick<Tx, "relation">,
  actorId: string,
  statementIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const tied = {
    OR: [{ decisions: { some: { madeById: actorId } } }, { evidence: { some: { addedById: actorId } } }],
  };
  const recorded = await tx.statement.findMany({
    where: {
      id: { in: [...statementIds] },
      OR: [
        { capturedById: actorId },
        { anchors: { some: { edition: { createdById: actorId } } } },
        { review: { OR: [{ assigneeId: actorId }, { submittedById: actorId }] } },
        { review: { checks: { some: { checkedById: actorId } } } },
        { assessments: { some: { assessedById: actorId } } },
        {
          verdicts: {
            some: { OR: [{ givenById: actorId }, { evidence: { some: { addedById: actorId } } }] },
          },
        },
        { positions: { some: { takenById: actorId } } },
        { relationsFrom: { some: tied } },
        { relationsTo: { some: tied } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const touched = new Set(recorded.map(({ id }) => id));
  // of the others more is asked
  const others = statementIds.filter((id) => !touched.has(id));
  const ids = { in: others };
  const [relations, named] = await Promise.all([
    tx.relation.findMany({
      where: { OR: [{ fromId: ids }, { toId: ids }] },
      select: { id: true, fromId: true, toId: true },
      orderBy: { id: "asc" },
    }),
    tx.statement.findMany({
      where: { id: ids },
      select: {
        id: true,
        speakerId: true,
        sourceId: true,
        hops: { orderBy: { ordinal: "asc" }, select: { speakerId: true, sourceId: true } },
      },
      orderBy: { id: "asc" },
    }),
  ]);
  const on = (subjectType: string, subjects: readonly string[]) => ({
    ...{ subjectType, subjectId: { in: [...new Set(subjects)] } },
  });
  const namedBy = named.map(({ id, hops, ...statement }) => ({
    id,
    subjects: [statement, ...hops].flatMap(({ speakerId, sourceId }) =>
      [speakerId ?? [], sourceId ?? []].flat(),
    ),
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

async function lastPublication(tx: HandReader, statementId: string): Promise<number> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectType: "statement", subjectId: statementId, action: { in: [...PUBLISHES] } },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return last?.seq ?? 0;
}

interface Wanted {
  readonly statementId: string;
  readonly ties: readonly string[];
  readonly speakers?: readonly string[];
  readonly sources?: readonly string[];
  readonly afterSeq?: number;
}

/** The acts on a statement, on its relations, and on what it names, in the order of the log. */
async function readActs(
  tx: HandReader,
  { statementId, ties, speakers = [], sources = [], afterSeq = 0 }: Wanted,
): Promise<LoggedAct[]> {
  // AuditEntry(subjectType, subjectId, seq)
  const found = await tx.auditEntry.findMany({
    where: {
      seq: { gt: afterSeq },
      OR: [
        { subjectType: "statement", subjectId: statementId },
        { subjectType: "relation", subjectId: { in: [...ties] } },
        {
          subjectType: "speaker",
          subjectId: { in: [...speakers] },
          action: { in: [...CHANGES_BESIDE.speaker] },
        },
        {
          subjectType: "source",
          subjectId: { in: [...sources] },
          action: { in: [...CHANGES_BESIDE.source] },
        },
      ],
    },
    select: { subjectType: true, actorId: true, action: true, before: true, after: true },
    orderBy: { seq: "asc" },
  });
  return found.map(({ subjectType, ...act }) => ({ ...act, on: ON[subjectType] ?? "beside" }));
}

const ON: Readonly<Record<string, LoggedAct["on"]>> = { statement: "statement", relation: "relation" };

/** Everyone who had a hand in a claim, from its records and from the log: see `handsOfClaim`. */
export async function handsOnClaim(tx: HandReader, claimId: string): Promise<Hand[]> {
  const [positions, verdicts, evidence, claim, worded] = await Promise.all([
    tx.position.findMany({
      where: { claimId },
      select: { takenById: true, statementId: true },
      orderBy: { id: "asc" },
    }),
    tx.verdict.findMany({ where: { claimId }, select: { givenById: true }, orderBy: { id: "asc" } }),
    tx.evidence.findMany({
      where: { OR: [{ claimId }, { verdict: { claimId } }] },
      select: { addedById: true },
      orderBy: { id: "asc" },
    }),
    tx.claim.findUnique({ where: { id: claimId }, select: { createdById: true, slug: true } }),
    tx.auditEntry.findMany({
      where: { subjectType: "claim", subjectId: claimId, action: { in: [...WORDED] } },
      select: { actorId: true, action: true },
      orderBy: { seq: "asc" },
    }),
  ]);
  const statements = [...new Set(positions.map(({ statementId }) => statementId))];
  // AuditEntry(subjectType, subjectId, seq); told with the statement, and of which claim stands in it
  const withdrawn = await tx.auditEntry.findMany({
    where: { subjectType: "statement", subjectId: { in: statements }, action: POSITION_WITHDRAWN },
    select: { actorId: true, action: true, before: true },
    orderBy: { seq: "asc" },
  });
  const ofThis = withdrawn.filter(
    ({ before }) => (JSON.parse(before ?? "{}") as { claim?: string }).claim === claim?.slug,
  );
  const records = [
    hand(claim?.createdById, "wrote"),
    ...positions.map(({ takenById }) => hand(takenById, "positioned")),
    ...verdicts.map(({ givenById }) => hand(givenById, "judged")),
    ...evidence.map(({ addedById }) => hand(addedById, "evidenced")),
  ].filter((one) => one !== null);
  return handsOfClaim({ records, acts: [...worded, ...ofThis] });
}
