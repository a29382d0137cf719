import type { Tx } from "@/lib/db/server";
import { findReadLast } from "@/lib/editions/server";
import { findSourceAt } from "@/lib/sources/server";

/** Another text of a source than it was read as last, that an import has, and whether it is known that its publisher prints it again. */
export interface OlderText {
  /** It was fetched from the address of the source after that one was retrieved. */
  readonly isFetched: boolean;
}

/**
 * Whether a draft has a text that its source had before the one it was read as last; null when it has not. Of what is pasted or sent as a file nobody
 * but its person knows whether it is printed so by now, or is only kept for its words.
 */
export async function olderTextIn(
  tx: Tx,
  draft: { readonly id: string },
  source: { readonly id: string; readonly editionId: string | null } | null,
): Promise<OlderText | null> {
  if (!source?.editionId) return null;
  const last = await findReadLast(tx, source.id);
  if (!last || last.id === source.editionId) return null;
  // Arrival(draftId)
  const fetched = await tx.arrival.findFirst({
    where: { draftId: draft.id, how: "address", arrivedAt: { gt: last.retrievedAt } },
    orderBy: { id: "desc" },
    select: { name: true, address: true },
  });
  for (const address of [fetched?.address, fetched?.name]) {
    if (address && (await findSourceAt(tx, address))?.id === source.id) return { isFetched: true };
  }
  return { isFetched: false };
}
