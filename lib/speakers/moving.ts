import type { Tx } from "@/lib/db/server";

/** What is one speaker's and becomes another's, by id. */
export interface Pointed {
  readonly statements: readonly string[];
  readonly hops: readonly string[];
  readonly proposals: readonly string[];
  readonly roles: readonly string[];
  /** Roles that others hold at the speaker. */
  readonly bodies: readonly string[];
}

// below the bound variables that either engine takes in one query
export const CHUNK = 500;

/** Lets what is `from`’s be `to`’s; what somebody gave to a third since then stays where it is. */
export async function point(
  tx: Tx,
  moved: Pointed,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const each = async (ids: readonly string[], work: (id: { in: string[] }) => Promise<unknown>) => {
    for (let at = 0; at < ids.length; at += CHUNK) await work({ in: ids.slice(at, at + CHUNK) });
  };
  const data = { speakerId: to };
  // a form that is open over a statement is told that it changed
  await each(moved.statements, (id) =>
    tx.statement.updateMany({ where: { id, speakerId: from }, data: { ...data, version: { increment: 1 } } }),
  );
  await each(moved.hops, (id) => tx.attributionHop.updateMany({ where: { id, speakerId: from }, data }));
  await each(moved.proposals, (id) => tx.importProposal.updateMany({ where: { id, speakerId: from }, data }));
  await each(moved.roles, (id) => tx.affiliation.updateMany({ where: { id, speakerId: from }, data }));
  await each(moved.bodies, (id) =>
    tx.affiliation.updateMany({ where: { id, bodySpeakerId: from }, data: { bodySpeakerId: to } }),
  );
}
