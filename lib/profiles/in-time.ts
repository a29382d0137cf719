import type { Actor } from "@/lib/auth";
import { among, countedOnce, db, type Prisma } from "@/lib/db/server";
import { listStatements } from "@/lib/statements/server";
import { isShutOut, listedStatements, listSealed, seesUnpublished } from "@/lib/visibility/server";
import { partAt, type Stretch } from "./stretch";

/** So many statements are drawn one by one; more are clustered. */
export const MOST_DRAWN = 40;

/** A part of a stretch of time, and how many statements of a speaker lie in it. */
export interface Cluster {
  /** `2025`, `2025-10` or `2025-10-28`. */
  readonly key: string;
  readonly count: number;
}

/**
 * How many of a speaker's statements lie in each year, in each month of a year or on each day of a month, in time; without parts that hold
 * none. Counted of what a list shows the actor when no state is asked for.
 */
export async function clusterInTime(
  actor: Actor,
  speakerId: string,
  within: Stretch | null,
): Promise<Cluster[]> {
  if (isShutOut(actor)) return [];
  return countedOnce(`clusters ${speakerId} ${seesUnpublished(actor)} ${within?.key}`, () =>
    countClusters(actor, speakerId, within),
  );
}

async function countClusters(actor: Actor, speakerId: string, within: Stretch | null): Promise<Cluster[]> {
  const listed = { speakerId, ...listedStatements(actor) };
  const hidden = await hiddenTimes(actor, speakerId);
  const clusters: Cluster[] = [];
  // Statement(speakerId, occurredAt, id) and Statement(speakerId, state, occurredAt, id): each part is found from the one before
  for (let part = await firstPart(listed, within, within?.from); part; ) {
    const { key, from, to } = part;
    const all = await db.statement.count({ where: { ...listed, occurredAt: timesIn(part) } });
    const count = all - hidden.filter((at) => at >= from && (to === null || at < to)).length;
    if (count > 0) clusters.push({ key, count });
    part = to && (await firstPart(listed, within, to));
  }
  return clusters;
}

/** The part in which the first statement stands from a moment on. */
async function firstPart(
  listed: Prisma.StatementWhereInput,
  within: Stretch | null,
  from: Date | undefined,
): Promise<Stretch | null> {
  const range = { ...(within ? timesIn(within) : {}), ...(from ? { gte: from } : {}) };
  const first = await db.statement.findFirst({
    where: { ...listed, occurredAt: range },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    select: { occurredAt: true },
  });
  return first && partAt(within, first.occurredAt);
}

const timesIn = ({ from, to }: Stretch) => ({ gte: from, ...(to ? { lt: to } : {}) });

/** When those of the speaker's listed statements were said that the actor may not see. */
async function hiddenTimes(actor: Actor, speakerId: string): Promise<Date[]> {
  const ids = (await listSealed(actor)).filter((one) => one.speakerId === speakerId).map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = await db.statement.findMany({
    where: { id: among(ids) },
    select: { occurredAt: true },
    orderBy: { id: "asc" },
  });
  return found.map(({ occurredAt }) => occurredAt);
}

/** The statements of a speaker in a stretch of time, or of all time, the newest first, as far as they are few enough to be drawn. */
export async function listInTime(
  actor: Actor,
  { id, slug }: { id: string; slug: string },
  within: Stretch | null,
) {
  const found = await db.statement.findMany({
    where: { speakerId: id, ...listedStatements(actor), ...(within ? { occurredAt: timesIn(within) } : {}) },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: MOST_DRAWN,
    select: { publicId: true },
  });
  if (found.length === 0) return [];
  // whether each may be seen is asked there
  const asked = { speaker: [slug], id: found.map(({ publicId }) => publicId) };
  return (await listStatements(actor, asked, { take: MOST_DRAWN })).items;
}
