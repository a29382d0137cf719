import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { normaliseName } from "@/lib/text";

export interface OutletRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * The outlets by name, at most 200: all, or those whose name holds `q`.
 * @throws {Forbidden} for who does not work with sources.
 */
export async function listOutlets(actor: Actor, { q = "" }: { q?: string } = {}): Promise<OutletRow[]> {
  assertCan(actor, "source:import");
  return db.outlet.findMany({
    where: { nameKey: { contains: normaliseName(q) } },
    select: { id: true, slug: true, name: true },
    orderBy: { nameKey: "asc" },
    take: 200,
  });
}
