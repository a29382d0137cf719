import type { Actor } from "@/lib/auth";
import { FOUND } from "@/lib/claims/server";
import { db, type Prisma } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import {
  COUNT_LIMIT,
  type Count,
  countedTo,
  cursorOf,
  olderThan,
  type PageRequest,
  takeOf,
} from "@/lib/paging";
import { titlesFor } from "@/lib/sources/server";
import {
  isShutOut,
  listedStatements,
  seesUnpublished,
  visibleClaims,
  visibleSources,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";

export type StoryRow = Awaited<ReturnType<typeof listStories>>["items"][number];
export type StoryDetail = Awaited<ReturnType<typeof getStory>>;

/**
 * One page of the stories that the actor may see, newest first, with how many of their statements the actor may see.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listStories(actor: Actor, page: PageRequest = {}) {
  const take = takeOf(page);
  const found = await db.story.findMany({
    where: { AND: [visibleStories(actor), olderThan("createdAt", page.after)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: { id: true, slug: true, title: true, summary: true, createdAt: true, withdrawnAt: true },
  });
  const items = found.slice(0, take);
  const last = found.length > take ? items.at(-1) : undefined;
  const counts = await db.statement.groupBy({
    by: ["storyId"],
    where: {
      AND: [
        visibleStatements(actor),
        listedStatements(actor),
        { storyId: { in: items.map(({ id }) => id) } },
      ],
    },
    _count: { _all: true },
  });
  return {
    items: items.map((story) => ({
      ...story,
      statements: counts.find(({ storyId }) => storyId === story.id)?._count._all ?? 0,
    })),
    next: last ? cursorOf(last.createdAt, last.id) : null,
  };
}

/** How many stories there are, counted up to `COUNT_LIMIT`. */
export async function countStories(actor: Actor): Promise<Count> {
  return countedTo(await db.story.count({ where: visibleStories(actor), take: COUNT_LIMIT + 1 }));
}

/**
 * A story with its claims and the sources that the actor may see; its statements are a list of their own.
 * @throws {NotFound} also when the actor may see nothing in it.
 */
export async function getStory(actor: Actor, slug: string) {
  const story = await db.story.findFirst({
    where: { AND: [{ slug }, addressedStories(actor)] },
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      version: true,
      createdAt: true,
      withdrawnAt: true,
      claims: {
        where: { claim: visibleClaims(actor) },
        select: { claim: { select: { slug: true, proposition: true, state: true, verdicts: FOUND } } },
        orderBy: [{ claim: { createdAt: "asc" } }, { claimId: "asc" }],
      },
      sources: {
        where: { source: visibleSources(actor) },
        select: {
          source: {
            select: { publicId: true, title: true, publishedOn: true, outlet: { select: { name: true } } },
          },
        },
        orderBy: [{ source: { createdAt: "asc" } }, { sourceId: "asc" }],
      },
    },
  });
  if (!story) throw new NotFound("The story");
  // of a withdrawn story the public reads the notice, and nothing that it held
  if (story.withdrawnAt && !seesUnpublished(actor)) return { ...story, summary: "", claims: [], sources: [] };
  const sources = story.sources.map(({ source }) => source);
  const titled = await titlesFor(actor, sources);
  return {
    ...story,
    claims: story.claims.map(({ claim: { verdicts, ...claim } }) => ({
      ...claim,
      found: verdicts[0] ?? null,
    })),
    sources: sources.map((one) => titled(one)),
  };
}

/** The visible ones, and those withdrawn, whose address answers with the notice. */
export function addressedStories(actor: Actor): Prisma.StoryWhereInput {
  // an empty part of an OR is no part of it, so the desk is told apart first
  if (seesUnpublished(actor) || isShutOut(actor)) return visibleStories(actor);
  return { OR: [visibleStories(actor), { withdrawnAt: { not: null } }] };
}
