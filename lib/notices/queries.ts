import type { Actor } from "@/lib/auth";
import { among, db, type Prisma, type Tx } from "@/lib/db/server";
import {
  DECIDED_RELATIONS,
  MADE_PUBLIC,
  PUBLIC_CLAIM_STATES,
  sealedStatements,
  seesUnpublished,
  visibleClaims,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";
import { listFormerSpeakers } from "./former-speakers";
import { type Place, type Read, withoutHiddenNames, withoutWords } from "./hidden-names";
import type { Change, Subject, SubjectType } from "./model";

/** What whether something is public is read from. */
export type Reading = Pick<
  Tx,
  "speaker" | "source" | "outlet" | "story" | "claim" | "statement" | "relation"
>;

/** Whether the public can read the thing, or could before it was retracted or withdrawn. */
export function isPublic(subject: Subject): Promise<boolean> {
  return PUBLIC[subject.type](db, subject.id);
}

/** `isPublic` as a transaction reads it. */
export function isPublicIn(tx: Tx, subject: Subject): Promise<boolean> {
  return arePublic(tx, [subject]);
}

/** Whether all of these are public, as the transaction reads them. */
export async function arePublic(tx: Reading, subjects: readonly Subject[]): Promise<boolean> {
  for (const { type, id } of subjects) if (!(await PUBLIC[type](tx, id))) return false;
  return true;
}

const shown = { some: { statement: MADE_PUBLIC } } as const;
const decidedInPublic = {
  state: { in: [...DECIDED_RELATIONS] },
  from: MADE_PUBLIC,
  to: MADE_PUBLIC,
} as const satisfies Prisma.RelationWhereInput;

/** A source is read where its statements stand, where an attribution relies on it, and under a decision as evidence. */
const publicSource = {
  OR: [
    { statements: { some: MADE_PUBLIC } },
    { hops: shown },
    { evidence: { some: { verdict: { supersededAt: null, statement: MADE_PUBLIC } } } },
    {
      evidence: {
        some: { verdict: { supersededAt: null, claim: { state: { in: [...PUBLIC_CLAIM_STATES] } } } },
      },
    },
    { evidence: { some: { relation: decidedInPublic } } },
  ],
} as const satisfies Prisma.SourceWhereInput;

const PUBLIC: Readonly<Record<SubjectType, (tx: Reading, id: string) => Promise<boolean>>> = {
  speaker: async (tx, id) =>
    (await tx.speaker.count({
      where: {
        id,
        OR: [
          { statements: { some: MADE_PUBLIC } },
          { hops: shown },
          { members: { some: { speaker: { statements: { some: MADE_PUBLIC } } } } },
        ],
      },
    })) > 0,
  source: async (tx, id) => (await tx.source.count({ where: { id, ...publicSource } })) > 0,
  outlet: async (tx, id) => (await tx.outlet.count({ where: { id, sources: { some: publicSource } } })) > 0,
  story: async (tx, id) =>
    (await tx.story.count({
      where: { id, OR: [{ withdrawnAt: { not: null } }, { statements: { some: MADE_PUBLIC } }] },
    })) > 0,
  claim: async (tx, id) =>
    (await tx.claim.count({ where: { id, state: { in: [...PUBLIC_CLAIM_STATES] } } })) > 0,
  statement: async (tx, id) => (await tx.statement.count({ where: { id, ...MADE_PUBLIC } })) > 0,
  relation: async (tx, id) => (await tx.relation.count({ where: { id, ...decidedInPublic } })) > 0,
};

export type ShownNotice = Awaited<ReturnType<typeof listNotices>>[number];

const MOST = 100;

/** The notices that the page of one thing shows, newest first, at most 100. */
export function listNotices(actor: Actor, { type, id }: Subject) {
  return readNotices(actor, { places: { some: { subjectType: type, subjectId: id } } });
}

/**
 * The notices that a statement's page shows, newest first: its own, and since it was published those of the speaker,
 * source, outlet, story, claims and attributions that the page names.
 */
export async function listNoticesOnStatement(actor: Actor, statementId: string) {
  const statement = await db.statement.findFirst({
    where: { AND: [{ id: statementId }, visibleStatements(actor)] },
    select: {
      speakerId: true,
      sourceId: true,
      storyId: true,
      publishedAt: true,
      source: { select: { outletId: true } },
      hops: { orderBy: { ordinal: "asc" }, select: { speakerId: true, sourceId: true } },
      positions: {
        orderBy: { id: "asc" },
        where: { claim: { state: { in: [...PUBLIC_CLAIM_STATES] } } },
        select: { claimId: true },
      },
    },
  });
  if (!statement?.publishedAt) return [];
  const { speakerId, sourceId, storyId, source, hops, positions, publishedAt } = statement;
  // a voice between that is not public keeps its printed name and nothing else (docs/decisions/015)
  const through = { id: { in: hops.flatMap((hop) => hop.speakerId ?? []) } };
  const reliedOn = { id: { in: hops.flatMap((hop) => hop.sourceId ?? []) } };
  const [former, voices, sources] = await Promise.all([
    listFormerSpeakers({ statementId, speakerId }),
    db.speaker.findMany({
      where: { AND: [through, visibleSpeakers(actor)] },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
    db.source.findMany({
      where: { AND: [reliedOn, visibleSources(actor)] },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
  ]);
  const at = (subjectType: SubjectType, ids: readonly (string | null)[]) => ({
    places: { some: { subjectType, subjectId: { in: ids.filter((id) => id !== null) } } },
  });
  return readNotices(actor, {
    OR: [
      at("statement", [statementId]),
      {
        givenAt: { gte: publishedAt },
        OR: [
          at("speaker", [speakerId, ...voices.map((voice) => voice.id)]),
          // whose it was before keeps what was told of them until then
          ...former.map(({ id, until }) => ({ AND: [at("speaker", [id]), { givenAt: { lte: until } }] })),
          at("source", [sourceId, ...sources.map((one) => one.id)]),
          at("outlet", [source.outletId]),
          // of a story its own name and standing, not what else was put into it
          {
            subjectType: "story",
            subjectId: { in: storyId === null ? [] : [storyId] },
            places: { every: { subjectType: "story" } },
          },
          // of a claim what was changed in the claim itself, not the positions that others take on it
          {
            subjectType: "claim",
            subjectId: { in: positions.map(({ claimId }) => claimId) },
            places: { none: { subjectType: "statement" } },
          },
        ],
      },
    ],
  });
}

async function readNotices(actor: Actor, where: Prisma.NoticeWhereInput) {
  // NoticePlace(subjectType, subjectId)
  const found = await db.notice.findMany({
    where,
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      id: true,
      subjectType: true,
      subjectId: true,
      changes: true,
      note: true,
      givenAt: true,
      places: {
        orderBy: [{ subjectType: "asc" }, { subjectId: "asc" }],
        select: { subjectType: true, subjectId: true },
      },
    },
  });
  // a notice names all that it is shown at; while one of them is hidden, so is the tie between them
  const seen = await seenPlaces(
    actor,
    found.flatMap(({ places }) => places),
  );
  const shown = found
    .filter(({ places }) => places.every(seen))
    .map(({ changes, subjectType, ...notice }) => ({
      ...notice,
      subjectType: subjectType as SubjectType,
      changes: JSON.parse(changes) as Change[],
    }));
  const told = await withoutSealedTitles(actor, await withoutHiddenNames(shown));
  return told.map(({ subjectId: _, places: __, ...notice }) => notice);
}

/** Which places of notices the actor may know of: those that they can read, or whose address answers with a notice. */
export async function seenPlaces(actor: Actor, places: readonly Place[]): Promise<(place: Place) => boolean> {
  if (seesUnpublished(actor)) return () => true;
  const idsOf = (type: SubjectType) => [
    ...new Set(places.filter(({ subjectType }) => subjectType === type).map((one) => one.subjectId)),
  ];
  const those = (type: SubjectType) => ({ id: among(idsOf(type)) });
  const [statements, claims, stories] = await Promise.all([
    db.statement.findMany({
      where: { AND: [those("statement"), visibleStatements(actor)] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    db.claim.findMany({
      where: { AND: [those("claim"), { OR: [visibleClaims(actor), { state: "withdrawn" }] }] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    db.story.findMany({
      where: { AND: [those("story"), { OR: [visibleStories(actor), { withdrawnAt: { not: null } }] }] },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  ]);
  const known: Partial<Record<string, Set<string>>> = {
    statement: new Set(statements.map(({ id }) => id)),
    claim: new Set(claims.map(({ id }) => id)),
    story: new Set(stories.map(({ id }) => id)),
  };
  return ({ subjectType, subjectId }) => known[subjectType]?.has(subjectId) ?? true;
}

/**
 * A notice at a source that holds words which are off the record or under an embargo keeps its day and what it was about,
 * and loses its words: a title that was changed because it told them would tell them here.
 */
async function withoutSealedTitles<T extends Read>(actor: Actor, notices: readonly T[]): Promise<T[]> {
  const sealed = sealedStatements(actor);
  const sourcesAt = ({ places }: T) =>
    places.filter(({ subjectType }) => subjectType === "source").map(({ subjectId }) => subjectId);
  const ids = [...new Set(notices.flatMap(sourcesAt))];
  if (!sealed || ids.length === 0) return [...notices];
  const found = await db.source.findMany({
    where: { id: { in: ids }, statements: { some: sealed } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const holding = new Set(found.map(({ id }) => id));
  return notices.map((one) => (sourcesAt(one).some((id) => holding.has(id)) ? withoutWords(one) : one));
}
