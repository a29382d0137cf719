import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { type SpeakerSuggestion, suggestSpeakers } from "@/lib/speakers/server";
import { askedName, type DraftProposal, type DraftText, settledChoice, siblingKey } from "./model";
import { readTogether } from "./reading";

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

/** What a draft is read with. */
export const WITH_KINDS = {
  kinds: { select: { nameKey: true, kind: true }, orderBy: { id: "asc" } },
} as const;

/** The actor's own open draft. @throws {NotFound} also when it is somebody else's, stored or discarded. */
export async function ownDraft(tx: Tx, actor: Actor, publicId: string) {
  const draft = await tx.importDraft.findFirst({
    where: { publicId, ownerId: ownerOf(actor), state: "open" },
    include: WITH_KINDS,
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
  return readTogether(draft, rows);
}

/** The others with the same speaker that are not stored yet. */
export function listSiblingsOf(proposals: readonly DraftProposal[], ordinal: number): DraftProposal[] {
  const own = proposals.find((proposal) => proposal.ordinal === ordinal);
  const key = own ? siblingKey(own.found) : null;
  if (key === null) return [];
  return proposals.filter(
    (other) => other.ordinal !== ordinal && other.statementId === null && siblingKey(other.found) === key,
  );
}

/** The name of the new speaker of whom a proposal asks what it is, by its ordinal; those that ask nothing are left out. */
export async function listAskedNames(
  actor: Actor,
  proposals: readonly DraftProposal[],
): Promise<Map<number, string>> {
  const suggestions = await suggestionsFor(actor, proposals);
  return new Map(
    proposals.flatMap((proposal) => {
      const name = askedName(settledChoice(proposal, suggestions.get(proposal.printedName ?? "") ?? []));
      return name === null ? [] : [[proposal.ordinal, name] as const];
    }),
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
