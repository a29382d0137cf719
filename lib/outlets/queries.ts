import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { cursorOf, laterThan, type PageRequest, takeOf } from "@/lib/paging";
import { normaliseName } from "@/lib/text";
import { seesUnpublished, visibleSources } from "@/lib/visibility/server";

export interface OutletRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * The outlets by name whose name holds `q`, at most `take`.
 * @throws {Forbidden} for who does not work with sources.
 */
export async function listOutlets(
  actor: Actor,
  { q = "", take = 200 }: { q?: string; take?: number } = {},
): Promise<OutletRow[]> {
  assertCan(actor, "source:import");
  return db.outlet.findMany({
    where: { nameKey: { contains: normaliseName(q) } },
    select: { id: true, slug: true, name: true },
    orderBy: { nameKey: "asc" },
    take,
  });
}

/**
 * One page of the outlets by name, each with how many of its sources the actor may see. Visitors find those that published something
 * in which a public statement stands.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listOutletsByName(actor: Actor, page: PageRequest = {}) {
  const [take, sources] = [takeOf(page), visibleSources(actor)];
  // Outlet(nameKey)
  const found = await db.outlet.findMany({
    where: { AND: [laterThan("nameKey", page.after), publishedBy(actor)] },
    orderBy: [{ nameKey: "asc" }, { id: "asc" }],
    take: take + 1,
    select: { id: true, slug: true, name: true, nameKey: true, kind: true, country: true },
  });
  const items = found.slice(0, take);
  const last = found.length > take ? items.at(-1) : undefined;
  // Source(outletId)
  const counts = await db.source.groupBy({
    by: ["outletId"],
    where: { AND: [sources, { outletId: { in: items.map(({ id }) => id) } }] },
    _count: { _all: true },
  });
  return {
    items: items.map(({ id, nameKey: _, ...outlet }) => ({
      ...outlet,
      sources: counts.find(({ outletId }) => outletId === id)?._count._all ?? 0,
    })),
    next: last ? cursorOf(last.nameKey, last.id) : null,
  };
}

/** The outlets that an actor may know of. */
const publishedBy = (actor: Actor): Prisma.OutletWhereInput =>
  seesUnpublished(actor) ? {} : { sources: { some: visibleSources(actor) } };

export type OutletDetail = Awaited<ReturnType<typeof getOutlet>>;

/**
 * An outlet with how many of its sources the actor may see. Visitors find those that published something in which a public statement stands.
 * @throws {NotFound}
 */
export async function getOutlet(actor: Actor, { slug }: { slug: string }) {
  const sources = visibleSources(actor);
  const outlet = await db.outlet.findFirst({
    where: { slug, ...publishedBy(actor) },
    select: {
      ...{ id: true, slug: true, name: true, kind: true, homepage: true, country: true },
      ...{ language: true, version: true },
    },
  });
  if (!outlet) throw new NotFound("The outlet");
  // Source(outletId)
  return {
    ...outlet,
    sources: await db.source.count({ where: { AND: [sources, { outletId: outlet.id }] } }),
  };
}
