import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
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

export type OutletDetail = Awaited<ReturnType<typeof getOutlet>>;

/**
 * An outlet with how many of its sources the actor may see. Visitors find those that published something in which a public statement stands.
 * @throws {NotFound}
 */
export async function getOutlet(actor: Actor, { slug }: { slug: string }) {
  const sources = visibleSources(actor);
  const outlet = await db.outlet.findFirst({
    where: { slug, ...(seesUnpublished(actor) ? {} : { sources: { some: sources } }) },
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
