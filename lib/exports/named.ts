import type { Actor } from "@/lib/auth";
import { addressedClaims } from "@/lib/claims/server";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { slugsNow } from "@/lib/speakers/server";
import type { StatementFilter } from "@/lib/statements";
import { addressedStories } from "@/lib/stories/server";
import { visibleSources, visibleSpeakers, visibleStatements } from "@/lib/visibility/server";

/**
 * A file of less than what was named would be taken for all of it, and an empty one for the answer that there is nothing.
 * @throws {NotFound} naming each statement, speaker, source, story and claim that a filter names and the actor may not see.
 */
export async function assertNamed(actor: Actor, filter: StatementFilter): Promise<void> {
  const { id: ids = [], speaker = [], source, story, claim } = filter;
  const [statements, speakers, sources, stories, claims] = await Promise.all([
    missing(ids, (publicId) =>
      db.statement.findMany({
        where: { AND: [{ publicId }, visibleStatements(actor)] },
        select: { publicId: true },
        orderBy: { id: "asc" },
      }),
    ),
    missingSpeakers(actor, speaker),
    missing(source, (publicId) =>
      db.source.findMany({
        where: { AND: [{ publicId }, visibleSources(actor)] },
        select: { publicId: true },
        orderBy: { id: "asc" },
      }),
    ),
    missing(story, (slug) =>
      db.story.findMany({
        where: { AND: [{ slug }, addressedStories(actor)] },
        select: { slug: true },
        orderBy: { id: "asc" },
      }),
    ),
    missing(claim, (slug) =>
      db.claim.findMany({
        where: { AND: [{ slug }, addressedClaims(actor)] },
        select: { slug: true },
        orderBy: { id: "asc" },
      }),
    ),
  ]);
  const all = [
    ...told("Statement", "Statements", statements),
    ...told("Speaker", "Speakers", speakers),
    ...told("Source", "Sources", sources),
    ...told("Story", "Stories", stories),
    ...told("Claim", "Claims", claims),
  ];
  const isMany = statements.length + speakers.length + sources.length + stories.length + claims.length > 1;
  if (all.length > 0) throw new NotFound(all.join("; "), { isMany });
}

/** Those of some names that nothing is found under, in their order. */
async function missing(
  asked: readonly string[] | string | undefined,
  find: (named: { in: string[] }) => Promise<readonly { publicId?: string; slug?: string }[]>,
): Promise<string[]> {
  const names = [...new Set([asked || []].flat())];
  if (names.length === 0) return [];
  const found = new Set((await find({ in: names })).flatMap(({ publicId, slug }) => publicId ?? slug ?? []));
  return names.filter((name) => !found.has(name));
}

/** A speaker who was found to be another is there under the former address too. */
async function missingSpeakers(actor: Actor, asked: readonly string[]): Promise<string[]> {
  const now = await slugsNow(actor, asked);
  const gone = new Set(
    await missing(now, (slug) =>
      db.speaker.findMany({
        where: { AND: [{ slug }, visibleSpeakers(actor)] },
        select: { slug: true },
        orderBy: { id: "asc" },
      }),
    ),
  );
  return asked.filter((_, at) => gone.has(now[at] ?? ""));
}

// an address takes two hundred, each as long as it likes
const [MOST_TOLD, MOST_UTF16] = [20, 100];

function told(one: string, many: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const listed = names
    .slice(0, MOST_TOLD)
    .map((name) => (name.length > MOST_UTF16 ? `${name.slice(0, MOST_UTF16)}…` : name))
    .join(", ");
  const more = names.length > MOST_TOLD ? ` and ${names.length - MOST_TOLD} more` : "";
  return [`${names.length === 1 ? one : many} ${listed}${more}`];
}
