import type { Actor } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { countedOnce, db, type Prisma } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { type Count, noSuchPage, type PageRequest, takeOf } from "@/lib/paging";
import { readableEvidence, SHOWN_EVIDENCE } from "@/lib/sources/server";
import { slugsNow } from "@/lib/speakers/server";
import { FALLEN_STATES } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import {
  isShutOut,
  listedStatements,
  seesUnpublished,
  visibleRelations,
  visibleStatements,
} from "@/lib/visibility/server";
import { CONFLICT_TYPES, NO_CONFLICT } from "./model";

export type RelationRow = Prisma.RelationGetPayload<{ select: typeof RELATION }>;
export type RelatedStatement = RelationRow["from"];

/** Every relation of one statement whose other end the actor may see, conflicts and all; rejected ones left out. */
export async function listRelationsOf(actor: Actor, statementId: string) {
  const statement = await db.statement.findFirst({
    where: { AND: [statementRef(statementId), visibleStatements(actor)] },
    select: { id: true },
  });
  if (!statement) throw new NotFound(`Statement ${statementId}`);
  const found = await db.relation.findMany({
    where: {
      AND: [
        visibleRelations(actor),
        { state: { not: "rejected" }, OR: [{ fromId: statement.id }, { toId: statement.id }] },
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: RELATION,
  });
  return (await withReadableEvidence(actor, found)).map((relation) => {
    const isFrom = relation.fromId === statement.id;
    return { relation, isFrom, other: isFrom ? relation.to : relation.from };
  });
}

/** The same of many statements by their internal ids; a tie between two of them is given for each. */
export async function listRelationsOfEach(actor: Actor, statementIds: readonly string[]) {
  const ends = { in: [...statementIds] };
  // Relation(fromId, state), Relation(toId, state)
  const found = await db.relation.findMany({
    where: {
      AND: [visibleRelations(actor), { state: { not: "rejected" }, OR: [{ fromId: ends }, { toId: ends }] }],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: RELATION,
  });
  return (await withReadableEvidence(actor, found)).flatMap((relation) => [
    { statementId: relation.fromId, relation, isFrom: true, other: relation.to },
    { statementId: relation.toId, relation, isFrom: false, other: relation.from },
  ]);
}

/**
 * Which contradictions: those still to be worked on, or every one that the actor may see. A pair with a retracted or
 * declined statement is none, and neither is one that was resolved as a matter of different definitions.
 */
export interface ContradictionFilter {
  readonly isOpenOnly?: boolean;
  /** Speakers by slug: both ends when two are given. */
  readonly between?: readonly string[];
}

/** One page of contradictions, oldest first; `next` is the id to go on after. @throws {Refused} when `after` is none */
export async function listContradictions(
  actor: Actor,
  filter: ContradictionFilter = {},
  page: PageRequest = {},
): Promise<{ items: RelationRow[]; next: string | null }> {
  const take = takeOf(page);
  const past = await pastRelation(page.after);
  // Relation(state, createdAt, id)
  const parts = await Promise.all(
    (await partsOf(actor, filter)).map((part) =>
      db.relation.findMany({
        where: { AND: [part, past] },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: take + 1,
        select: { id: true, createdAt: true },
      }),
    ),
  );
  const ids = parts
    .flat()
    .sort(oldestFirst)
    .slice(0, take + 1);
  const found = await db.relation.findMany({
    where: { AND: [visibleRelations(actor), { id: { in: ids.map(({ id }) => id) } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: RELATION,
  });
  const items = await withReadableEvidence(actor, found.slice(0, take));
  return { items, next: found.length > take ? (items.at(-1)?.publicId ?? null) : null };
}

/** The contradictions that somebody confirmed and nobody resolved, newest first, so that an old one does not lead for ever. */
export async function listNewestContradictions(
  actor: Actor,
  { take }: { take: number },
): Promise<RelationRow[]> {
  // Relation(state, createdAt, id)
  const found = await db.relation.findMany({
    where: conflictsFor(actor, { isOpenOnly: true }),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: RELATION,
  });
  return withReadableEvidence(actor, found);
}

/**
 * One page of contradictions with how many there are. A list that ends on its first page is counted as it was read.
 * @throws {Refused} when `after` is none
 */
export async function listCountedContradictions(
  actor: Actor,
  filter: ContradictionFilter = {},
  page: PageRequest = {},
) {
  const { items, next } = await listContradictions(actor, filter, page);
  const isWhole = next === null && !page.after;
  const counted = isWhole
    ? { count: items.length, isCapped: false }
    : await countContradictions(actor, filter);
  return { items, next, ...counted };
}

/** Where counting contradictions stops: past it a reader wants to know "more than". */
const MOST_COUNTED = 500;

/** How many contradictions there are, as far as the actor may see them; counting stops at 500, and then `isCapped`. */
export async function countContradictions(actor: Actor, filter: ContradictionFilter = {}): Promise<Count> {
  const { isOpenOnly = false, between = [] } = filter;
  if (isShutOut(actor)) return { count: 0, isCapped: false };
  // of a pair they are few; all of them are walked once after a write
  return between.length > 0
    ? countUpToMost(actor, filter)
    : countedOnce(`contradictions ${isOpenOnly} ${seesUnpublished(actor)}`, () =>
        countUpToMost(actor, filter),
      );
}

async function countUpToMost(actor: Actor, filter: ContradictionFilter): Promise<Count> {
  let count = 0;
  // one part after the other: where the first holds more than is counted, the others need not be read
  for (const where of await partsOf(actor, filter)) {
    if (count > MOST_COUNTED) break;
    count += await db.relation.count({ where, take: MOST_COUNTED + 1 - count });
  }
  return { count: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED };
}

const STATEMENT = {
  id: true,
  ...WORDED,
  publicId: true,
  attribution: true,
  roleThen: true,
  saidOn: true,
  saidOnPrecision: true,
  saidOnNote: true,
  place: true,
  event: true,
  addressee: true,
  speaker: { select: { slug: true, name: true, kind: true } },
  source: { select: { publicId: true, publishedOn: true, publishedOnPrecision: true } },
  assessments: {
    where: { supersededAt: null },
    take: 1,
    select: { reliability: true, credibility: true },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.StatementSelect;

const RELATION = {
  id: true,
  publicId: true,
  type: true,
  state: true,
  resolution: true,
  rationale: true,
  comparability: true,
  suggestedBy: true,
  valueFrom: true,
  valueTo: true,
  unit: true,
  period: true,
  version: true,
  createdAt: true,
  fromId: true,
  toId: true,
  from: { select: STATEMENT },
  to: { select: STATEMENT },
  decisions: {
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    select: { decision: true, resolution: true, reason: true, madeById: true, madeAt: true },
  },
  evidence: SHOWN_EVIDENCE,
} as const satisfies Prisma.RelationSelect;

/** The same relations, their evidence as far as the actor may read it. */
async function withReadableEvidence(actor: Actor, relations: readonly RelationRow[]): Promise<RelationRow[]> {
  const all = await readableEvidence(
    actor,
    relations.flatMap(({ evidence }) => evidence),
  );
  const readable = new Map(all.map((piece) => [piece.id, piece]));
  return relations.map((relation) => ({
    ...relation,
    evidence: relation.evidence.map((piece) => readable.get(piece.id) ?? piece),
  }));
}

/**
 * What a filter asks for, in parts of which no relation is in two, one for each state. Asked for all at once a database reads
 * every relation there is and sorts them; a part is read in the order of an index, and reading can stop.
 */
export async function partsOf(
  actor: Actor,
  { isOpenOnly, between = [] }: ContradictionFilter,
): Promise<Prisma.RelationWhereInput[]> {
  const ends = await endsOf(await slugsNow(actor, between));
  if (ends === null) return [];
  const { one, directions } = ends;
  const { OR: states, ...rest } = conflictsFor(actor, { isOpenOnly, withWaiting: true, from: one, to: one });
  return states.map((state) => ({ AND: [rest, state, directions] }));
}

/**
 * What `between` asks of each end by itself, and of both together; null when nobody is called so. The first leaves so few
 * that the second costs nothing, and speakers are looked up before, not with each relation.
 */
async function endsOf([slug, otherSlug = slug]: readonly string[]) {
  if (slug === undefined || otherSlug === undefined) return { one: {}, directions: {} };
  const found = await db.speaker.findMany({
    where: { slug: { in: [slug, otherSlug] } },
    select: { id: true, slug: true },
    orderBy: { id: "asc" },
  });
  const [first, second] = [slug, otherSlug].map((each) => found.find((speaker) => speaker.slug === each)?.id);
  if (first === undefined || second === undefined) return null;
  const spokenBy = (from: string, to: string) => ({ from: { speakerId: from }, to: { speakerId: to } });
  return {
    one: { speakerId: { in: [first, second] } },
    directions: { OR: [spokenBy(first, second), spokenBy(second, first)] },
  };
}

/** Sorts as the lists do. */
export function oldestFirst(a: { createdAt: Date; id: string }, b: { createdAt: Date; id: string }): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

interface Conflicts {
  readonly isOpenOnly?: boolean | undefined;
  /** Also the suggestions that somebody at the desk has to decide. */
  readonly withWaiting?: boolean;
  readonly from?: Prisma.StatementWhereInput;
  readonly to?: Prisma.StatementWhereInput;
}

/**
 * `isStandingConflict` as the `where` of a query, of `visibleRelations`. Each end is named once with all that is asked of
 * it: an end that is named again is looked up again.
 */
function conflictsFor(actor: Actor, { isOpenOnly, withWaiting, from = {}, to = {} }: Conflicts) {
  const end = [visibleStatements(actor), { state: { notIn: [...FALLEN_STATES] } }];
  const resolved = { state: "resolved", NOT: { resolution: NO_CONFLICT } };
  return {
    type: { in: [...CONFLICT_TYPES] },
    from: { AND: [...end, from] },
    to: { AND: [...end, to] },
    OR: [
      // what only narrows another statement has nothing to be reconciled
      isOpenOnly ? { state: "confirmed", type: { not: "qualifies" } } : { state: "confirmed" },
      ...(isOpenOnly ? [] : [resolved]),
      ...(withWaiting && seesUnpublished(actor) ? [{ state: "suggested" }] : []),
    ],
  } satisfies Prisma.RelationWhereInput;
}

/** How many of the listed statements of a speaker a contradiction stands against, as far as the actor may see both. */
export async function countContradicted(actor: Actor, speakerId: string): Promise<number> {
  const theirs = { speakerId, ...listedStatements(actor) };
  // Statement(speakerId, …), then Relation(fromId, state) and Relation(toId, state)
  const [from, to] = await Promise.all([
    db.relation.groupBy({ by: ["fromId"], where: conflictsFor(actor, { from: theirs }) }),
    db.relation.groupBy({ by: ["toId"], where: conflictsFor(actor, { to: theirs }) }),
  ]);
  return new Set([...from.map(({ fromId }) => fromId), ...to.map(({ toId }) => toId)]).size;
}

async function pastRelation(after: string | undefined): Promise<Prisma.RelationWhereInput> {
  if (!after) return {};
  const last = await db.relation.findUnique({
    where: { publicId: after },
    select: { id: true, createdAt: true },
  });
  if (!last) throw noSuchPage();
  return { OR: [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }] };
}
