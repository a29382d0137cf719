import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { normaliseName } from "@/lib/text";

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
