import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { visibleStatements } from "@/lib/visibility/server";
import type { Happened } from "./model";

// how far back a busy desk is read: what is older is found in the queue and in each history
const MOST_ACTS = 500;

/**
 * What others did last with the statements that are this actor's: captured by them, assigned to them or submitted by them.
 * The newest first, each statement once, at most `take`. @throws {Forbidden}
 */
export async function listHappened(actor: Actor, { take }: { take: number }): Promise<Happened[]> {
  assertCan(actor, "statement:read_unpublished");
  if (actor.id === null) return [];
  const mine = actor.id;
  // AuditEntry(seq) from its end, and AuditEntry(actorId, seq)
  const [acts, own] = await Promise.all([
    db.auditEntry.findMany({
      // an import of a colleague's is hundreds of entries about nobody else's
      where: {
        subjectType: "statement",
        actorId: { not: mine },
        action: { not: "statement.captured" },
      },
      select: {
        subjectType: true,
        subjectId: true,
        actorId: true,
        actorName: true,
        action: true,
        at: true,
        seq: true,
      },
      orderBy: { seq: "desc" },
      take: MOST_ACTS,
    }),
    db.auditEntry.findFirst({ where: { actorId: mine }, select: { seq: true }, orderBy: { seq: "desc" } }),
  ]);
  const last = new Map<string, (typeof acts)[number]>();
  for (const act of acts) {
    const isOthers = act.actorId !== null && act.actorId !== mine;
    if (act.subjectType !== "statement" || !isOthers || last.has(act.subjectId)) continue;
    last.set(act.subjectId, act);
  }
  const statements = await db.statement.findMany({
    where: {
      AND: [
        visibleStatements(actor),
        { id: { in: [...last.keys()] } },
        {
          OR: [{ capturedById: mine }, { review: { assigneeId: mine } }, { review: { submittedById: mine } }],
        },
      ],
    },
    select: { id: true, publicId: true },
    orderBy: { id: "asc" },
  });
  const publicIds = new Map(statements.map(({ id, publicId }) => [id, publicId]));
  return [...last]
    .flatMap(([id, { action, actorName, at, seq }]) => {
      const publicId = publicIds.get(id);
      return publicId ? [{ publicId, action, by: actorName, at, isNew: seq > (own?.seq ?? 0) }] : [];
    })
    .slice(0, take);
}
