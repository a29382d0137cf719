import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type db, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import type { Accepts } from "@/lib/imports/server";
import { getStoryId, ownerOf } from "@/lib/proposals/server";
import { freePrintableId, onOneLine } from "@/lib/text";
import { MOST } from "./model";

const packing = promisify(gzip);

/** A file as it was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What holds for every file of a batch, where it does not say it itself. */
export interface OfAll {
  readonly accepts: Accepts;
  readonly outletName?: string;
  readonly author?: string;
  readonly publishedOn?: string;
  readonly language?: string;
  /** The slug of the story that the statements go into; empty for none. */
  readonly story?: string;
}

/**
 * Keeps many files, which the served site then brings one after another. `chosen` says how many there will be, where they come in
 * several sendings. @throws {Forbidden} @throws {Refused} when they are more than is taken, or there is no such story
 */
export async function startBatch(
  actor: Actor,
  { files, chosen, story = "", ...ofAll }: OfAll & { files: readonly ChosenFile[]; chosen?: number },
): Promise<{ batchId: string }> {
  assertCan(actor, "source:import");
  const rows = await rowsOf(files);
  return transact(async (tx) => {
    const ownerId = ownerOf(actor);
    await refuseOneMore(tx, ownerId);
    const batch = await tx.importBatch.create({
      data: {
        ...{ ...ofAll, publicId: await freePublicId(tx), ownerId, createdAt: now() },
        ...{ storyId: await getStoryId(tx, story), chosen: chosen ?? null },
      },
      select: { id: true, publicId: true },
    });
    await addRows(tx, batch.id, rows);
    await sweepDone(tx);
    await appendAudit(tx, {
      ...{ actor, action: "batch.started", subjectType: "batch", subjectId: batch.id },
      after: { batchId: batch.publicId, accepts: ofAll.accepts, files: rows.length },
    });
    return { batchId: batch.publicId };
  });
}

/**
 * Adds files to a batch of the actor's own; one that was cancelled goes on with them, unless they are a further portion of one choice.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when they are more than is taken
 */
export async function addToBatch(
  actor: Actor,
  given: { batchId: string; files: readonly ChosenFile[]; isPortion?: boolean },
): Promise<void> {
  const { batchId, files, isPortion = false } = given;
  assertCan(actor, "source:import");
  if (files.length === 0) throw refused("Choose at least one file.");
  const rows = await rowsOf(files);
  await transact(async (tx) => {
    const { id, ownerId, cancelledAt } = await ownBatch(tx, actor, batchId);
    // cancelled in another window, while this one goes on sending
    if (isPortion && cancelledAt !== null) throw refused(CANCELLED);
    // one that is done goes under way again
    await refuseOneMore(tx, ownerId, { besides: id });
    await tx.importBatch.update({ where: { id }, data: { cancelledAt: null } });
    await addRows(tx, id, rows);
    await appendAudit(tx, {
      ...{ actor, action: "batch.added", subjectType: "batch", subjectId: id },
      after: { batchId, files: rows.length },
    });
  });
}

const KEPT_DAYS = 90;
const SWEPT_AT_ONCE = 5;

/** Lets go of reports that nobody looks for any more, whoever's they are: the imports and sources stay, and the log says who brought what. */
async function sweepDone(tx: Tx): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  const old = await tx.importBatch.findMany({
    where: {
      createdAt: { lt: before },
      files: { none: { OR: [{ state: "queued" }, { doneAt: { gte: before } }] } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: SWEPT_AT_ONCE,
  });
  if (old.length > 0) await tx.importBatch.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}

/** @throws {Refused} when a person has as many batches under way, besides one, as they may */
async function refuseOneMore(tx: Tx, ownerId: string, { besides = "" } = {}): Promise<void> {
  const underWay = await tx.importBatch.count({
    where: { ownerId, id: { not: besides }, files: { some: { state: "queued" } } },
  });
  if (underWay >= MOST.batchesUnderWay) throw refused(TOO_MANY_BATCHES);
}

/** Lets go of the files that nobody has begun to read; what was read stays. @throws {Forbidden} @throws {NotFound} */
export async function cancelBatch(actor: Actor, { batchId }: { batchId: string }): Promise<void> {
  assertCan(actor, "source:import");
  await transact(async (tx) => {
    const { id } = await ownBatch(tx, actor, batchId);
    // one that a server has in hand is read to its end, or let go of when that server was killed
    await tx.importBatch.update({ where: { id }, data: { cancelledAt: now() } });
    const { count } = await tx.batchFile.updateMany({
      where: { batchId: id, state: "queued", OR: [{ leaseUntil: null }, { leaseUntil: { lt: now() } }] },
      data: { state: "cancelled", packed: NO_BYTES, doneAt: now(), leaseUntil: null },
    });
    await appendAudit(tx, {
      ...{ actor, action: "batch.cancelled", subjectType: "batch", subjectId: id },
      after: { batchId, files: count },
    });
  });
}

export const NO_BYTES = new Uint8Array(0);

/** A batch of the actor's own. @throws {NotFound} also when it is somebody else's */
export async function ownBatch(tx: Tx | typeof db, actor: Actor, batchId: string) {
  const batch = await tx.importBatch.findFirst({ where: { publicId: batchId, ownerId: ownerOf(actor) } });
  if (!batch) throw new NotFound("The batch");
  return batch;
}

// no file system holds a longer one; with the name that a document has in its zip it stays below a thousand
const MOST_NAME = { begins: 400, ends: 100 };

/** A name on one line that turns nothing behind it, with its ending, which says what it is, however long it is. */
function keptName(name: string): string {
  const line = onOneLine(name);
  const { begins, ends } = MOST_NAME;
  const short = line.length > begins + ends ? `${line.slice(0, begins)}…${line.slice(-ends)}` : line;
  return short.toWellFormed();
}

type Row = Awaited<ReturnType<typeof rowOf>>;

/** A file as it waits: packed before the transaction, which then holds up nobody. */
export async function rowOf({ name, bytes }: ChosenFile) {
  const told = { name, sizeBytes: bytes.length };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length > MOST.fileBytes) return { ...told, sha256, ...TOO_LARGE };
  return { ...told, sha256, state: "queued", reason: "", packed: Uint8Array.from(await packing(bytes)) };
}

const TOO_LARGE = {
  ...{ state: "refused", packed: NO_BYTES },
  reason: `It is larger than ${MOST.fileBytes / 1024 ** 2} MB.`,
};

async function rowsOf(files: readonly ChosenFile[]): Promise<Row[]> {
  const rows: Row[] = [];
  // one after another: ten megabytes packed at once would take all cores
  for (const { name, bytes } of files) rows.push(await rowOf({ name: keptName(name), bytes }));
  return rows;
}

const ROWS_AT_ONCE = 50;

/** Puts files behind those of a batch. @throws {Refused} when they are more than a batch takes */
export async function addRows(
  tx: Tx,
  batchId: string,
  rows: readonly (Row & { readonly zipOrdinal?: number })[],
): Promise<void> {
  const after = await refuseTooMuch(tx, batchId, rows);
  const data = rows.map((row, index) => ({ ...row, batchId, ordinal: after + index + 1 }));
  for (let from = 0; from < data.length; from += ROWS_AT_ONCE)
    await tx.batchFile.createMany({ data: data.slice(from, from + ROWS_AT_ONCE) });
}

/** Refuses files beyond what a batch takes; else the place of the last that it has. @throws {Refused} */
export async function refuseTooMuch(
  tx: Tx | typeof db,
  batchId: string,
  more: readonly { readonly sizeBytes: number }[],
): Promise<number> {
  const held = await tx.batchFile.aggregate({
    where: { batchId },
    ...{ _count: true, _sum: { sizeBytes: true }, _max: { ordinal: true } },
  });
  const bytes = more.reduce((sum, { sizeBytes }) => sum + sizeBytes, held._sum.sizeBytes ?? 0);
  if (held._count + more.length > MOST.files || bytes > MOST.bytes) throw refused(TOO_MUCH);
  return held._max.ordinal ?? 0;
}

const TOO_MUCH = `At most ${MOST.files.toLocaleString("en-GB")} files and ${MOST.bytes / 1024 ** 2} MB are taken together. Split them; for a whole archive there is the command “verbatim import”.`;
const TOO_MANY_BATCHES = `You have ${MOST.batchesUnderWay} imports of many files under way. Wait until one of them is done, or cancel one.`;

const CANCELLED = "This import of many files was cancelled. No more of them are taken.";

const refused = (message: string) => new Refused([{ rule: "batch.most", message, field: "file" }]);

const freePublicId = (tx: Tx) =>
  freePrintableId("bat", (publicId) =>
    tx.importBatch.findUnique({ where: { publicId }, select: { id: true } }),
  );
