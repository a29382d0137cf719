import type { Actor } from "@/lib/auth";
import { among, countedOnce, db, type Prisma } from "@/lib/db/server";
import { cursorOf, noSuchPage, type PageRequest, readCursor } from "@/lib/paging";
import { FALLEN_STATES } from "@/lib/statements";
import { isShutOut, seesUnpublished, visibleClaims, visibleStatements } from "@/lib/visibility/server";

/** One statement's position on a claim. */
export interface PositionTaken {
  readonly stance: string;
  readonly note: string;
  readonly statement: {
    readonly publicId: string;
    readonly saidOn: Date | null;
    readonly saidOnPrecision: string | null;
    readonly saidOnNote: string;
    readonly source: { readonly publishedOn: Date | null; readonly publishedOnPrecision: string | null };
  };
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

/** The claims on which a speaker took a position, and what is counted of them all. */
export interface PositionsByClaim {
  /** The claims spoken of last, the last first; within a claim oldest first. */
  readonly items: readonly ClaimPositions[];
  /** How many claims there are altogether, and how many positions on one claim differ from the one before. */
  readonly claims: number;
  readonly changes: number;
  /** On how many claims a position differs from one before. */
  readonly changed: number;
  readonly next: string | null;
}

interface ClaimsAsked extends PageRequest {
  /** Only claims on which the speaker changed position. */
  readonly isChangedOnly?: boolean;
}

/**
 * The positions that a speaker took, by claim, at most `MOST_CLAIMS` of them unless `take` says otherwise.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listPositionsOf(
  actor: Actor,
  speakerId: string,
  { after, take = MOST_CLAIMS, isChangedOnly = false }: ClaimsAsked = {},
): Promise<PositionsByClaim> {
  const sees = isShutOut(actor) ? "nothing" : seesUnpublished(actor);
  const isBeginning = !after && !isChangedOnly && take === MOST_CLAIMS;
  // of whom somebody reads on all claims are kept, of all others those of their page
  const { counted, ...told } = await countedOnce(
    `positions ${speakerId} ${sees} ${isBeginning ? "beginning" : "all"}`,
    () => countPositions(actor, speakerId, isBeginning ? MOST_CLAIMS + 1 : Number.POSITIVE_INFINITY),
  );
  const from = after ? placeOf(after) : null;
  const listed = counted.filter(
    (one) => (!isChangedOnly || one.changes > 0) && (from === null || newestFirst(from, one) < 0),
  );
  const shown = listed.slice(0, take);
  const last = listed.length > take ? shown.at(-1) : undefined;
  // what they say is read at each visit, and whether it may be seen is asked again
  const [drawn, others] = await Promise.all([
    drawnPositions(
      actor,
      shown.flatMap(({ ids }) => ids),
    ),
    // two lists may begin and end alike and hold other claims between
    countedOnce(`others ${speakerId} ${sees} ${isChangedOnly} ${take} ${after}`, () =>
      countOtherSpeakers(
        actor,
        speakerId,
        shown.map(({ claimId }) => claimId),
      ),
    ),
  ]);
  const items = shown.flatMap(({ claimId, ids, changes }) => {
    const whole = ids.flatMap((id) => drawn.get(id) ?? []);
    const [first] = whole;
    if (first === undefined) return [];
    const positions = whole.map(({ stance, note, statement }) => ({ stance, note, statement }));
    return [{ claim: first.claim, positions, changes, others: others.get(claimId) ?? 0 }];
  });
  return { items, ...told, next: last ? cursorOf(new Date(last.at), last.claimId) : null };
}

interface Place {
  /** When it was spoken of last, as `Date` counts. */
  readonly at: number;
  readonly claimId: string;
}

const newestFirst = (a: Place, b: Place) =>
  b.at - a.at || (a.claimId === b.claimId ? 0 : a.claimId < b.claimId ? 1 : -1);

function placeOf(after: string): Place {
  const { key, id } = readCursor(after);
  if (!/^-?\d{1,16}$/u.test(key)) throw noSuchPage();
  return { at: Number(key), claimId: id };
}

/** Ids and numbers alone of a speaker's positions: they are thousands of one who is quoted every day, and the same till a write. */
async function countPositions(actor: Actor, speakerId: string, most: number) {
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
  const claims = [...byClaim]
    .map(([claimId, positions]) => ({
      ...{ claimId, at: latest(positions), changes: changesIn(positions) },
      ids: positions.map(({ id }) => id),
    }))
    .sort(newestFirst);
  return {
    counted: claims.slice(0, most),
    claims: claims.length,
    changes: claims.reduce((sum, { changes }) => sum + changes, 0),
    changed: claims.filter(({ changes }) => changes > 0).length,
  };
}

/** How many claims a speaker's page draws; all of them have a page of their own. */
export const MOST_CLAIMS = 10;

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
      statement: {
        select: {
          ...{ publicId: true, saidOn: true, saidOnPrecision: true, saidOnNote: true },
          source: { select: { publishedOn: true, publishedOnPrecision: true } },
        },
      },
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
