import type { Actor } from "@/lib/auth";
import { among, countedOnce, db, type Prisma } from "@/lib/db/server";
import { countContradicted } from "@/lib/relations/server";
import { FALLEN_STATES } from "@/lib/statements";
import {
  isShutOut,
  listedStatements,
  listSealed,
  type Sealed,
  seesUnpublished,
  visibleClaims,
  visibleStatements,
} from "@/lib/visibility/server";

/** Counts of what is held of one speaker, over the statements that a list shows the actor when no state is asked for. */
export interface Tally {
  readonly statements: number;
  readonly byForm: Readonly<Record<string, number>>;
  readonly sources: number;
  /** Statements with at least one verdict in force. */
  readonly checked: number;
  /** Statements that a contradiction stands against. */
  readonly contradicted: number;
  /** Statements that were retracted; the public finds them under that state, and the other counts leave them out. */
  readonly retracted: number;
}

/** One statement's position on a claim. */
export interface PositionTaken {
  readonly stance: string;
  readonly note: string;
  readonly statement: { readonly publicId: string; readonly occurredAt: Date };
}

/** What a speaker said on one claim, in time. */
export interface ClaimPositions {
  readonly claim: { readonly slug: string; readonly proposition: string };
  readonly positions: readonly PositionTaken[];
  /** How many times a position differs from the one before it. */
  readonly changes: number;
  /** How many other speakers take a position on it. */
  readonly others: number;
}

/** How many statements of a speaker a list shows the actor when no state is asked for. */
export function countStatementsOf(actor: Actor, speakerId: string): Promise<number> {
  return db.statement.count({
    where: { AND: [{ speakerId }, visibleStatements(actor), listedStatements(actor)] },
  });
}

/** Counts what the actor sees of one speaker. */
export async function tallySpeaker(actor: Actor, speakerId: string): Promise<Tally> {
  const sees = isShutOut(actor) ? "nothing" : seesUnpublished(actor);
  return countedOnce(`tally ${speakerId} ${sees}`, () => countTally(actor, speakerId));
}

async function countTally(actor: Actor, speakerId: string): Promise<Tally> {
  const visible: Prisma.StatementWhereInput = { AND: [{ speakerId }, visibleStatements(actor)] };
  const theirs: Prisma.StatementWhereInput = { AND: [visible, listedStatements(actor)] };
  const [printed, checked, contradicted, retracted] = await Promise.all([
    countPrinted(actor, speakerId),
    db.statement.count({ where: { AND: [theirs, { verdicts: { some: { supersededAt: null } } }] } }),
    countContradicted(actor, speakerId),
    db.statement.count({ where: { AND: [visible, { state: "retracted" }] } }),
  ]);
  const statements = Object.values(printed.byForm).reduce((sum, count) => sum + count, 0);
  return { statements, ...printed, checked, contradicted, retracted };
}

/** How many listed statements of a speaker there are of each form, and in how many sources they stand. */
async function countPrinted(actor: Actor, speakerId: string): Promise<Pick<Tally, "byForm" | "sources">> {
  if (isShutOut(actor)) return { byForm: {}, sources: 0 };
  const listed = { speakerId, ...listedStatements(actor) };
  const [forms, sources, sealed] = await Promise.all([
    // Statement(speakerId, sourceId, state, form), and no row
    db.statement.groupBy({ by: ["form"], where: listed, _count: { _all: true } }),
    // the same index, asked once for each source: a row for each source and form would be thousands
    db.source.count({ where: { statements: { some: listed } } }),
    listSealed(actor),
  ]);
  const hidden = sealed.filter((one) => one.speakerId === speakerId);
  const byForm: Record<string, number> = {};
  for (const { form, _count } of forms) {
    const count = _count._all - hidden.filter((one) => one.form === form).length;
    if (count > 0) byForm[form] = count;
  }
  return { byForm, sources: sources - (await countSilenced(listed, hidden)) };
}

// below the bound variables that either engine takes in one query
const CHUNK = 500;

/** In how many sources everything that is asked for is sealed. */
async function countSilenced(listed: Prisma.StatementWhereInput, hidden: readonly Sealed[]): Promise<number> {
  const ids = [...new Set(hidden.map(({ sourceId }) => sourceId))];
  let silenced = 0;
  for (let from = 0; from < ids.length; from += CHUNK) {
    const counted = await db.statement.groupBy({
      by: ["sourceId"],
      where: { ...listed, sourceId: { in: ids.slice(from, from + CHUNK) } },
      _count: { _all: true },
    });
    silenced += counted.filter(
      (one) => one._count._all === hidden.filter(({ sourceId }) => sourceId === one.sourceId).length,
    ).length;
  }
  return silenced;
}

/** The claims on which a speaker took a position, and what is counted of them all. */
export interface PositionsByClaim {
  /** The claims spoken of last, the last first, at most `MOST_CLAIMS`; within a claim oldest first. */
  readonly items: readonly ClaimPositions[];
  /** How many claims there are altogether, and how many positions on one claim differ from the one before. */
  readonly claims: number;
  readonly changes: number;
}

/** The positions that a speaker took, by claim. */
export async function listPositionsOf(actor: Actor, speakerId: string): Promise<PositionsByClaim> {
  const sees = isShutOut(actor) ? "nothing" : seesUnpublished(actor);
  const { shown, claims, changes } = await countedOnce(`positions ${speakerId} ${sees}`, () =>
    countPositions(actor, speakerId),
  );
  // what they say is read at each visit, and whether it may be seen is asked again
  const drawn = await drawnPositions(
    actor,
    shown.flatMap(({ ids }) => ids),
  );
  const items = shown.flatMap(({ ids, changes, others }) => {
    const whole = ids.flatMap((id) => drawn.get(id) ?? []);
    const [first] = whole;
    if (first === undefined) return [];
    const positions = whole.map(({ stance, note, statement }) => ({ stance, note, statement }));
    return [{ claim: first.claim, positions, changes, others }];
  });
  return { items, claims, changes };
}

/** Ids and numbers alone of a speaker's positions: they are thousands of one who is quoted every day, and the same till a write. */
async function countPositions(actor: Actor, speakerId: string) {
  // Statement(speakerId, …), then Position(statementId, supersededAt)
  const taken = await db.position.findMany({
    where: { supersededAt: null, statement: { AND: [{ speakerId }, standingStatements(actor)] } },
    select: { id: true, stance: true, claimId: true, statement: { select: { id: true, occurredAt: true } } },
    orderBy: { id: "asc" },
  });
  const seen = await visibleAmong(
    actor,
    taken.map(({ claimId }) => claimId),
  );
  const byClaim = new Map<string, typeof taken>();
  for (const position of taken.sort(inTime)) {
    if (!seen.has(position.claimId)) continue;
    const known = byClaim.get(position.claimId);
    if (known) known.push(position);
    else byClaim.set(position.claimId, [position]);
  }
  const claims = [...byClaim].sort(([, a], [, b]) => latest(b) - latest(a));
  const shown = claims.slice(0, MOST_CLAIMS);
  const others = await countOtherSpeakers(
    actor,
    speakerId,
    shown.map(([claimId]) => claimId),
  );
  return {
    shown: shown.map(([claimId, positions]) => ({
      ids: positions.map(({ id }) => id),
      changes: changesIn(positions),
      others: others.get(claimId) ?? 0,
    })),
    claims: claims.length,
    changes: claims.reduce((sum, [, positions]) => sum + changesIn(positions), 0),
  };
}

/** How many claims a speaker's page draws: one who is quoted every day speaks of hundreds. */
export const MOST_CLAIMS = 50;

interface Taken {
  readonly stance: string;
  readonly statement: { readonly id: string; readonly occurredAt: Date };
}

function inTime({ statement: a }: Taken, { statement: b }: Taken): number {
  return a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1);
}

function latest(positions: readonly Taken[]): number {
  return positions.at(-1)?.statement.occurredAt.getTime() ?? 0;
}

function changesIn(positions: readonly Taken[]): number {
  return positions.filter(({ stance }, index) => index > 0 && stance !== positions[index - 1]?.stance).length;
}

/** Which of these claims the actor may see, each asked for once. */
async function visibleAmong(actor: Actor, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await db.claim.findMany({
    where: { AND: [{ id: among([...new Set(claimIds)]) }, visibleClaims(actor)] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return new Set(found.map(({ id }) => id));
}

async function drawnPositions(actor: Actor, ids: readonly string[]) {
  const found = await db.position.findMany({
    where: {
      ...{ id: among(ids), supersededAt: null },
      ...{ statement: standingStatements(actor), claim: visibleClaims(actor) },
    },
    select: {
      id: true,
      stance: true,
      note: true,
      claim: { select: { slug: true, proposition: true } },
      statement: { select: { publicId: true, occurredAt: true } },
    },
    orderBy: { id: "asc" },
  });
  return new Map(found.map((position) => [position.id, position]));
}

async function countOtherSpeakers(actor: Actor, speakerId: string, claimIds: readonly string[]) {
  const positions = await db.position.findMany({
    where: {
      claimId: { in: [...claimIds] },
      supersededAt: null,
      statement: { AND: [{ speakerId: { not: speakerId } }, standingStatements(actor)] },
    },
    select: { claimId: true, statement: { select: { speakerId: true } } },
    orderBy: { id: "asc" },
  });
  const speakers = new Map<string, Set<string | null>>();
  for (const { claimId, statement } of positions) {
    speakers.set(claimId, (speakers.get(claimId) ?? new Set()).add(statement.speakerId));
  }
  return new Map([...speakers].map(([claimId, ids]) => [claimId, ids.size]));
}

function standingStatements(actor: Actor): Prisma.StatementWhereInput {
  return { AND: [visibleStatements(actor), { state: { notIn: [...FALLEN_STATES] } }] };
}
