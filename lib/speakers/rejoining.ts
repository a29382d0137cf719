import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { handDown } from "./handing-down";
import { reasonOf } from "./merge-notices";
import { giveNames, takeNames } from "./merged-names";
import { point } from "./moving";
import { claimSpeaker } from "./mutations";
import { type Moved, passAll, READ, tell } from "./split-acts";

/**
 * Takes a split back: what it gave to the other comes back, unless somebody gave it to a third since; what was recorded for
 * the other since stays there. Who was made for it and has nothing left is the first one again.
 * @throws {Forbidden} @throws {NotFound} also when one of the two became an anonymous voice. @throws {Refused} when one of
 * the two was taken together with somebody since, and as `splitSpeaker`.
 */
export async function undoSplit(
  actor: Actor,
  { splitId, reason, publicNote }: { splitId: string; reason: string; publicNote?: string },
): Promise<{ slug: string }> {
  assertCan(actor, "speaker:edit");
  return transact(async (tx) => {
    const named = { kind: { not: "anonymous" } };
    const split = await tx.speakerSplit.findFirst({
      where: { id: splitId, undoneAt: null, from: named, into: named },
      include: { from: true, into: true },
    });
    if (!split) throw new NotFound("The split");
    const { from, into } = split;
    const moved = JSON.parse(split.moved) as Moved;
    for (const { name, mergedIntoId } of [from, into])
      refuseUnlessEmpty(
        mergedIntoId === null
          ? []
          : [
              {
                rule: "split.merged",
                message: `${name} was taken together with another speaker since. Take that apart first.`,
              },
            ],
      );
    await claimSpeaker(tx, from.id, undefined);
    await claimSpeaker(tx, into.id, undefined);
    const given = { ids: moved.added.map(({ id }) => id), roles: moved.roles };
    const published = await readAmong(tx, into.id, moved);
    const isPublic = await passAll(tx, actor, {
      ...{ from: into, into: from, published, given, note: publicNote },
    });
    const why = reasonOf(
      isPublic ? publicNote : reason || publicNote,
      "Say how it is known that they are one.",
    );
    await point(tx, { ...moved, proposals: [], bodies: [] }, { from: into.id, to: from.id });
    await takeNames(tx, { id: splitId, intoId: into.id }, moved.added);
    await giveNames(tx, from.id, moved.names, { showsName: false });
    await tx.speakerSplit.update({
      where: { id: splitId },
      data: { undoneById: actor.id, undoneAt: now(), undoReason: why },
    });
    await handDown(tx, actor, {
      ...{ throughId: into.id, ownerId: from.id, since: split.splitAt, passed: moved, reason: why },
    });
    if (moved.isNew && !(await hasMore(tx, into.id))) {
      await tx.speakerAlias.deleteMany({ where: { speakerId: into.id } });
      await tx.speaker.update({ where: { id: into.id }, data: { mergedIntoId: from.id } });
    }
    await tell(tx, actor, "speaker.rejoined", { splitId, from, into, moved, reason: why });
    return { slug: from.slug };
  });
}

/** Those of the statements that moved and did not go on since that visitors read. */
async function readAmong(
  tx: Tx,
  intoId: string,
  { statements, hops }: Pick<Moved, "statements" | "hops">,
): Promise<string[]> {
  const found = await tx.statement.findMany({
    where: {
      state: { in: [...READ] },
      OR: [
        { id: { in: [...statements] }, speakerId: intoId },
        { hops: { some: { id: { in: [...hops] }, speakerId: intoId } } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return found.map(({ id }) => id);
}

/** Whether a speaker has anything but its own name. */
async function hasMore(tx: Tx, speakerId: string): Promise<boolean> {
  const own = { speakerId };
  const counts = [
    await tx.statement.count({ where: own }),
    await tx.attributionHop.count({ where: own }),
    await tx.importProposal.count({ where: own }),
    await tx.affiliation.count({ where: { OR: [own, { bodySpeakerId: speakerId }] } }),
    await tx.speakerAlias.count({ where: { ...own, kind: { notIn: ["name", "surname"] } } }),
    await tx.speaker.count({ where: { mergedIntoId: speakerId } }),
    await tx.speakerSplit.count({
      where: { undoneAt: null, OR: [{ fromId: speakerId }, { intoId: speakerId }] },
    }),
  ];
  return counts.some((count) => count > 0);
}
