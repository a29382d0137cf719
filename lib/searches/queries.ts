import { type Actor, can } from "@/lib/auth";
import { among, db, type Prisma } from "@/lib/db/server";
import { hasWords } from "@/lib/forms";
import type { StatementFilter } from "@/lib/statements";
import { askedFor } from "@/lib/statements/server";
import { normaliseName } from "@/lib/text";
import { seesUnpublished, visibleStatements } from "@/lib/visibility/server";
import { feedNameOf, isProof, readFeedName } from "./feed-names";
import { filterOf, leastIdSince, MOST_SEARCHES } from "./model";

export type SavedSearch = Awaited<ReturnType<typeof listSearches>>[number];

/** The searches that the actor finds: their own, and at the desk those that are shared. */
export function searchesFor(actor: Actor): Prisma.SavedSearchWhereInput {
  if (actor.id === null) return { id: { in: [] } };
  const own = { ownerId: actor.id };
  return can(actor, "search:share") ? { OR: [own, { isShared: true }] } : own;
}

/** So many of what others share are listed: of a desk there are seldom more. */
const MOST_LISTED = 200;

/** The saved searches of the actor, and those that the desk shares, oldest first. */
export async function listSearches(actor: Actor) {
  return (await rowsFor(actor)).map((row) => toSearch(actor, row));
}

/** Those of them whose name has words that begin so; none without words. */
export async function findSearchesByWords(actor: Actor, q: string, { take }: { take: number }) {
  const words = normaliseName(q);
  if (words === "" || actor.id === null) return [];
  const named = (await rowsFor(actor)).filter(({ name }) => hasWords(name, words));
  return named.slice(0, take).map((row) => toSearch(actor, row));
}

async function rowsFor(actor: Actor) {
  const listed = (where: Prisma.SavedSearchWhereInput, take: number) =>
    db.savedSearch.findMany({
      where: { AND: [searchesFor(actor), where] },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      ...{ take, select: selected(actor) },
    });
  const ownerId = actor.id ?? "";
  const [own, shared] = await Promise.all([
    // SavedSearch(ownerId, createdAt, id): all of them, however much others share
    listed({ ownerId }, MOST_SEARCHES),
    // SavedSearch(isShared, createdAt, id)
    listed({ isShared: true, ownerId: { not: ownerId } }, MOST_LISTED),
  ]);
  return [...own, ...shared].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  );
}

/** One of them; null when the actor finds none such. */
export async function findSearch(actor: Actor, searchId: string) {
  const found = await db.savedSearch.findFirst({
    where: { AND: [{ id: searchId }, searchesFor(actor)] },
    select: selected(actor),
  });
  return found && toSearch(actor, found);
}

/** The saved search that a feed is of; null when there is none, the address is none of now, or its owner has left with it. */
export async function findSearchOfFeed(
  name: string,
): Promise<{ name: string; filter: StatementFilter } | null> {
  const asked = readFeedName(name);
  if (asked === null) return null;
  const found = await db.savedSearch.findUnique({
    where: { id: asked.id },
    select: {
      id: true,
      salt: true,
      name: true,
      asked: true,
      isShared: true,
      owner: { select: { disabledAt: true } },
    },
  });
  if (!found || !isProof(asked.proof, found) || (found.owner.disabledAt && !found.isShared)) return null;
  return { name: found.name, filter: filterOf(found.asked) };
}

/** Where counting what is new ends: past it somebody looks anew. */
const MOST_NEW = 1000;

interface Looked {
  readonly filter: StatementFilter;
  readonly seenAt: Date;
}

/** What is new in a saved search, by the ids of its statements; `isMore` when there are more. */
export interface News {
  readonly ids: ReadonlySet<string>;
  readonly isMore: boolean;
}

/**
 * What of several saved searches is new to the actor, in their order. Only what came since is asked whether it fits, so that a
 * search of everything costs no more than one of little; and it is read once for all of them, for what came since somebody
 * looked last is the beginning of what came since they looked first.
 */
export async function listNew(actor: Actor, searches: readonly Looked[]): Promise<News[]> {
  const least = Math.min(...searches.map(({ seenAt }) => seenAt.getTime()));
  const came = searches.length === 0 ? [] : await cameSince(actor, new Date(least));
  const news: News[] = [];
  // one after the other: each may ask a thousand
  for (const { filter, seenAt } of searches) {
    const since = came.filter((one) => one.isSince(seenAt)).map(({ id }) => id);
    const ids = since.length === 0 ? [] : await fitting(actor, filter, since);
    news.push({ ids: new Set(ids), isMore: since.length > MOST_NEW });
  }
  return news;
}

/** What came since a moment, the newest first, at most one more than are counted. */
async function cameSince(actor: Actor, at: Date) {
  // by the key, and by Statement(state, publishedAt, id)
  const came = seesUnpublished(actor)
    ? { where: { id: { gt: leastIdSince(at) } }, orderBy: [{ id: "desc" as const }] }
    : {
        where: { state: "published", publishedAt: { gt: at } },
        orderBy: [{ publishedAt: "desc" as const }, { id: "desc" as const }],
      };
  const found = await db.statement.findMany({
    where: { AND: [visibleStatements(actor), came.where] },
    orderBy: came.orderBy,
    ...{ take: MOST_NEW + 1, select: { id: true, publishedAt: true } },
  });
  return found.map(({ id, publishedAt }) => ({
    id,
    isSince: (seenAt: Date) =>
      seesUnpublished(actor) ? id > leastIdSince(seenAt) : publishedAt !== null && publishedAt > seenAt,
  }));
}

async function fitting(actor: Actor, filter: StatementFilter, ids: readonly string[]): Promise<string[]> {
  const found = await db.statement.findMany({
    where: { AND: [{ id: among(ids) }, (await askedFor(actor, filter)).where] },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

const selected = (actor: Actor) =>
  ({
    ...{ id: true, name: true, asked: true, isShared: true, salt: true, createdAt: true, ownerId: true },
    owner: { select: { name: true } },
    seen: { where: { userId: actor.id ?? "" }, select: { seenAt: true }, orderBy: { searchId: "asc" } },
  }) satisfies Prisma.SavedSearchSelect;

type Row = Prisma.SavedSearchGetPayload<{ select: ReturnType<typeof selected> }>;

function toSearch(actor: Actor, { seen, owner, ownerId, salt, ...search }: Row) {
  return {
    ...search,
    filter: filterOf(search.asked),
    feed: feedNameOf({ id: search.id, salt }),
    owner: owner.name,
    isOwn: ownerId === actor.id,
    // a shared one that somebody never looked at was seen when it was made
    seenAt: seen[0]?.seenAt ?? search.createdAt,
  };
}
