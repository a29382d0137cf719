import { type db, engineOf, type Tx } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { LEAST_NEAR, LEAST_SHINGLES, shinglesAtLeisure } from "./model";
import { isCommon, MOST_EDITIONS, rememberCommon } from "./widespread";

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
  const [near = []] = await listNearOfEach(tx, [await shinglesAtLeisure(text)]);
  return near;
}

/** `listNearEditions` of several texts by their shingles, asked for all of them at once. */
export async function listNearOfEach(
  tx: Tx | typeof db,
  texts: readonly ReadonlySet<number>[],
): Promise<Near[][]> {
  const samples = texts.map((kept) =>
    kept.size < LEAST_SHINGLES ? [] : [...Int32Array.from(kept).sort().subarray(0, SAMPLE)],
  );
  // a footer that every page of a site has tells of no article, and its places would be read for each
  const asked = new Set(samples.flat().filter((hash) => !isCommon(hash)));
  const places = await placesOf(tx, [...asked]);
  const looked = samples.map((sample) => {
    const telling = sample.flatMap((hash) => {
      const held = places.get(hash);
      return held ? [held] : [];
    });
    // any of these may stand in the other text; one that stands nowhere is known not to
    const common = sample.filter((hash) => isCommon(hash) || places.get(hash) === COMMON).length;
    return { places: telling.length < LEAST_OF_SAMPLE ? [] : telling, common };
  });
  const candidates = looked.flatMap(({ places }, text) =>
    mostShared(places).map((candidate) => ({ text, ...candidate })),
  );
  const sizes = await sizesOf(tx, [...new Set(candidates.map(({ indexedId }) => indexedId))]);
  const near = texts.map((): Near[] => []);
  for (const { text, indexedId, shared } of candidates) {
    const [kept, all] = [texts[text] ?? new Set<number>(), sizes.get(indexedId) ?? 0];
    const least = Math.min(all, kept.size);
    const sampled = samples[text]?.length ?? 0;
    const expected = sampled * LEAST_NEAR * (least / kept.size) - (looked[text]?.common ?? 0);
    if (least < LEAST_SHINGLES || shared < expected * BY_CHANCE) continue;
    const share = (await countShared(tx, indexedId, kept)) / least;
    if (share < LEAST_NEAR) continue;
    const indexed = await tx.indexedEdition.findUnique({
      where: { number: indexedId, edition: { extent: null } },
      select: { editionId: true },
    });
    if (indexed) near[text]?.push({ editionId: indexed.editionId, share });
  }
  return near.map((some) => some.sort((one, other) => other.share - one.share));
}

function* inParts(hashes: readonly number[]): Iterable<number[]> {
  for (let from = 0; from < hashes.length; from += AT_ONCE) yield hashes.slice(from, from + AT_ONCE);
}

/**
 * The editions that hold each of some shingles, for those that stand in one; what is common is remembered.
 * Texts that share a transaction share most of what is common in them, and each is read once for all.
 */
async function placesOf(
  tx: Tx | typeof db,
  hashes: readonly number[],
): Promise<ReadonlyMap<number, readonly number[] | typeof COMMON>> {
  const places = new Map<number, readonly number[] | typeof COMMON>();
  for (const some of inParts(hashes)) {
    const rows = await tx.$queryRawUnsafe<{ hash: number | bigint; held: string | null }[]>(
      HELD[engineOf(env().databaseUrl)],
      JSON.stringify(some),
    );
    for (const { hash, held } of rows) {
      if (held === null) continue;
      const editions = held.split(",").map(Number);
      const isTelling = editions.length <= MOST_EDITIONS;
      if (!isTelling) rememberCommon(Number(hash));
      places.set(Number(hash), isTelling ? editions : COMMON);
    }
  }
  return places;
}

/** Stands in so many editions that it tells nothing of any. */
const COMMON = null;

// one more than tells something shows that it tells nothing
const FEW = `(SELECT "indexedId" FROM "Shingle" WHERE "hash" = asked."hash" LIMIT ${MOST_EDITIONS + 1}) AS few`;
const HELD = {
  sqlite: `SELECT asked."hash", (SELECT group_concat("indexedId") FROM ${FEW}) AS held
    FROM (SELECT value AS "hash" FROM json_each(?)) AS asked`,
  postgresql: `SELECT asked."hash", (SELECT string_agg("indexedId"::text, ',') FROM ${FEW}) AS held
    FROM (SELECT value::int AS "hash" FROM json_array_elements_text($1::json)) AS asked`,
};

/** The editions that hold most of some shingles, by those that hold each. */
function mostShared(
  places: readonly (readonly number[])[],
): { readonly indexedId: number; readonly shared: number }[] {
  const counts = new Map<number, number>();
  for (const editions of places)
    for (const indexedId of editions) counts.set(indexedId, (counts.get(indexedId) ?? 0) + 1);
  return [...counts]
    .filter(([, shared]) => shared >= LEAST_OF_SAMPLE)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MOST_COMPARED)
    .map(([indexedId, shared]) => ({ indexedId, shared }));
}

async function sizesOf(tx: Tx | typeof db, indexedIds: number[]): Promise<ReadonlyMap<number, number>> {
  if (indexedIds.length === 0) return new Map();
  const sizes = await tx.shingle.groupBy({
    by: ["indexedId"],
    where: { indexedId: { in: indexedIds } },
    ...{ _count: true, orderBy: { indexedId: "asc" } },
  });
  return new Map(sizes.map(({ indexedId, _count }) => [indexedId, _count]));
}

async function countShared(
  tx: Tx | typeof db,
  indexedId: number,
  kept: ReadonlySet<number>,
): Promise<number> {
  let shared = 0;
  for (const some of inParts([...kept]))
    shared += await tx.shingle.count({ where: { indexedId, hash: { in: some } } });
  return shared;
}
