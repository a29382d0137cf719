import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { hasWords, oneMeant } from "@/lib/forms";
import { normaliseName } from "@/lib/text";
import { visibleStories } from "@/lib/visibility/server";

/** A story as a picker offers it. */
export interface StoryOffer {
  /** The slug. */
  readonly id: string;
  /** As it is written to mean this one and no other: its title, with its address where several have it. */
  readonly told: string;
}

// titles are short, and a newsroom that keeps more stories open than this looks for the newest
const MOST_READ = 5000;

/** The open stories whose title has words that begin so, newest first; none without words. */
export async function findStoriesByWords(
  actor: Actor,
  q: string,
  { take }: { take: number },
): Promise<StoryOffer[]> {
  const words = normaliseName(q);
  if (words === "") return [];
  return (await openStories(actor)).filter(({ told }) => hasWords(told, words)).slice(0, take);
}

/** The open story that words in a field mean. @throws {Refused} at the field `story`, when none or several may be meant. */
export async function getStoryByWords(actor: Actor, typed: string): Promise<StoryOffer> {
  return oneMeant(typed, await openStories(actor), { field: "story", what: "open story" });
}

/** The story as it is written in a field; empty when it is none, or none that is open to the actor. */
export async function findStoryTold(actor: Actor, slug: string | undefined): Promise<string> {
  if (slug === undefined) return "";
  return (await openStories(actor)).find(({ id }) => id === slug)?.told ?? "";
}

async function openStories(actor: Actor): Promise<StoryOffer[]> {
  const found = await db.story.findMany({
    where: { AND: [visibleStories(actor), { withdrawnAt: null }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_READ,
    select: { slug: true, title: true },
  });
  const bearers = new Map<string, number>();
  const keyed = found.map((story) => ({ ...story, key: normaliseName(story.title) }));
  for (const { key } of keyed) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  return keyed.map(({ slug, title, key }) => ({
    id: slug,
    told: (bearers.get(key) ?? 0) > 1 ? `${title} (${slug})` : title,
  }));
}
