import { addMany, catchUpEditions, holdBack, type Tx } from "@/lib/db/server";
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
  const rows = editions.flatMap(({ id, shingles }) =>
    [...shingles].map((hash) => ({ hash, indexedId: numbers.get(id) ?? 0 })),
  );
  // in their order: what stands on one page of the index is written once
  await addMany(
    tx,
    "Shingle",
    rows.sort((a, b) => a.hash - b.hash || a.indexedId - b.indexedId),
  );
}

/** Indexes the editions that came another way, or before there was an index; gives how many. */
export const indexMissing = (): Promise<number> => catchUpEditions({ indexed: null }, indexEdition);
