import { randomBytes } from "node:crypto";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { foldForSearch } from "@/lib/text";
import { MOST_SEARCHES } from "./model";
import { searchesFor } from "./queries";

interface SaveSearchInput {
  readonly name: string;
  /** The query of the list's address. */
  readonly asked: string;
  readonly isShared: boolean;
}

const newSalt = () => randomBytes(18).toString("base64url");

/**
 * Keeps a search under a name. What it finds by now counts as seen.
 * @throws {Forbidden} for whoever has no account, or may not share. @throws {Refused} when it asks for nothing, one of
 * theirs asks for the same or bears the name, or there are too many.
 */
export async function saveSearch(
  actor: Actor,
  { name, asked, isShared }: SaveSearchInput,
): Promise<{ id: string }> {
  const ownerId = personOf(actor);
  if (isShared) assertCan(actor, "search:share");
  if (asked === "")
    throw new Refused([
      { rule: "search.empty", message: "Search or narrow the list first: this would keep all of it." },
    ]);
  const at = now();
  return transact(async (tx) => {
    const own = await ownSearches(tx, ownerId);
    refuseTaken(own, name);
    const twin = own.find((one) => one.asked === asked);
    if (twin) throw kept(twin, `You keep this very search already, as “${twin.name}”.`);
    if (own.length >= MOST_SEARCHES)
      throw new Refused([
        {
          ...{ rule: "search.many", field: "name" },
          message: `You keep ${MOST_SEARCHES} searches. Remove one first.`,
        },
      ]);
    const { id } = await tx.savedSearch.create({
      data: { ownerId, name, asked, isShared, salt: newSalt(), createdAt: at },
      select: { id: true },
    });
    await tx.savedSearchSeen.create({ data: { searchId: id, userId: ownerId, seenAt: at } });
    return { id };
  });
}

/**
 * Names a search of the actor's otherwise, shares it or stops that. Whoever it was shared with knows the address of its feeds, so that
 * another one takes its place then. Whoever may share no more keeps it shared, or stops.
 * @throws {Forbidden} @throws {NotFound} also somebody else's. @throws {Refused} when another of theirs bears the name.
 */
export async function changeSearch(
  actor: Actor,
  { searchId, name, isShared }: { searchId: string; name: string; isShared: boolean },
): Promise<void> {
  await transact(async (tx) => {
    const found = await ownSearch(tx, actor, searchId);
    if (isShared && !found.isShared) assertCan(actor, "search:share");
    if (foldForSearch(name) !== foldForSearch(found.name))
      refuseTaken(await ownSearches(tx, found.ownerId), name);
    const salt = found.isShared && !isShared ? newSalt() : found.salt;
    await tx.savedSearch.update({ where: { id: searchId }, data: { name, isShared, salt } });
  });
}

/** Gives the feeds of a search of the actor's another address; the former one ends at once. @throws {Forbidden} @throws {NotFound} */
export async function renewFeed(actor: Actor, { searchId }: { searchId: string }): Promise<void> {
  await transact(async (tx) => {
    await ownSearch(tx, actor, searchId);
    await tx.savedSearch.update({ where: { id: searchId }, data: { salt: newSalt() } });
  });
}

/**
 * Removes a search for good, with its feeds: one of the actor's, or, by an editor, one that is shared, for whoever shared it may have
 * left. @throws {Forbidden} @throws {NotFound}
 */
export async function removeSearch(actor: Actor, { searchId }: { searchId: string }): Promise<void> {
  await transact(async (tx) => {
    const isTheirs = await tx.savedSearch.count({
      where: { AND: [{ id: searchId }, searchesFor(actor), { isShared: true }] },
    });
    if (isTheirs === 0 || actor.role !== "editor") await ownSearch(tx, actor, searchId);
    await tx.savedSearch.delete({ where: { id: searchId } });
  });
}

/**
 * Notes that the actor has seen what a search found until a moment, that of the page they looked at: what came between the look and the
 * press nobody has seen. @throws {Forbidden} @throws {NotFound}
 */
export async function markSeen(
  actor: Actor,
  { searchId, until }: { searchId: string; until: Date },
): Promise<void> {
  const userId = personOf(actor);
  const seenAt = new Date(Math.min(until.getTime(), now().getTime()));
  await transact(async (tx) => {
    if ((await tx.savedSearch.count({ where: { AND: [{ id: searchId }, searchesFor(actor)] } })) === 0)
      throw new NotFound("This saved search");
    const where = { searchId_userId: { searchId, userId } };
    const before = await tx.savedSearchSeen.findUnique({ where, select: { seenAt: true } });
    // a page that stood open for long takes nothing back
    if (before && before.seenAt >= seenAt) return;
    await tx.savedSearchSeen.upsert({
      where,
      create: { searchId, userId, seenAt },
      update: { seenAt },
    });
  });
}

function ownSearches(tx: Tx, ownerId: string): Promise<Kept[]> {
  return tx.savedSearch.findMany({
    where: { ownerId },
    select: { id: true, name: true, asked: true },
    orderBy: { id: "asc" },
  });
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly asked: string;
}

/** @throws {Refused} */
function refuseTaken(own: readonly Kept[], name: string): void {
  const key = foldForSearch(name.trim());
  const twin = own.find((one) => foldForSearch(one.name.trim()) === key);
  if (twin) throw kept(twin, `You keep a search of this name already: “${twin.name}”. Give another name.`);
}

function kept({ id }: Kept, message: string): Refused {
  const there = `/searches#search-${id}`;
  return new Refused([
    { rule: "search.twin", message: `${message} Nothing was kept.`, field: "name", there },
  ]);
}

async function ownSearch(tx: Tx, actor: Actor, searchId: string) {
  const found = await tx.savedSearch.findFirst({ where: { id: searchId, ownerId: personOf(actor) } });
  if (!found) throw new NotFound("This saved search");
  return found;
}

/** @throws {Forbidden} */
function personOf(actor: Actor): string {
  if (actor.id === null) throw new Forbidden("search:save");
  return actor.id;
}
