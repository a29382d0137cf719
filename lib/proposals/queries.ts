import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { type SpeakerSuggestion, suggestSpeakers } from "@/lib/speakers/server";
import { type DraftProposal, type DraftText, readProposal, siblingKey } from "./model";

/** The proposals of a draft that have the same speaker as this one, as the article names them; this one left out. */
export async function listSiblings(
  actor: Actor,
  { draftId, ordinal }: { draftId: string; ordinal: number },
): Promise<number[]> {
  assertCan(actor, "source:import");
  const draft = await ownDraft(db, actor, draftId);
  return siblingsOf(await readAll(db, draft), ordinal).map((sibling) => sibling.ordinal);
}

/** The first proposal after `ordinal` that waits for a decision, else the first of all, else null. */
export async function findNextPending(
  actor: Actor,
  { draftId, ordinal }: { draftId: string; ordinal: number },
): Promise<number | null> {
  assertCan(actor, "source:import");
  const { id } = await ownDraft(db, actor, draftId);
  const pending = { draftId: id, decision: "pending" };
  const after = await db.importProposal.findFirst({
    where: { ...pending, ordinal: { gt: ordinal } },
    orderBy: { ordinal: "asc" },
  });
  const next = after ?? (await db.importProposal.findFirst({ where: pending, orderBy: { ordinal: "asc" } }));
  return next?.ordinal ?? null;
}

/** The owner of a draft as it is stored. The program itself owns what it imports. */
export function ownerOf(actor: Actor): string {
  return actor.id ?? "system";
}

/** The actor's own open draft. @throws {NotFound} also when it is somebody else's, stored or discarded. */
export async function ownDraft(tx: Tx, actor: Actor, publicId: string) {
  const draft = await tx.importDraft.findFirst({
    where: { publicId, ownerId: ownerOf(actor), state: "open" },
  });
  if (!draft) throw new NotFound("The import");
  return draft;
}

/** Every proposal of a draft, in order. */
export async function readAll(tx: Tx, draft: { id: string } & DraftText): Promise<DraftProposal[]> {
  const rows = await tx.importProposal.findMany({
    where: { draftId: draft.id },
    orderBy: { ordinal: "asc" },
  });
  return rows.map((row) => readProposal(draft, row));
}

/** The others with the same speaker that are not stored yet. */
export function siblingsOf(proposals: readonly DraftProposal[], ordinal: number): DraftProposal[] {
  const own = proposals.find((proposal) => proposal.ordinal === ordinal);
  const key = own ? siblingKey(own.found) : null;
  if (key === null) return [];
  return proposals.filter(
    (other) => other.ordinal !== ordinal && other.statementId === null && siblingKey(other.found) === key,
  );
}

/** The known speakers that the printed names may mean. */
export function suggestionsFor(
  actor: Actor,
  proposals: readonly Pick<DraftProposal, "printedName">[],
): Promise<Map<string, SpeakerSuggestion[]>> {
  return suggestSpeakers(
    actor,
    proposals.flatMap(({ printedName }) => (printedName === null ? [] : [printedName])),
  );
}
