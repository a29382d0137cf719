import { v7 as uuid } from "uuid";
import { addLater, addMany, catchUpEditions, type Tx } from "@/lib/db/server";
import { type Passage, passagesOf } from "@/lib/query";

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
export const keepMissingPassages = (): Promise<number> =>
  catchUpEditions({ passages: { none: {} } }, keepPassages);
