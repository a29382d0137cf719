import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import type { DraftProposal } from "@/lib/proposals";
import { ownDraft, ownerOf, readThese, suggestionsFor } from "@/lib/proposals/server";
import type { SpeakerSuggestion } from "@/lib/speakers/server";
import { WORDED } from "@/lib/statements/server";

export type WorkPage = Awaited<ReturnType<typeof listWork>>;

const MOST_A_PAGE = 50;

/** What waits in the imports that the actor has open. */
const waitingOf = (actor: Actor) => ({
  decision: "pending",
  draft: { ownerId: ownerOf(actor), state: "open" },
});

/**
 * The proposals that wait in all imports that the actor has open, those in most doubt first, with what each needs to be decided.
 * Pages count from 1; what is decided leaves the list, so whoever works from its top asks for the first one again.
 * @throws {Forbidden}
 */
export async function listWork(actor: Actor, { page = 1 }: { page?: number } = {}) {
  assertCan(actor, "source:import");
  const where = waitingOf(actor);
  const all = await db.importProposal.count({ where });
  const pages = Math.max(1, Math.ceil(all / MOST_A_PAGE));
  const shown = Math.min(pages, Math.max(1, page));
  const rows = await db.importProposal.findMany({
    where,
    select: { ordinal: true, draft: { select: { publicId: true } } },
    // what a former release kept without a doubt is read when its import is opened
    orderBy: [{ doubt: { sort: "desc", nulls: "first" } }, { draftId: "asc" }, { ordinal: "asc" }],
    ...{ skip: (shown - 1) * MOST_A_PAGE, take: MOST_A_PAGE },
  });
  const drafts = new Map<string, Awaited<ReturnType<typeof readWaiting>>>();
  for (const id of new Set(rows.map(({ draft }) => draft.publicId))) {
    const ordinals = rows.filter(({ draft }) => draft.publicId === id).map(({ ordinal }) => ordinal);
    drafts.set(id, await readWaiting(actor, id, ordinals));
  }
  return {
    ...{ all, page: shown, pages },
    items: rows.flatMap(({ ordinal, draft: { publicId } }) => {
      const read = drafts.get(publicId);
      const proposal = read?.proposals.find((one) => one.ordinal === ordinal);
      return read && proposal ? [{ draft: read, proposal }] : [];
    }),
    decided: await listDecided(actor),
  };
}

/** An import with those of its proposals, and what is known of whom they name. */
async function readWaiting(actor: Actor, draftId: string, ordinals: readonly number[]) {
  const draft = await ownDraft(db, actor, draftId);
  const proposals: readonly DraftProposal[] = await readThese(db, draft, ordinals);
  const suggestions: ReadonlyMap<string, SpeakerSuggestion[]> = await suggestionsFor(db, actor, proposals);
  const chosenIds = proposals.flatMap(({ choice }) => (choice?.kind === "known" ? [choice.speakerId] : []));
  return {
    ...{
      publicId: draft.publicId,
      title: draft.title,
      language: draft.language,
      outletName: draft.outletName,
    },
    ...{ proposals, suggestions },
    chosen: await db.speaker.findMany({
      where: { id: { in: chosenIds } },
      select: { id: true, slug: true, name: true, kind: true },
      orderBy: { id: "asc" },
    }),
    statements: await db.statement.findMany({
      where: { id: { in: proposals.flatMap(({ known }) => known?.statementId ?? []) } },
      select: { id: true, publicId: true, speaker: { select: { name: true } }, ...WORDED },
      orderBy: { id: "asc" },
    }),
  };
}

/** The imports in which nothing waits any more and something is accepted: they can be stored. */
async function listDecided(actor: Actor) {
  // ImportDraft(ownerId, state, id)
  const drafts = await db.importDraft.findMany({
    where: {
      ...{ ownerId: ownerOf(actor), state: "open", unreadFromUtf16: null },
      proposals: { none: { decision: "pending" }, some: { decision: "accepted", statementId: null } },
    },
    select: { publicId: true, title: true, language: true },
    orderBy: { id: "desc" },
    take: 20,
  });
  return drafts;
}
