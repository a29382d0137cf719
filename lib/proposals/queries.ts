import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import type { Proposal } from "@/lib/extraction";
import { type SpeakerSuggestion, suggestSpeakers } from "@/lib/speakers/server";
import { type Asked, askedBy, type DraftProposal, type DraftText } from "./model";
import { keptFind, readProposal, toShownKinds } from "./reading";

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
  await keepSpeakers(tx, draft.id);
  return draft;
}

/** Reads for their speakers the finds that an earlier release kept without. */
async function keepSpeakers(tx: Tx, draftId: string): Promise<void> {
  for (;;) {
    const rows = await tx.importProposal.findMany({
      where: { draftId, speakerKey: null },
      select: { id: true, found: true },
      orderBy: { id: "asc" },
      take: PART,
    });
    for (const { id, found } of rows) {
      const { speakerKey, speakerShown } = keptFind(JSON.parse(found) as Proposal);
      await tx.importProposal.update({ where: { id }, data: { speakerKey, speakerShown } });
    }
    if (rows.length < PART) return;
  }
}

// a query of this size is answered while nobody notices
const PART = 200;

type OwnDraft = { readonly id: string } & DraftText;

/** Proposals of a draft from one ordinal to another, in order; at most a page of them. */
export async function readFromTo(
  tx: Tx,
  draft: OwnDraft,
  { from, to }: { from: number; to: number },
): Promise<DraftProposal[]> {
  const rows = await tx.importProposal.findMany({
    where: { draftId: draft.id, ordinal: { gte: from, lte: to } },
    orderBy: { ordinal: "asc" },
  });
  const kinds = await shownKinds(
    tx,
    draft.id,
    rows.flatMap(({ speakerKey }) => speakerKey || []),
  );
  return rows.map((row) => readProposal(draft, row, kinds));
}

/** Every proposal of a draft, in order. */
export async function readAll(tx: Tx, draft: OwnDraft): Promise<DraftProposal[]> {
  const kinds = await shownKinds(tx, draft.id);
  const all: DraftProposal[] = [];
  for (;;) {
    const rows = await tx.importProposal.findMany({
      where: { draftId: draft.id, ordinal: { gt: all.at(-1)?.ordinal ?? 0 } },
      orderBy: { ordinal: "asc" },
      take: PART,
    });
    all.push(...rows.map((row) => readProposal(draft, row, kinds)));
    if (rows.length < PART) return all;
  }
}

/** What the text shows the speakers of these keys to be, or all of them. */
async function shownKinds(tx: Tx, draftId: string, keys?: readonly string[]) {
  // ImportProposal(draftId, speakerKey)
  const rows = await tx.importProposal.groupBy({
    by: ["speakerKey", "speakerShown"],
    where: {
      draftId,
      speakerKey: keys ? { in: [...new Set(keys)] } : { not: "" },
      speakerShown: { not: "" },
    },
    _min: { ordinal: true },
    orderBy: { _min: { ordinal: "asc" } },
  });
  return toShownKinds(rows);
}

/** The ordinals of the others with the same speaker that are not stored yet. */
export async function listSiblings(tx: Tx, draftId: string, ordinal: number): Promise<number[]> {
  const own = await tx.importProposal.findUnique({
    where: { draftId_ordinal: { draftId, ordinal } },
    select: { speakerKey: true },
  });
  if (!own?.speakerKey) return [];
  const others = await tx.importProposal.findMany({
    where: { draftId, speakerKey: own.speakerKey, statementId: null, ordinal: { not: ordinal } },
    select: { ordinal: true },
    orderBy: { ordinal: "asc" },
  });
  return others.map((other) => other.ordinal);
}

/** What the proposals ask, by their ordinal; those that ask nothing are left out. */
export async function listAsked(
  actor: Actor,
  proposals: readonly DraftProposal[],
): Promise<Map<number, Asked>> {
  const suggestions = await suggestionsFor(actor, proposals);
  return new Map(
    proposals.flatMap((proposal) => {
      const asked = askedBy(proposal, suggestions.get(proposal.printedName ?? "") ?? []);
      return asked === null ? [] : [[proposal.ordinal, asked] as const];
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
