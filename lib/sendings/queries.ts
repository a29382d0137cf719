import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import type { FormValues, Sending } from "@/lib/forms";
import { MOST_KEPT, type Stored, type Typed } from "./model";

/** What is known of a sending that was stored, or null. */
export async function findStored(actor: Actor, sending: Sending): Promise<Stored | null> {
  return db.sending.findUnique({ where: { key: keyOf(actor, sending) } });
}

/** Whether a person's sending was stored. */
export async function isStored(userId: string | null, sending: Sending): Promise<boolean> {
  if (userId === null) return false;
  return (await findStored({ id: userId, name: "", role: "reader" }, sending)) !== null;
}

/** A key counts for its person only, so that nobody can use up another's. */
export function keyOf(actor: Actor, { key }: Sending): string {
  return `${actor.id ?? actor.role} ${key}`;
}

interface TypedFilter {
  /** One page of the site. */
  readonly place?: string | undefined;
  /** One form, by the id of what is kept of it. */
  readonly id?: string | undefined;
  readonly take?: number | undefined;
  /** Those kept before this one, by its id. */
  readonly after?: string | undefined;
}

/** What the actor typed and has not stored; the newest first. */
export async function listTyped(actor: Actor, filter: TypedFilter = {}): Promise<Typed[]> {
  if (actor.id === null) return [];
  const { place, id, take = MOST_KEPT, after } = filter;
  const own = { userId: actor.id };
  const last = after === undefined ? null : await db.formDraft.findFirst({ where: { ...own, id: after } });
  const rows = await db.formDraft.findMany({
    where: {
      ...own,
      ...(place === undefined ? {} : { place }),
      ...(id === undefined ? {} : { id }),
      ...(last === null
        ? {}
        : { OR: [{ keptAt: { lt: last.keptAt } }, { keptAt: last.keptAt, id: { lt: last.id } }] }),
    },
    orderBy: [{ keptAt: "desc" }, { id: "desc" }],
    take,
  });
  return rows.map((row) => ({ ...row, values: JSON.parse(row.values) as FormValues }));
}
