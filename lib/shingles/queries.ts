import { db } from "@/lib/db/server";
import { everyShingleOf } from "./model";
import { isCommon, tellingOf } from "./widespread";

const AT_ONCE = 500;

/**
 * The editions that have most words in a row in common with a text, best first, by id. What they hold of it is for the
 * caller to find, and whether the actor may see it for the caller to ask.
 */
export async function listEditionsSharing(text: string, { most }: { most: number }): Promise<string[]> {
  const asked = [...everyShingleOf(text)].filter((hash) => !isCommon(hash));
  const shared = new Map<number, number>();
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const hashes = asked.slice(from, from + AT_ONCE);
    const counts = await db.shingle.groupBy({ by: ["hash"], where: { hash: { in: hashes } }, _count: true });
    const telling = new Map(tellingOf(counts).map(({ hash, _count }) => [hash, _count]));
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
