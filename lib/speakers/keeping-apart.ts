import { appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, type Refusal, refuseUnlessEmpty } from "@/lib/errors";
import { inOrder } from "./doubles-model";

/**
 * Records that two who look like one are two, so that they are not offered as doubles again. Visitors read nothing of it.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when nobody says how it is known, or somebody has said so already.
 */
export async function keepApart(
  actor: Actor,
  { oneId, otherId, reason }: { oneId: string; otherId: string; reason: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  const [a, b] = inOrder(oneId, otherId);
  const no = (message: string): Refusal[] => [{ rule: "apart.reason", message, field: "reason" }];
  if (a === b) throw new NotFound("The other speaker");
  refuseUnlessEmpty(reason.trim() === "" ? no("Say how it is known that they are two.") : []);
  await transact(async (tx) => {
    const there = await tx.speaker.count({
      where: { id: { in: [a, b] }, mergedIntoId: null, kind: { not: "anonymous" } },
    });
    if (there < 2) throw new NotFound("The speaker");
    const known = await tx.speakersApart.findUnique({ where: { oneId_otherId: { oneId: a, otherId: b } } });
    refuseUnlessEmpty(known ? no(`Somebody has said so already: ${known.reason}`) : []);
    await tx.speakersApart.create({
      data: {
        ...{ oneId: a, otherId: b, reason: reason.trim() },
        ...{ decidedById: actor.id ?? "", decidedAt: now() },
      },
    });
    await appendAudits(
      tx,
      [a, b].map((subjectId) => ({
        ...{ actor, action: "speaker.kept_apart", subjectType: "speaker", subjectId },
        ...{ after: { others: [a, b] }, reason: reason.trim() },
      })),
    );
  });
}

/** Takes back that two are two: they are offered as doubles again. @throws {Forbidden} @throws {NotFound} */
export async function lookAgain(actor: Actor, { apartId }: { apartId: string }): Promise<void> {
  assertCan(actor, "speaker:edit");
  await transact(async (tx) => {
    const kept = await tx.speakersApart.findUnique({ where: { id: apartId } });
    if (!kept) throw new NotFound("What was said of the two");
    await tx.speakersApart.delete({ where: { id: apartId } });
    await appendAudits(
      tx,
      [kept.oneId, kept.otherId].map((subjectId) => ({
        ...{ actor, action: "speaker.looked_at_again", subjectType: "speaker", subjectId },
        before: { others: [kept.oneId, kept.otherId], reason: kept.reason },
      })),
    );
  });
}
