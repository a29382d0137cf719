import { db } from "@/lib/db/server";
import { everyShingleOf } from "./model";

// words that stand in more editions than this tell nothing of any of them
export const MOST_EDITIONS = 400;
const AT_ONCE = 500;

// turns of phrase that every article has: counting their hundred thousand places is most of what looking costs, and they only grow
const MOST_COMMON = 20_000;
const common = new Set<number>();

/**
 * The editions that have most words in a row in common with a text, best first, by id. What they hold of it is for the
 * caller to find, and whether the actor may see it for the caller to ask.
 */
export async function listEditionsSharing(text: string, { most }: { most: number }): Promise<string[]> {
  const asked = [...everyShingleOf(text)].filter((hash) => !common.has(hash));
  const shared = new Map<number, number>();
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const hashes = asked.slice(from, from + AT_ONCE);
    const counts = await db.shingle.groupBy({ by: ["hash"], where: { hash: { in: hashes } }, _count: true });
    for (const { hash, _count } of counts)
      if (_count > MOST_EDITIONS && common.size < MOST_COMMON) common.add(hash);
    const telling = new Map(
      counts.filter(({ _count }) => _count <= MOST_EDITIONS).map(({ hash, _count }) => [hash, _count]),
    );
    const places = await db.shingle.findMany({
      where: { hash: { in: [...telling.keys()] } },
      orderBy: [{ hash: "asc" }, { indexedId: "asc" }],
    });
    for (const { hash, indexedId } of places)
      shared.set(indexedId, (shared.get(indexedId) ?? 0) + 1 / (telling.get(hash) ?? 1));
  }
  const best = [...shared].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most);
  const numbers = best.map(([number]) => number);
  const editions = await db.indexedEdition.findMany({
    where: { number: { in: numbers } },
    orderBy: { number: "asc" },
  });
  const ids = new Map(editions.map(({ number, editionId }) => [number, editionId]));
  return numbers.flatMap((number) => ids.get(number) ?? []);
}
