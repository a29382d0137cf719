import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import type { GivenName } from "./merged-names";
import type { Moved } from "./split-acts";

interface Handed {
  /** Whose it was for a time, and whose it is again. */
  readonly throughId: string;
  readonly ownerId: string;
  /** Since when it passed through, and what. */
  readonly since: Date;
  readonly passed: Pick<Moved, "statements" | "hops" | "roles" | "added">;
  readonly reason: string;
}

/**
 * Hands the splits made of one speaker down to another, whose was what they took out: where a merge or a split is taken back,
 * what it had moved was the former owner's all along, also what went on to a third meanwhile. Taken back later, such a split
 * gives it to them and not to whom it only passed through.
 */
export async function handDown(
  tx: Tx,
  actor: Actor,
  { throughId, ownerId, since, passed, reason }: Handed,
): Promise<void> {
  const splits = await tx.speakerSplit.findMany({
    where: { fromId: throughId, undoneAt: null, splitAt: { gte: since } },
    orderBy: { id: "asc" },
  });
  for (const { id, moved, ...split } of splits) {
    const { theirs, rest } = await parted(tx, JSON.parse(moved) as Moved, passed);
    if (isNothing(theirs)) continue;
    const isAll = isNothing(rest);
    // what came back to its owner in the meantime is split off from nobody
    const isBack = split.intoId === ownerId;
    const undone = { undoneById: actor.id, undoneAt: now(), undoReason: reason };
    await tx.speakerSplit.update({
      where: { id },
      data: isAll ? (isBack ? undone : { fromId: ownerId }) : { moved: JSON.stringify(rest) },
    });
    if (!isAll && !isBack)
      await tx.speakerSplit.create({ data: { ...split, fromId: ownerId, moved: JSON.stringify(theirs) } });
  }
}

async function parted(
  tx: Tx,
  split: Moved,
  passed: Handed["passed"],
): Promise<Readonly<Record<"theirs" | "rest", Moved>>> {
  const brought = new Set(passed.added.flatMap(({ id, was }) => (was === null ? [id] : [])));
  const given = await tx.speakerAlias.findMany({
    where: { id: { in: split.added.map(({ id }) => id) } },
    select: { id: true, nameKey: true },
    orderBy: { id: "asc" },
  });
  const part = (isTheirs: boolean): Moved => {
    const among = (ids: readonly string[], all: readonly string[]) =>
      ids.filter((id) => all.includes(id) === isTheirs);
    const names = split.names.filter(({ id }) => (id !== undefined && brought.has(id)) === isTheirs);
    const keys = new Set(names.map(({ nameKey }) => nameKey));
    const isOf = ({ id }: GivenName) => keys.has(given.find((one) => one.id === id)?.nameKey ?? "");
    return {
      statements: among(split.statements, passed.statements),
      hops: among(split.hops, passed.hops),
      roles: among(split.roles, passed.roles),
      ...{ names, added: split.added.filter(isOf), isNew: split.isNew },
    };
  };
  return { theirs: part(true), rest: part(false) };
}

const isNothing = ({ statements, hops, roles, names }: Moved) =>
  statements.length + hops.length + roles.length + names.length === 0;
