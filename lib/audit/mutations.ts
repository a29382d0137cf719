import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { chainHash } from "./model";

export interface AuditEvent {
  readonly actor: Actor;
  /** A verb in the past: `statement.captured`, `verdict.given`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

/**
 * Appends one entry to the hash chain inside the transaction of the change it tells of.
 * The head row is written first, so that two writers never chain to the same entry.
 */
export async function appendAudit(tx: Tx, event: AuditEvent): Promise<void> {
  await appendAudits(tx, [event]);
}

/** Appends many entries in their order with one write, for a change of many things at once. */
export async function appendAudits(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const head = await tx.auditHead.upsert({
    where: { id: 1 },
    create: { id: 1, seq: events.length, hash: "" },
    update: { seq: { increment: events.length } },
  });
  const at = now();
  let hash = head.hash;
  const entries = events.map((event, index) => {
    const content = {
      seq: head.seq - events.length + index + 1,
      at,
      actorId: event.actor.id,
      actorName: event.actor.name,
      actorRole: event.actor.role,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
      reason: event.reason ?? null,
    };
    const previousHash = hash;
    hash = chainHash(previousHash, content);
    return { ...content, previousHash, hash };
  });
  await tx.auditEntry.createMany({ data: entries });
  await tx.auditHead.update({ where: { id: 1 }, data: { hash } });
}
