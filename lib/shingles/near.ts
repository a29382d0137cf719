import { type db, engineOf, type Tx } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { LEAST_NEAR, LEAST_SHINGLES, shinglesAtLeisure } from "./model";
import { isCommon, tellingOf } from "./widespread";

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
  const [found, telling] = [new Set<number>(), new Set<number>()];
  for (const some of inParts([...asked])) {
    const counts = await tx.shingle.groupBy({ by: ["hash"], where: { hash: { in: some } }, _count: true });
    for (const { hash } of counts) found.add(hash);
    for (const { hash } of tellingOf(counts)) telling.add(hash);
  }
  const looked = samples.map((sample) => {
    const places = sample.filter((hash) => telling.has(hash));
    // any of these may stand in the other text; one that stands nowhere is known not to
    const common = sample.filter((hash) => isCommon(hash) || (found.has(hash) && !telling.has(hash)));
    return { places: places.length < LEAST_OF_SAMPLE ? [] : places, common: common.length };
  });
  const candidates = await listCandidates(
    tx,
    looked.flatMap(({ places }, text) => places.map((hash) => ({ text, hash }))),
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

interface Candidate {
  readonly text: number;
  readonly indexedId: number;
  readonly shared: number;
}

/** The editions that hold most of what is asked of each text. */
async function listCandidates(
  tx: Tx | typeof db,
  places: readonly { readonly text: number; readonly hash: number }[],
): Promise<Candidate[]> {
  if (places.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<Record<keyof Candidate, number | bigint>[]>(
    `SELECT "text", "indexedId", "shared" FROM (
       SELECT "text", "indexedId", "shared",
         row_number() OVER (PARTITION BY "text" ORDER BY "shared" DESC, "indexedId") AS place
       FROM (
         SELECT asked."text", "Shingle"."indexedId", count(*) AS "shared"
         FROM ${ASKED[engineOf(env().databaseUrl)]} JOIN "Shingle" ON "Shingle"."hash" = asked."hash"
         GROUP BY asked."text", "Shingle"."indexedId" HAVING count(*) >= ${LEAST_OF_SAMPLE}
       ) AS counted
     ) AS placed WHERE place <= ${MOST_COMPARED} ORDER BY "text", place`,
    JSON.stringify(places),
  );
  return rows.map(({ text, indexedId, shared }) => ({
    ...{ text: Number(text), indexedId: Number(indexedId), shared: Number(shared) },
  }));
}

const ASKED = {
  sqlite: `(SELECT value ->> 'text' AS "text", value ->> 'hash' AS "hash" FROM json_each(?)) AS asked`,
  postgresql: `json_to_recordset($1::json) AS asked("text" int, "hash" int)`,
};

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
