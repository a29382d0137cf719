import type { Actor } from "@/lib/auth";
import { aside, type Tx } from "@/lib/db/server";
import type { Ahead } from "@/lib/editions/server";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import type { ownDraft } from "@/lib/proposals/server";
import { addEdition, createSource } from "@/lib/sources/server";
import { parseDated } from "@/lib/text";
import type { sourceOf } from "./recognising";

type Draft = Awaited<ReturnType<typeof ownDraft>>;

/** The edition of a known source that holds the text: the one that has it already, else a new one. */
export async function placeIn(
  tx: Tx,
  actor: Actor,
  { id, publicId, editionId }: NonNullable<Awaited<ReturnType<typeof sourceOf>>>,
  { draft, ahead }: { draft: Draft; ahead: Ahead | null },
) {
  const place = editionId
    ? { editionId }
    : await addEdition(tx, actor, {
        ...{ sourceId: id, ...(await editionOf(tx, draft)) },
        ...(ahead ? { counts: ahead.counts } : {}),
      });
  await tieArrivals(tx, draft.id, place.editionId);
  return { sourceId: id, publicId, editionId: place.editionId };
}

/** A new source with the text. */
export async function placeNew(tx: Tx, actor: Actor, draft: Draft) {
  const created = await recordNew(tx, actor, draft, (await editionOf(tx, draft)).retrievedAt);
  await tieArrivals(tx, draft.id, created.editionId);
  return created;
}

type About = Pick<
  Draft,
  "text" | "marks" | "title" | "outletName" | "address" | "author" | "publishedOn" | "language"
>;

/** A new source with a text that was taken from its publisher at that moment; null for now. */
export async function recordNew(
  tx: Tx,
  actor: Actor,
  { shingles, ...draft }: About & { shingles?: ReadonlySet<number> },
  retrievedAt: Date | null,
) {
  const outlet = draft.outletName ? await findOrCreateOutlet(aside(tx), actor, draft.outletName) : null;
  const publishedOn = parseDated(draft.publishedOn);
  return createSource(tx, actor, {
    title: draft.title,
    outletId: outlet?.id ?? null,
    address: draft.address,
    author: draft.author,
    publishedOn: publishedOn?.on ?? null,
    publishedOnPrecision: publishedOn?.precision ?? null,
    language: draft.language,
    ...{ text: draft.text, marks: draft.marks, retrievedAt },
    ...(shingles ? { shingles } : {}),
  });
}

async function editionOf(tx: Tx, { id, text, marks }: Draft) {
  // the moment at which it was taken from its publisher, not the one at which somebody had worked it through
  const first = await tx.arrival.findFirst({
    where: { draftId: id },
    orderBy: { id: "asc" },
    select: { arrivedAt: true },
  });
  return { text, marks, retrievedAt: first?.arrivedAt ?? null };
}

/** What arrived and the edition that its text became know each other. */
async function tieArrivals(tx: Tx, draftId: string, editionId: string): Promise<void> {
  await tx.arrival.updateMany({ where: { draftId, editionId: null }, data: { editionId } });
}
