import { addMany, atLeisure, db, type Tx, transact } from "@/lib/db/server";
import { shinglesOf } from "./model";

const EDITIONS_AT_ONCE = 20;

/** Indexes an edition's words, in the transaction that adds it. */
export async function indexEdition(tx: Tx, edition: { id: string; text: string }): Promise<void> {
  const { number } = await tx.indexedEdition.create({
    data: { editionId: edition.id },
    select: { number: true },
  });
  await addMany(
    tx,
    "Shingle",
    // in their order: what stands on one page of the index is written once
    [...shinglesOf(edition.text)].sort((a, b) => a - b).map((hash) => ({ hash, indexedId: number })),
  );
}

/** Indexes the editions that came another way, or before there was an index; gives how many. */
export async function indexMissing(): Promise<number> {
  let indexed = 0;
  for (;;) {
    const some = await atLeisure(indexSome);
    indexed += some;
    if (some < EDITIONS_AT_ONCE) return indexed;
  }
}

async function indexSome(): Promise<number> {
  const where = { indexed: null };
  if ((await db.edition.findFirst({ where, select: { id: true }, orderBy: { id: "asc" } })) === null)
    return 0;
  return transact(async (tx) => {
    // asked again behind the lock: another server may have been first
    const editions = await tx.edition.findMany({
      where,
      select: { id: true, text: true },
      orderBy: { id: "asc" },
      take: EDITIONS_AT_ONCE,
    });
    for (const edition of editions) await indexEdition(tx, edition);
    return editions.length;
  });
}
