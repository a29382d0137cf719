import { catchUpEditions, engineOf, holdBack, type Tx } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { shinglesOf } from "./model";

interface ToIndex {
  readonly id: string;
  readonly shingles: ReadonlySet<number>;
}

/** Indexes an edition's words, in the transaction that adds it; `shingles` are those of its text, where they were taken before. */
export async function indexEdition(
  tx: Tx,
  { id, text, shingles = shinglesOf(text) }: { id: string; text: string; shingles?: ReadonlySet<number> },
): Promise<void> {
  const items: ToIndex[] = [{ id, shingles }];
  await holdBack(tx, "IndexedEdition", { items, write: indexAll });
}

async function indexAll(tx: Tx, editions: readonly ToIndex[]): Promise<void> {
  const numbered = await tx.indexedEdition.createManyAndReturn({
    data: editions.map(({ id }) => ({ editionId: id })),
    select: { number: true, editionId: true },
  });
  const numbers = new Map(numbered.map(({ number, editionId }) => [editionId, number]));
  const places = new BigInt64Array(editions.reduce((sum, { shingles }) => sum + shingles.size, 0));
  let at = 0;
  for (const { id, shingles } of editions) {
    const number = BigInt(numbers.get(id) ?? 0);
    for (const hash of shingles) places[at++] = (BigInt(hash) << 32n) | number;
  }
  // in their order: what stands on one page of the index is written once
  places.sort();
  const statement = ADD[engineOf(env().databaseUrl)];
  for (let from = 0; from < places.length; from += PLACES_AT_ONCE)
    await tx.$executeRawUnsafe(statement, `[${places.subarray(from, from + PLACES_AT_ONCE).join()}]`);
}

// an article has four hundred: a row of names and values for each would take as long to write as the rest of it
const PLACES_AT_ONCE = 4000;
/** Adds shingles from whole numbers of 64 bits: the hash in the upper half, the number of its edition in the lower. */
const ADD = {
  sqlite: `INSERT INTO "Shingle" ("hash", "indexedId") SELECT value >> 32, value & 4294967295 FROM json_each(?)`,
  postgresql: `INSERT INTO "Shingle" ("hash", "indexedId")
    SELECT (value::bigint >> 32)::int, (value::bigint & 4294967295)::int FROM json_array_elements_text($1::json)`,
};

/** Indexes the editions that came another way, or before there was an index; gives how many. */
export const indexMissing = (): Promise<number> => catchUpEditions({ indexed: null }, indexEdition);
