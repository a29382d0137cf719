import type { Prisma, Tx } from "@/lib/db/server";
import { freeSlug } from "@/lib/text";

/** For each wanted address one that no speaker has, nor another of the same list. */
export async function freeSlugs(tx: Tx, bases: readonly string[]): Promise<string[]> {
  const taken = new Set<string>();
  const distinct = [...new Set(bases)];
  const CHUNK = 100; // SQLite nests each OR, at most 1000 deep
  for (let from = 0; from < distinct.length; from += CHUNK) {
    const near: Prisma.SpeakerWhereInput[] = distinct
      .slice(from, from + CHUNK)
      .flatMap((base) => [{ slug: base }, { slug: { startsWith: `${base}-` } }]);
    for (const { slug } of await tx.speaker.findMany({
      where: { OR: near },
      select: { slug: true },
      orderBy: { id: "asc" },
    }))
      taken.add(slug);
  }
  return bases.map((base) => {
    const slug = freeSlug(base, taken);
    taken.add(slug);
    return slug;
  });
}
