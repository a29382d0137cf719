import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { ownerOf } from "@/lib/proposals/server";
import { type FileState, REPORTED } from "./model";
import { ownBatch } from "./mutations";

export type BatchDetail = Awaited<ReturnType<typeof getBatch>>;
export type BatchListed = Awaited<ReturnType<typeof listBatches>>[number];

const FILES_A_PAGE = 100;
const MOST_LISTED = 10;

type Counts = Readonly<Record<FileState, number>>;

/** The actor's own batches, newest first, at most ten. @throws {Forbidden} */
export async function listBatches(actor: Actor) {
  assertCan(actor, "source:import");
  // ImportBatch(ownerId, id)
  const batches = await db.importBatch.findMany({
    where: { ownerId: ownerOf(actor) },
    select: { id: true, publicId: true, createdAt: true, cancelledAt: true },
    orderBy: { id: "desc" },
    take: MOST_LISTED,
  });
  const counts = await countsOf(batches.map(({ id }) => id));
  return batches.map(({ id, ...batch }) => ({ ...batch, counts: counts.get(id) ?? NO_COUNTS }));
}

/**
 * A batch of the actor's own with a page of its report: the files of the state that is asked for, else all of them, by what asks for
 * somebody first. @throws {Forbidden} @throws {NotFound} also when it is somebody else's
 */
export async function getBatch(
  actor: Actor,
  given: { batchId: string; state?: FileState | undefined; page?: number | undefined },
) {
  assertCan(actor, "source:import");
  const { batchId, state, page = 1 } = given;
  const { id, ...batch } = await ownBatch(db, actor, batchId);
  const counts = (await countsOf([id])).get(id) ?? NO_COUNTS;
  const sums = await db.batchFile.aggregate({
    where: { batchId: id },
    _sum: { stored: true },
  });
  const inHand = await db.batchFile.findFirst({
    where: { batchId: id, state: "queued", tries: { gt: 0 }, leaseUntil: { not: null } },
    select: { name: true },
    orderBy: { ordinal: "asc" },
  });
  // what came out of zips was not chosen
  const cameInPortions = await db.batchFile.count({ where: { batchId: id, zipOrdinal: null } });
  // what waits by now, not what waited when the file was read
  const toDecide = await countPending(batch.ownerId, await draftsOf(id));
  const shown: readonly FileState[] = state === undefined ? REPORTED : [state];
  const all = shown.reduce((sum, one) => sum + counts[one], 0);
  const pages = Math.max(1, Math.ceil(all / FILES_A_PAGE));
  const at = Math.min(pages, Math.max(1, page));
  return {
    ...batch,
    ...{ counts, stored: sums._sum.stored ?? 0, toDecide },
    ...{ inHand: inHand?.name ?? null, cameInPortions },
    ...{ state: state ?? null, page: at, pages },
    files: await filesOf(id, { shown, counts, skip: (at - 1) * FILES_A_PAGE }),
  };
}

/** A page of files, state after state. */
async function filesOf(
  batchId: string,
  given: { shown: readonly FileState[]; counts: Counts; skip: number },
) {
  const files: Awaited<ReturnType<typeof filesIn>> = [];
  let skip = given.skip;
  for (const state of given.shown) {
    const take = FILES_A_PAGE - files.length;
    if (take === 0) break;
    if (skip >= given.counts[state]) {
      skip -= given.counts[state];
      continue;
    }
    files.push(...(await filesIn(batchId, state, { skip, take })));
    skip = 0;
  }
  return files.map((file) => ({ ...file, state: file.state as FileState }));
}

function filesIn(batchId: string, state: FileState, part: { skip: number; take: number }) {
  // BatchFile(state, batchId, ordinal)
  return db.batchFile.findMany({
    where: { batchId, state },
    orderBy: { ordinal: "asc" },
    ...part,
    select: {
      ...{ ordinal: true, name: true, sizeBytes: true, state: true, reason: true },
      ...{ draftId: true, sourceId: true, joinsBy: true, stored: true, pending: true },
    },
  });
}

/** The imports of a batch, each once. */
async function draftsOf(batchId: string): Promise<string[]> {
  const files = await db.batchFile.findMany({
    where: { batchId, state: { in: ["waiting", "known"] }, draftId: { not: null } },
    select: { draftId: true },
    orderBy: { id: "asc" },
  });
  return [...new Set(files.flatMap(({ draftId }) => draftId ?? []))];
}

// SQLite takes no list of more than a thousand in a count
const DRAFTS_AT_ONCE = 500;

async function countPending(ownerId: string, draftIds: readonly string[]): Promise<number> {
  let pending = 0;
  for (let from = 0; from < draftIds.length; from += DRAFTS_AT_ONCE) {
    const publicId = { in: draftIds.slice(from, from + DRAFTS_AT_ONCE) };
    pending += await db.importProposal.count({
      where: { decision: "pending", draft: { ownerId, state: "open", publicId } },
    });
  }
  return pending;
}

const NO_COUNTS: Counts = {
  ...{ queued: 0, opened: 0, stored: 0, waiting: 0, known: 0, refused: 0, cancelled: 0 },
};

async function countsOf(batchIds: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await db.batchFile.groupBy({
    by: ["batchId", "state"],
    where: { batchId: { in: [...batchIds] } },
    _count: true,
  });
  const counts = new Map<string, Counts>();
  for (const { batchId, state, _count } of rows)
    counts.set(batchId, { ...(counts.get(batchId) ?? NO_COUNTS), [state]: _count });
  return counts;
}
