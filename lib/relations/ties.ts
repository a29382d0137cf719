import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import type { Subject } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { labelOf } from "@/lib/text";
import { DECIDED_RELATIONS } from "@/lib/visibility/server";
import { RELATION_STATES, RELATION_TYPES, RESOLUTIONS } from "./model";

/** How a tie stands, as far as the public reads it: a suggestion and a rejection are the desk's. */
export function standingOf(state: string, resolution: string | null): string {
  if (!(DECIDED_RELATIONS as readonly string[]).includes(state)) return "";
  return [labelOf(RELATION_STATES, state), resolution && labelOf(RESOLUTIONS, resolution)]
    .filter(Boolean)
    .join(": ");
}

/** Asks for an editor and a note when a decision changes what the public reads between two public statements. */
export async function passTie(
  tx: Tx,
  actor: Actor,
  relation: { readonly id: string; readonly type: string; readonly fromId: string; readonly toId: string },
  { before, after, publicNote }: { before: string; after: string; publicNote: string | undefined },
): Promise<void> {
  if (before === after) return;
  const statements = await tx.statement.findMany({
    where: { id: { in: [relation.fromId, relation.toId] } },
    orderBy: { id: "asc" },
    select: { id: true, publicId: true },
  });
  const nameOf = (id: string) => statements.find((one) => one.id === id)?.publicId ?? id;
  const ends = [relation.fromId, relation.toId].map((id): Subject => ({ type: "statement", id }));
  const tie = labelOf(RELATION_TYPES, relation.type).toLowerCase();
  await passPublicEdit(tx, actor, {
    subject: { type: "relation", id: relation.id },
    restsOn: ends,
    alsoOn: ends,
    changes: [{ what: `“${nameOf(relation.fromId)} ${tie} ${nameOf(relation.toId)}”`, before, after }],
    note: publicNote,
  });
}
