import type { Tx } from "@/lib/db/server";
import {
  CHANGES_BESIDE,
  type Hand,
  hand,
  handsOf,
  handsOfClaim,
  isChange,
  type LoggedAct,
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
  const evidence = await tx.evidence.findMany({
    where: { OR: [ends, { verdict: { statementId } }] },
    select: { addedById: true, sourceId: true },
    orderBy: { id: "asc" },
  });
  const speakers = [statement, ...hops].flatMap(({ speakerId }) => speakerId ?? []);
  // what evidence cites is read under the decision that rests on it
  const sources = [statement, ...hops, ...evidence].flatMap(({ sourceId }) => sourceId ?? []);
  const [assessments, verdicts, positions, decisions, checks, acts] = await Promise.all([
    tx.sourcingAssessment.findMany({
      where: { statementId },
      select: { assessedById: true },
      orderBy: { id: "asc" },
    }),
    tx.verdict.findMany({ where: { statementId }, select: { givenById: true }, orderBy: { id: "asc" } }),
    tx.position.findMany({ where: { statementId }, select: { takenById: true }, orderBy: { id: "asc" } }),
    tx.relationDecision.findMany({ where: ends, select: { madeById: true }, orderBy: { id: "asc" } }),
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
      select: { addedById: true, sourceId: true },
      orderBy: { id: "asc" },
    }),
    tx.claim.findUnique({ where: { id: claimId }, select: { createdById: true, slug: true } }),
    tx.auditEntry.findMany({
      where: { subjectType: "claim", subjectId: claimId, action: { in: [...WORDED] } },
      select: { actorId: true, action: true, seq: true },
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
  // what its evidence cites is public under it
  const renamed = await tx.auditEntry.findMany({
    where: {
      seq: { gt: worded[0]?.seq ?? 0 },
      subjectType: "source",
      subjectId: { in: evidence.flatMap(({ sourceId }) => sourceId ?? []) },
      action: { in: [...CHANGES_BESIDE.source] },
    },
    select: { actorId: true, before: true, after: true },
    orderBy: { seq: "asc" },
  });
  const records = [
    hand(claim?.createdById, "wrote"),
    ...positions.map(({ takenById }) => hand(takenById, "positioned")),
    ...verdicts.map(({ givenById }) => hand(givenById, "judged")),
    ...evidence.map(({ addedById }) => hand(addedById, "evidenced")),
    ...renamed.filter(isChange).map(({ actorId }) => hand(actorId, "named")),
  ].filter((one) => one !== null);
  return handsOfClaim({ records, acts: [...worded, ...ofThis] });
}
