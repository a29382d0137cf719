import type { Tx } from "@/lib/db/server";
import { printableId } from "@/lib/text";
import type { SpeakerKind } from "./model";

/**
 * Takes the names and the addresses of all who were found to be this speaker, who becomes an anonymous voice: an address
 * that spells a name and leads to the voice would name it.
 */
export async function hideMerged(
  tx: Tx,
  intoId: string,
  { name, kind }: { name: string; kind: SpeakerKind },
): Promise<void> {
  const merged = await tx.speaker.findMany({
    where: { mergedIntoId: intoId },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of merged) {
    const slug = printableId("sp");
    await tx.speaker.update({
      where: { id },
      data: { slug, name, kind, sortName: "", nameParts: null, description: "", wikidataId: null },
    });
    await hideMerged(tx, id, { name, kind });
  }
}
