import { db } from "@/lib/db/server";

/**
 * Whose a statement was before it was given to whose it is, the last one first, and until when. A merge takes its notices along;
 * of a split the pages of the two alone tell, and neither is left once the other gave it on.
 */
export async function listFormerSpeakers({
  statementId,
  speakerId,
}: {
  readonly statementId: string;
  readonly speakerId: string | null;
}): Promise<{ id: string; until: Date }[]> {
  const former: { id: string; until: Date }[] = [];
  for (let at = speakerId; at !== null; ) {
    const last = former.at(-1);
    // SpeakerSplit(intoId, undoneAt, splitAt); few are given anything
    const split = await db.speakerSplit.findFirst({
      where: {
        ...{ intoId: at, undoneAt: null, moved: { contains: statementId } },
        ...(last ? { splitAt: { lte: last.until } } : {}),
        fromId: { notIn: former.map(({ id }) => id) },
      },
      orderBy: [{ splitAt: "desc" }, { id: "desc" }],
      select: { fromId: true, splitAt: true },
    });
    if (split) former.push({ id: split.fromId, until: split.splitAt });
    at = split?.fromId ?? null;
  }
  return former;
}
