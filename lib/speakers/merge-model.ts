import type { Refusal } from "@/lib/errors";

/** Somebody who may be the same speaker, and why one may think so. */
export interface Twin {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  /** The newest role recorded, with its body, or null. */
  readonly role: string | null;
  readonly description: string;
  readonly reason: string;
}

/** What would become another's if a speaker were merged: how many of each. */
export interface MergePreview {
  readonly statements: number;
  /** Those of the statements that visitors read, or read before they were retracted. */
  readonly published: number;
  readonly attributions: number;
  readonly roles: number;
  /** Proposals of open imports. */
  readonly imports: number;
}

/** A speaker that was found to be another. */
export interface MergeRow {
  readonly id: string;
  readonly reason: string;
  readonly mergedAt: Date;
  readonly from: { readonly name: string; readonly slug: string };
}

/** What decides whether two speakers can be one. */
export interface Merged {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly wikidataId: string | null;
}

/** Why two speakers are not one. */
export function apartRefusals(from: Merged, into: Merged): Refusal[] {
  const no = (message: string): Refusal[] => [{ rule: "merge.apart", message, field: "into" }];
  if (from.id === into.id) return no("This is the same speaker already. Choose the other one.");
  if ([from.kind, into.kind].includes("anonymous"))
    return no("A voice without a name stays by itself: taken together with somebody, it would name them.");
  if (from.kind !== into.kind)
    return no(`${from.name} and ${into.name} are of different kinds. Put the kind of one right first.`);
  if (from.wikidataId && into.wikidataId && from.wikidataId !== into.wikidataId)
    return no(`Wikidata knows them as two: ${from.wikidataId} and ${into.wikidataId}.`);
  return [];
}

/** Why a merge is not taken apart, as the one that stayed stands by now. */
export function lastingRefusals(into: {
  readonly name: string;
  readonly kind: string;
  readonly mergedIntoId: string | null;
}): Refusal[] {
  const no = (message: string): Refusal[] => [{ rule: "merge.lasting", message }];
  if (into.mergedIntoId !== null)
    return no(`${into.name} was taken together with another speaker since. Take that apart first.`);
  if (into.kind === "anonymous")
    return no("The speaker is an anonymous voice since: taken apart, it would be named again.");
  return [];
}
