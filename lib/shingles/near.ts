import type { db, Tx } from "@/lib/db/server";
import { LEAST_NEAR, LEAST_SHINGLES, shinglesAtLeisure } from "./model";
import { MOST_EDITIONS } from "./queries";

/** An edition that holds nearly a text. */
export interface Near {
  readonly editionId: string;
  /** How much of the shorter of the two the other has, from `LEAST_NEAR` to 1. */
  readonly share: number;
}

// the smallest hashes are a sample of chance: of what is nearly the same text, most of one stand in the other
const SAMPLE = 64;
const LEAST_OF_SAMPLE = 4;
// where six tenths of a text stand in another, of 64, chance leaves fewer than this part in one of five hundred
const BY_CHANCE = 0.7;
const MOST_COMPARED = 5;
const AT_ONCE = 500;

/**
 * The whole texts that are nearly a text, nearest first, at most five; of a text of few words none. Whether the actor may see them is for the
 * caller to ask. Two or three queries where there is none.
 */
export async function listNearEditions(tx: Tx | typeof db, text: string): Promise<Near[]> {
  const kept = [...(await shinglesAtLeisure(text))];
  if (kept.length < LEAST_SHINGLES) return [];
  const sample = [...Int32Array.from(kept).sort().subarray(0, SAMPLE)];
  const counts = await tx.shingle.groupBy({ by: ["hash"], where: { hash: { in: sample } }, _count: true });
  // a footer that every page of a site has tells of no article, and its places would be read for each
  const telling = counts.filter(({ _count }) => _count <= MOST_EDITIONS).map(({ hash }) => hash);
  if (telling.length < LEAST_OF_SAMPLE) return [];
  // any of these may stand in the other text; one that stands nowhere is known not to
  const common = counts.length - telling.length;
  const candidates = await tx.shingle.groupBy({
    by: ["indexedId"],
    where: { hash: { in: telling } },
    _count: { hash: true },
    having: { hash: { _count: { gte: LEAST_OF_SAMPLE } } },
    orderBy: [{ _count: { hash: "desc" } }, { indexedId: "asc" }],
    take: MOST_COMPARED,
  });
  const sizes = await tx.shingle.groupBy({
    by: ["indexedId"],
    where: { indexedId: { in: candidates.map(({ indexedId }) => indexedId) } },
    ...{ _count: true, orderBy: { indexedId: "asc" } },
  });
  const near: Near[] = [];
  for (const { indexedId, _count } of candidates) {
    const all = sizes.find((one) => one.indexedId === indexedId)?._count ?? 0;
    const least = Math.min(all, kept.length);
    const expected = sample.length * LEAST_NEAR * (least / kept.length) - common;
    if (least < LEAST_SHINGLES || _count.hash < expected * BY_CHANCE) continue;
    let shared = 0;
    for (let from = 0; from < kept.length; from += AT_ONCE) {
      const hash = { in: kept.slice(from, from + AT_ONCE) };
      shared += await tx.shingle.count({ where: { indexedId, hash } });
    }
    const share = shared / least;
    if (share < LEAST_NEAR) continue;
    const indexed = await tx.indexedEdition.findUnique({
      where: { number: indexedId, edition: { extent: null } },
      select: { editionId: true },
    });
    if (indexed) near.push({ editionId: indexed.editionId, share });
  }
  return near.sort((one, other) => other.share - one.share);
}
