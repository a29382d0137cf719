import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import type { FormValues, Sending } from "@/lib/forms";
import type { Typed } from "./model";

/** When a sending was stored, or null. */
export async function findStored(actor: Actor, sending: Sending): Promise<Date | null> {
  const found = await db.sending.findUnique({ where: { key: keyOf(actor, sending) } });
  return found?.storedAt ?? null;
}

/** A key counts for its person only, so that nobody can use up another's. */
export function keyOf(actor: Actor, { key }: Sending): string {
  return `${actor.id ?? actor.role} ${key}`;
}

/** What the actor typed and has not stored, on one page when `place` is given; the newest first. */
export async function listTyped(actor: Actor, { place }: { place?: string } = {}): Promise<Typed[]> {
  if (actor.id === null) return [];
  const rows = await db.formDraft.findMany({
    where: { userId: actor.id, ...(place === undefined ? {} : { place }) },
    orderBy: [{ keptAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map((row) => ({ ...row, values: JSON.parse(row.values) as FormValues }));
}
