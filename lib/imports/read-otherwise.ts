import { db } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import { type Arriving, findArrivedBytes } from "./arrivals";

/**
 * The text of the newest edition of a source where the page says what it said when that was fetched, and is read otherwise by now: this
 * program changed, and nobody changed the article. What had arrived is read again; null where it reads otherwise than the page does
 * today, where nothing had arrived, and where the texts are the same.
 */
export async function textOfSamePage(
  sourceId: string,
  text: string,
  read: (arriving: Arriving) => Promise<string>,
): Promise<string | null> {
  const newest = await db.edition.findFirst({
    where: { sourceId },
    orderBy: { number: "desc" },
    select: { id: true, text: true },
  });
  if (!newest || newest.text === text) return null;
  // Arrival(editionId)
  const former = await db.arrival.findFirst({
    where: { editionId: newest.id, how: "address" },
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
  });
  const bytes = former && (await findArrivedBytes(db, former.sha256));
  if (!former || !bytes) return null;
  const { name, address, encoding: charset, arrivedAt: at } = former;
  const answer = { address, charset, at, status: former.status ?? 200, headers: [] };
  try {
    return (await read({ bytes, name, answer })) === text ? newest.text : null;
  } catch (error) {
    // what was read once may be refused by now
    if (error instanceof Refused) return null;
    throw error;
  }
}
