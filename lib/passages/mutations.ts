import { v7 as uuid } from "uuid";
import { addLater, addMany, atLeisure, db, type Tx, transact } from "@/lib/db/server";
import { type Passage, passagesOf } from "@/lib/query";

const EDITIONS_AT_ONCE = 20;
// so many are folded in one go: nobody else is answered while they are
const PASSAGES_AT_ONCE = 100;

/** Keeps the words of an edition by its passages, in the transaction that adds it. */
export async function keepPassages(tx: Tx, edition: { id: string; text: string }): Promise<void> {
  const some: Passage[] = [];
  const taken = () => some.splice(0).map((passage) => ({ id: uuid(), editionId: edition.id, ...passage }));
  for (const passage of passagesOf(edition.text)) {
    some.push(passage);
    if (some.length === PASSAGES_AT_ONCE) await addMany(tx, "Passage", taken());
  }
  await addLater(tx, "Passage", taken());
}

/** Keeps the words of the editions that came another way, or before they were kept; gives of how many. */
export async function keepMissingPassages(): Promise<number> {
  let kept = 0;
  for (;;) {
    const some = await atLeisure(keepSome);
    kept += some;
    if (some < EDITIONS_AT_ONCE) return kept;
  }
}

async function keepSome(): Promise<number> {
  const where = { passages: { none: {} } };
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
    for (const edition of editions) await keepPassages(tx, edition);
    return editions.length;
  });
}
