import type { Actor } from "@/lib/auth";
import { among, countedOnce, db, type Prisma } from "@/lib/db/server";
import { hasWords } from "@/lib/forms";
import { normaliseName } from "@/lib/text";
import {
  isShutOut,
  listedStatements,
  seesUnpublished,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";

/** Where and in which role somebody is quoted. */
export interface QuotedIn {
  /** Words of a role or its body that are on record. */
  readonly role?: string | undefined;
  /** The address of an outlet that printed them. */
  readonly outlet?: string | undefined;
  /** The address of a story in which they are quoted. */
  readonly story?: string | undefined;
}

/**
 * The speakers of the statements of an outlet or a story that the actor may see, and those who held a role with these words. They are
 * looked up before the list is read, and kept until a write: asked of each speaker in turn, an outlet that few speak in would read all.
 */
export async function quotedIn(
  actor: Actor,
  { role, outlet, story }: QuotedIn,
): Promise<Prisma.SpeakerWhereInput> {
  const sees = isShutOut(actor) ? "nothing" : seesUnpublished(actor);
  const kept = (name: string, find: () => Promise<string[]>) => countedOnce(`speakers ${sees} ${name}`, find);
  const found = await Promise.all([
    // Outlet(slug), Source(outletId, …), Statement(sourceId, …)
    outlet ? kept(`outlet ${outlet}`, () => spokenIn(actor, { source: { outlet: { slug: outlet } } })) : null,
    // Story(slug), Statement(storyId, …)
    story
      ? kept(`story ${story}`, () =>
          spokenIn(actor, { story: { AND: [{ slug: story }, visibleStories(actor)] } }),
        )
      : null,
    normaliseName(role ?? "") === ""
      ? null
      : kept(`role ${normaliseName(role ?? "")}`, () => inRole(role ?? "")),
  ]);
  return { AND: found.flatMap((ids) => (ids === null ? [] : [{ id: among(ids) }])) };
}

async function spokenIn(actor: Actor, where: Prisma.StatementWhereInput): Promise<string[]> {
  const counts = await db.statement.groupBy({
    by: ["speakerId"],
    where: { AND: [visibleStatements(actor), listedStatements(actor), where, { speakerId: { not: null } }] },
    orderBy: { speakerId: "asc" },
  });
  return counts.flatMap(({ speakerId }) => speakerId ?? []);
}

/** Who held a role of which each word begins a word of it, or of the body: roles are compared as names are, whatever the keyboard. */
async function inRole(role: string): Promise<string[]> {
  const words = normaliseName(role);
  const held = await db.affiliation.findMany({
    select: { speakerId: true, role: true, body: true },
    orderBy: { id: "asc" },
  });
  return [
    ...new Set(held.flatMap((one) => (hasWords(`${one.role} ${one.body}`, words) ? one.speakerId : []))),
  ];
}
