import type { Tx } from "@/lib/db/server";
import { nameKeyOf } from "@/lib/query";

export interface MovedName {
  readonly name: string;
  readonly nameKey: string;
  readonly kind: string;
  readonly language: string | null;
}

/** A name of the one that stays as a merge left it. */
export interface GivenName {
  readonly id: string;
  readonly kind: string;
  /** Its kind before, where it stood there; null where the merge brought it. */
  readonly was: string | null;
}

// read by visitors, matched as a whole name, matched as a part of one
const RANKS: Readonly<Record<string, number>> = { name: 0, alias: 0, former: 0, printed: 1, surname: 2 };
const rankOf = (kind: string) => RANKS[kind] ?? 0;

/** Gives a speaker the names of another. One that stood there for matching alone is shown where the other's was. */
export async function giveNames(
  tx: Tx,
  speakerId: string,
  names: readonly MovedName[],
  { showsName }: { showsName: boolean },
): Promise<GivenName[]> {
  const own = await tx.speakerAlias.findMany({ where: { speakerId }, orderBy: { id: "asc" } });
  const has = new Map(own.map((alias) => [alias.nameKey, alias]));
  const given: GivenName[] = [];
  for (const { name, nameKey, kind: had, language } of names) {
    if (had === "surname") continue;
    const kind = had !== "name" ? had : showsName ? "alias" : "printed";
    const known = has.get(nameKey);
    if (known && rankOf(kind) >= rankOf(known.kind)) continue;
    const data = { name, searchKey: nameKeyOf(name), kind, language };
    const { id } = known
      ? await tx.speakerAlias.update({ where: { id: known.id }, data })
      : await tx.speakerAlias.create({ data: { ...data, speakerId, nameKey } });
    given.push({ id, kind, was: known?.kind ?? null });
  }
  return given;
}

/**
 * Takes back the names that a merge gave, as far as they are as it left them: what somebody made of one since stays. What
 * another who was found to be this speaker is called as well is that one's to take back.
 */
export async function takeNames(
  tx: Tx,
  { id: mergeId, intoId }: { readonly id: string; readonly intoId: string },
  given: readonly GivenName[],
): Promise<void> {
  const standing = await tx.speakerMerge.findMany({
    where: { intoId, undoneAt: null, id: { not: mergeId } },
    select: { id: true, moved: true },
    orderBy: { id: "asc" },
  });
  const others = standing.map(({ id, moved }) => ({
    ...{ id, moved: JSON.parse(moved) as { readonly names: readonly MovedName[]; added: GivenName[] } },
  }));
  for (const one of given) {
    const { id, kind, was } = one;
    const alias = await tx.speakerAlias.findFirst({ where: { id, speakerId: intoId, kind } });
    if (!alias) continue;
    const heir = others.find(({ moved }) => moved.names.some(({ nameKey }) => nameKey === alias.nameKey));
    if (heir) {
      heir.moved.added.push(one);
      await tx.speakerMerge.update({ where: { id: heir.id }, data: { moved: JSON.stringify(heir.moved) } });
    } else if (was === null) await tx.speakerAlias.delete({ where: { id } });
    else await tx.speakerAlias.update({ where: { id }, data: { kind: was } });
  }
}
