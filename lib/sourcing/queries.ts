import { namesHeld } from "@/lib/accounts/server";
import type { Actor } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { db, type Tx } from "@/lib/db/server";
import { titlesFor } from "@/lib/sources/server";
import {
  DECIDED_RELATIONS,
  listedStatements,
  seesUnpublished,
  visibleStatements,
} from "@/lib/visibility/server";
import { type Corroboration, corroborationOfReports, type Report } from "./model";

export type Sourcing = NonNullable<Awaited<ReturnType<typeof latestSourcing>>>;

/** The standing assessment of a statement with its facets as lists, or null while nobody has assessed it. */
export async function latestSourcing(actor: Actor, statementId: string) {
  const found = await db.sourcingAssessment.findFirst({
    where: { statement: { AND: [statementRef(statementId), visibleStatements(actor)] }, supersededAt: null },
    orderBy: { assessedAt: "desc" },
    include: { facets: { orderBy: { value: "asc" } } },
  });
  if (!found) return null;
  const { note, ...assessment } = withFacets(found);
  const nameOf = await namesHeld(seesUnpublished(actor) ? [assessment.assessedById] : []);
  return {
    ...assessment,
    // written for colleagues
    note: seesUnpublished(actor) ? note : "",
    assessedBy: nameOf(assessment.assessedById, assessment.assessedAt),
  };
}

/** The same of many statements by their internal ids, without what colleagues wrote of it. */
export async function latestSourcingOfEach(actor: Actor, statementIds: readonly string[]) {
  // SourcingAssessment(statementId, supersededAt, …)
  const found = await db.sourcingAssessment.findMany({
    where: {
      statementId: { in: [...statementIds] },
      supersededAt: null,
      statement: visibleStatements(actor),
    },
    orderBy: [{ assessedAt: "asc" }, { id: "asc" }],
    include: { facets: { orderBy: { value: "asc" } } },
  });
  return found.map((one) => {
    const { note: _, assessedById: __, ...assessment } = withFacets(one);
    return assessment;
  });
}

function withFacets<A extends { readonly facets: readonly { facet: string; value: string }[] }>({
  facets,
  ...assessment
}: A) {
  const valuesOf = (facet: string) => facets.filter((one) => one.facet === facet).map(({ value }) => value);
  return {
    ...assessment,
    wordingBasis: valuesOf("wordingBasis"),
    interest: valuesOf("interest"),
    sensitivity: valuesOf("sensitivity"),
  };
}

const MOST_GRADES = 20;

/**
 * How reliable reviewers judged what an outlet published, over the statements that a list shows the actor: how often each letter stands, and the
 * newest that judge. Letters are counted and never averaged.
 */
export async function listGradesOfOutlet(actor: Actor, outletId: string) {
  const where = {
    supersededAt: null,
    statement: { AND: [visibleStatements(actor), listedStatements(actor), { source: { outletId } }] },
  };
  const counts = await db.sourcingAssessment.groupBy({
    by: ["reliability"],
    where,
    ...{ _count: true, orderBy: { reliability: "asc" } },
  });
  const newest = await db.sourcingAssessment.findMany({
    where: { ...where, reliability: { not: "F" } },
    orderBy: [{ assessedAt: "desc" }, { id: "desc" }],
    take: MOST_GRADES,
    select: {
      ...{ id: true, reliability: true, credibility: true, assessedAt: true },
      statement: {
        select: {
          publicId: true,
          source: { select: { publicId: true, title: true, language: true } },
        },
      },
    },
  });
  const titled = await titlesFor(
    actor,
    newest.map(({ statement }) => statement.source),
  );
  return {
    counts: counts.map(({ reliability, _count }) => ({ reliability, count: _count })),
    newest: newest.map(({ statement, ...one }) => ({
      ...one,
      statement: { ...statement, source: titled(statement.source) },
    })),
  };
}

/**
 * Another statement of the same source that is assessed, the same speaker's first, then the newest assessment; null when
 * there is none. What was judged of the source and its way here is mostly the same again.
 */
export async function findAssessedAlike(actor: Actor, statementId: string): Promise<string | null> {
  const visible = visibleStatements(actor);
  const statement = await db.statement.findFirst({
    where: { AND: [statementRef(statementId), visible] },
    select: { id: true, sourceId: true, speakerId: true },
  });
  if (!statement) return null;
  const { id, sourceId, speakerId } = statement;
  const alike = (own: object) =>
    db.sourcingAssessment.findFirst({
      where: { supersededAt: null, statement: { AND: [{ sourceId, id: { not: id }, ...own }, visible] } },
      orderBy: [{ assessedAt: "desc" }, { id: "desc" }],
      select: { statement: { select: { publicId: true } } },
    });
  const found = (speakerId === null ? null : await alike({ speakerId })) ?? (await alike({}));
  return found?.statement.publicId ?? null;
}

/** How far a statement is corroborated, over the decided relations between statements that the actor may see. */
export async function corroborationOf(actor: Actor, statementId: string): Promise<Corroboration> {
  const visible = visibleStatements(actor);
  return computeCorroboration(db, statementId, visible);
}

/** The same inside a transaction, over everything that the desk holds: what a guard judges. */
export async function corroborationWithin(
  tx: Pick<Tx, "statement" | "relation">,
  statementId: string,
): Promise<Corroboration> {
  return computeCorroboration(tx, statementId, {});
}

async function computeCorroboration(
  client: Pick<Tx, "statement" | "relation">,
  statementId: string,
  visible: ReturnType<typeof visibleStatements>,
): Promise<Corroboration> {
  const decided = { state: { in: [...DECIDED_RELATIONS] } };
  const supporting = { ...decided, type: { in: ["corroborates", "same_utterance"] } };
  const statement = await client.statement.findFirst({
    where: { AND: [statementRef(statementId), visible] },
    select: {
      ...REPORT,
      relationsFrom: {
        where: { ...supporting, to: visible },
        select: { to: { select: REPORT } },
        orderBy: { id: "asc" },
      },
      relationsTo: {
        where: { ...supporting, from: visible },
        select: { from: { select: REPORT } },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!statement) return "none";
  const supporters = [
    ...statement.relationsFrom.map(({ to }) => toReport(to)),
    ...statement.relationsTo.map(({ from }) => toReport(from)),
  ];
  const ids = [statement.id, ...supporters.map(({ id }) => id)];
  const derived = await client.relation.findMany({
    where: { ...decided, type: "derives_from", fromId: { in: ids }, toId: { in: ids } },
    select: { fromId: true, toId: true },
    orderBy: { id: "asc" },
  });
  return corroborationOfReports(
    toReport(statement),
    supporters,
    derived.map(({ fromId, toId }) => [fromId, toId] as const),
  );
}

const REPORT = {
  id: true,
  sourceId: true,
  assessments: {
    where: { supersededAt: null },
    take: 1,
    select: { origin: true, proximity: true },
    orderBy: { id: "asc" },
  },
} as const;

interface Reported {
  readonly id: string;
  readonly sourceId: string;
  readonly assessments: readonly { readonly origin: string; readonly proximity: string }[];
}

function toReport({ id, sourceId, assessments }: Reported): Report {
  const [assessment] = assessments;
  return { id, sourceId, origin: assessment?.origin ?? null, proximity: assessment?.proximity ?? null };
}
