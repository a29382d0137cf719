import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { claimDraft, ownDraft } from "@/lib/proposals/server";
import { listNearEditions } from "@/lib/shingles/server";
import { visibleSources } from "@/lib/visibility/server";
import { keepKnown, recognisedIn, sourceOf } from "./recognising";

/** A source that holds nearly the text of an import. */
export interface NearSource {
  readonly publicId: string;
  readonly title: string;
  readonly outletName: string | null;
  readonly edition: number;
  /** How much of the shorter of the two texts the other has, in whole percent. */
  readonly percent: number;
}

/** What the person of an import says of a text that is nearly that of a source. */
export type SaidNear = "edition" | "own" | "ask";

type Draft = Pick<Awaited<ReturnType<typeof ownDraft>>, "text" | "sha256" | "address" | "sourceId" | "joins">;

/**
 * The source whose text is nearly that of an import, of which the record has neither the text nor the address; null where there is
 * none, or somebody said already what it is. `source` is what `sourceOf` gave, where that was asked.
 */
export async function findNear(
  tx: Tx | typeof db,
  actor: Actor,
  draft: Draft,
  source?: Awaited<ReturnType<typeof sourceOf>>,
): Promise<NearSource | null> {
  if (draft.joins !== null || draft.sourceId !== null) return null;
  if (source === undefined ? await sourceOf(tx, draft) : source) return null;
  for (const { editionId, share } of await listNearEditions(tx, draft.text)) {
    const edition = await tx.edition.findFirst({
      where: { id: editionId, source: visibleSources(actor) },
      select: {
        number: true,
        source: { select: { publicId: true, title: true, outlet: { select: { name: true } } } },
      },
    });
    if (!edition) continue;
    const { publicId, title, outlet } = edition.source;
    return {
      ...{ publicId, title, outletName: outlet?.name ?? null },
      ...{ edition: edition.number, percent: Math.floor(share * 100) },
    };
  }
  return null;
}

/**
 * What the person of an import said of a text that is nearly that of a source, and which that is; null where nobody asks, or it was not
 * said. `source` is what `sourceOf` gave.
 */
export async function findSaid(
  actor: Actor,
  draft: Draft,
  source: Awaited<ReturnType<typeof sourceOf>>,
): Promise<{ readonly as: "edition" | "own"; readonly near: NearSource } | null> {
  if (draft.joins === null || draft.sourceId !== null || source?.editionId) return null;
  const near = await findNear(db, actor, { ...draft, joins: null, address: "" });
  return near && { as: draft.joins === "" ? "own" : "edition", near };
}

/** Asks before a text is stored that is nearly that of a source. @throws {Refused} */
export function refuseNear(near: NearSource | null): void {
  if (near === null) return;
  const { publicId, title, percent } = near;
  const message = `This is nearly the text of “${title}” (${publicId}): ${percent} % of the shorter of the two is the same. Say first whether it is another edition of it or a source of its own. Nothing was stored.`;
  throw new Refused([{ rule: NEAR, message }]);
}

export const NEAR = "import.near";

/**
 * Records what a text is that is nearly that of a source: another edition of it, or a source of its own that prints the same. What is in it
 * of that source's statements is known from then on. @throws {Forbidden} @throws {NotFound} @throws {Conflict}
 */
export async function sayNear(
  actor: Actor,
  { draftId, version, as, sourceId }: { draftId: string; version?: number; as: SaidNear; sourceId: string },
): Promise<void> {
  assertCan(actor, "source:import");
  await transact(async (tx) => {
    const before = await ownDraft(tx, actor, draftId);
    const source = await tx.source.findFirst({
      where: { AND: [{ publicId: sourceId }, visibleSources(actor)] },
      select: { publicId: true },
    });
    if (!source) throw new NotFound("The source");
    await claimDraft(tx, before.id, version ?? before.version);
    const joins = as === "ask" ? null : as === "own" ? "" : source.publicId;
    await tx.importDraft.update({ where: { id: before.id }, data: { joins } });
    await keepKnown(tx, before.id, await recognisedIn(tx, actor, { ...before, joins }));
  });
}
