import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { getUser } from "@/lib/accounts/server";
import { type Actor, can, SYSTEM } from "@/lib/auth";
import { db, engine, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { DomainError, NotFound, Refused, Unavailable } from "@/lib/errors";
import { type Accepts, bringDocument } from "@/lib/imports/server";
import { isZip, MOST } from "./model";
import { addRows, NO_BYTES, refuseTooMuch, rowOf } from "./mutations";
import { openPacked } from "./packed";

const unpacking = promisify(gunzip);

/** Longer than nearly every file takes. What takes longer may be begun by a second server too, which doubles nothing. */
const LEASE_MS = 120_000;
/** A file that broke a server off, or failed for no reason that it gave, is begun so often. */
const MOST_TRIES = 5;
const AGAIN_AFTER_MS = 5_000;

/** The files that nobody has in hand. */
const isFree = (at: Date) => ({
  state: "queued",
  OR: [{ leaseUntil: null }, { leaseUntil: { lt: at } }],
});

/** Brings one file of each batch that has some left; false when there was nothing to do. */
export async function bringRound(): Promise<boolean> {
  // BatchFile(state, batchId, ordinal)
  const batches = await db.batchFile.groupBy({
    by: ["batchId"],
    where: isFree(now()),
    orderBy: { batchId: "asc" },
  });
  let hasDone = false;
  for (const { batchId } of batches) if (await bringNext(batchId)) hasDone = true;
  return hasDone;
}

/** What a server that was killed had in hand. On SQLite no other server can have it. */
export async function freeAfterStart(): Promise<void> {
  if (engine === "sqlite")
    await db.batchFile.updateMany({ where: { state: "queued" }, data: { leaseUntil: null } });
}

type Queued = NonNullable<Awaited<ReturnType<typeof claimNext>>>;

async function bringNext(batchId: string): Promise<boolean> {
  const batch = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } });
  const actor = await findOwner(batch.ownerId);
  // who may not import any more finds the rest when they may again
  if (actor === null) return false;
  const file = await claimNext(batchId);
  if (file === null) return false;
  if (batch.cancelledAt !== null) await settle(file, { state: "cancelled" });
  else if (file.tries > MOST_TRIES) await settle(file, { state: "refused", reason: BROKE_OFF });
  else {
    try {
      const bytes = await unpacking(file.packed, { maxOutputLength: MOST.fileBytes });
      if (isZip(file.name)) await openZipFile(file, bytes);
      else await bringFile(actor, { ...batch, accepts: batch.accepts as Accepts }, file, bytes);
    } catch (error) {
      await leaveOr(file, error);
    }
  }
  return true;
}

async function findOwner(ownerId: string): Promise<Actor | null> {
  const user = await getUser(SYSTEM, { id: ownerId }).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (user === null || user.isDisabled) return null;
  const actor = { id: user.id, name: user.name, role: user.role };
  return can(actor, "source:import") ? actor : null;
}

/** The next file of a batch, which this server has in hand then. */
async function claimNext(batchId: string) {
  const file = await db.batchFile.findFirst({
    where: { batchId, ...isFree(now()) },
    // one that may have ended the server waits until all others are read
    orderBy: [{ tries: "asc" }, { ordinal: "asc" }],
  });
  if (file === null) return null;
  const lease = new Date(now().getTime() + LEASE_MS);
  const { count } = await db.batchFile.updateMany({
    where: { id: file.id, state: "queued", leaseUntil: file.leaseUntil },
    data: { leaseUntil: lease, tries: { increment: 1 } },
  });
  return count === 0 ? null : { ...file, leaseUntil: lease, tries: file.tries + 1 };
}

interface Came {
  readonly state: string;
  readonly reason?: string;
  readonly draftId?: string | null;
  readonly sourceId?: string | null;
  readonly joinsBy?: string | null;
  readonly stored?: number;
  readonly pending?: number;
}

/** Notes what came of a file; one whose lease another server took over is its to note. */
async function settle({ id, leaseUntil }: Queued, came: Came): Promise<void> {
  await db.batchFile.updateMany({
    where: { id, leaseUntil, state: "queued" },
    data: { ...came, packed: NO_BYTES, leaseUntil: null, doneAt: now() },
  });
}

async function bringFile(
  actor: Actor,
  batch: { readonly storyId: string | null; readonly accepts: Accepts } & OfAll,
  file: Queued,
  bytes: Uint8Array,
): Promise<void> {
  const { batchId, sha256, ordinal, name } = file;
  // BatchFile(batchId, sha256)
  const twin = await db.batchFile.findFirst({
    where: { batchId, sha256, ordinal: { lt: ordinal }, state: { in: ["stored", "waiting", "known"] } },
    orderBy: { ordinal: "desc" },
    select: { name: true, draftId: true, sourceId: true },
  });
  // whoever discarded its import and brings it again wants it after all
  if (twin && !(await isDiscarded(twin.draftId))) {
    const { draftId, sourceId } = twin;
    return settle(file, { state: "known", reason: `The same file as ${twin.name}.`, draftId, sourceId });
  }
  const { outletName, author, publishedOn, language, accepts } = batch;
  const story = batch.storyId
    ? await db.story.findUnique({ where: { id: batch.storyId }, select: { slug: true } })
    : null;
  const { what, wasOpen, reason, ...came } = await bringDocument(actor, {
    ...{ arriving: { bytes, name }, accepts, outletName, author, publishedOn, language },
    story: story?.slug ?? "",
  });
  await settle(file, {
    ...{ ...came, state: what },
    reason: reason?.replace(`${name}: `, "") ?? (wasOpen ? OPEN_BEFORE : ""),
  });
}

async function isDiscarded(draftId: string | null): Promise<boolean> {
  if (draftId === null) return false;
  const draft = await db.importDraft.findUnique({ where: { publicId: draftId }, select: { state: true } });
  return draft?.state === "discarded";
}

type OfAll = Readonly<Record<"outletName" | "author" | "publishedOn" | "language", string>>;

const OPEN_BEFORE = "An import of it was open before.";
const BROKE_OFF = `The program broke off at it ${MOST_TRIES} times. Bring it alone, or as another kind of file.`;
const FAILED =
  "The program failed at it; the log of the server says where. Bring it alone, or as another kind of file.";

/**
 * Puts the documents of a zip behind the files of its batch: all of them, or none where they are too many. What is there already, from
 * before a kill or by another server, is left.
 */
async function openZipFile(zip: Queued, bytes: Buffer): Promise<void> {
  const { batchId, ordinal } = zip;
  const { documents, others } = await openPacked(bytes, zip.name);
  if (documents.length === 0)
    return settle(zip, { state: "refused", reason: "It holds no document that is read." });
  // BatchFile(batchId, ordinal)
  const held = await db.batchFile.findMany({
    where: { batchId, zipOrdinal: ordinal },
    orderBy: { ordinal: "asc" },
    select: { name: true },
  });
  const known = new Set(held.map(({ name }) => name));
  const fresh = documents.filter(({ name }) => !known.has(name));
  await refuseTooMuch(db, batchId, fresh);
  for (const { name, bytes: unpacked } of fresh) {
    const row = await unpacked().then((bytes) => rowOf({ name, bytes }), refusedRow(name));
    await transact((tx) => addEntry(tx, batchId, { ...row, zipOrdinal: ordinal }));
  }
  const told = `${documents.length} ${documents.length === 1 ? "document" : "documents"}`;
  const left = others === 0 ? "" : `, ${others} ${others === 1 ? "file" : "files"} of other kinds left out`;
  await settle(zip, { state: "opened", reason: `${told}${left}.` });
}

const refusedRow = (name: string) => async (error: unknown) => {
  if (!(error instanceof Refused)) throw error;
  const reason = error.refusals.map(({ message }) => message).join(" ");
  return { ...(await rowOf({ name, bytes: NO_BYTES })), state: "refused", reason, packed: NO_BYTES };
};

type Entry = Awaited<ReturnType<typeof rowOf>> & { readonly zipOrdinal: number };

async function addEntry(tx: Tx, batchId: string, entry: Entry): Promise<void> {
  const { sha256, zipOrdinal, name } = entry;
  // BatchFile(batchId, sha256): another server may be opening the same zip
  const known = await tx.batchFile.count({ where: { batchId, sha256, zipOrdinal, name } });
  if (known === 0) await addRows(tx, batchId, [entry]);
}

/** Leaves a file to be begun again; or says why it is not, once that was tried often enough. */
async function leaveOr(file: Queued, error: unknown): Promise<void> {
  const { id, leaseUntil, tries } = file;
  const isAway = error instanceof Unavailable;
  if (error instanceof Refused)
    return settle(file, { state: "refused", reason: error.refusals.map(({ message }) => message).join(" ") });
  if (!(error instanceof DomainError))
    console.error(`A file of a batch could not be brought: ${wordsOf(error)}`);
  if (tries >= MOST_TRIES && !isAway) {
    const reason = error instanceof DomainError ? error.message : FAILED;
    return settle(file, { state: "refused", reason });
  }
  const again = new Date(now().getTime() + AGAIN_AFTER_MS);
  await db.batchFile.updateMany({ where: { id, leaseUntil }, data: { leaseUntil: again } });
  if (isAway) throw error;
}

/** The kind of a failure and where it happened; never its message, which may repeat the file. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames.slice(0, 6)].join("\n");
}
