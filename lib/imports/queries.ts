import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import {
  listSiblings,
  type Order,
  ownDraft,
  ownerOf,
  placeOf,
  readPage,
  suggestionsFor,
} from "@/lib/proposals/server";
import { WORDED } from "@/lib/statements/server";
import { guessLanguage } from "@/lib/text";
import { ARRIVAL, marksOf, toldArrival } from "./arrivals";
import { findNear, findSaid } from "./near";
import { olderTextIn } from "./read-again";
import { sourceOf } from "./recognising";

export type DraftDetail = Awaited<ReturnType<typeof getDraft>>;
export type DraftRow = Awaited<ReturnType<typeof listDrafts>>[number];

/** How many proposals a page of a draft shows. */
const PROPOSALS_A_PAGE = 100;

/** How many drafts of the actor's own are not stored yet, and which is the newest. @throws {Forbidden} */
export async function countDrafts(actor: Actor): Promise<{ count: number; newest: string | null }> {
  assertCan(actor, "source:import");
  const where = { ownerId: ownerOf(actor), state: "open" };
  const [count, newest] = await Promise.all([
    db.importDraft.count({ where }),
    db.importDraft.findFirst({ where, orderBy: { id: "desc" }, select: { publicId: true } }),
  ]);
  return { count, newest: newest?.publicId ?? null };
}

/** The actor's own drafts that are not stored yet, newest first, at most 50. @throws {Forbidden} */
export async function listDrafts(actor: Actor) {
  assertCan(actor, "source:import");
  // ImportDraft(ownerId, state, id)
  const drafts = await db.importDraft.findMany({
    where: { ownerId: ownerOf(actor), state: "open" },
    select: {
      id: true,
      publicId: true,
      title: true,
      language: true,
      outletName: true,
      createdAt: true,
    },
    orderBy: { id: "desc" },
    take: 50,
  });
  const counts = await db.importProposal.groupBy({
    by: ["draftId", "decision"],
    where: { draftId: { in: drafts.map(({ id }) => id) } },
    _count: true,
  });
  return drafts.map((draft) => ({
    ...draft,
    counts: countsOf(counts.filter(({ draftId }) => draftId === draft.id)),
  }));
}

/**
 * One draft with one page of its proposals. `at` asks for the page that holds that proposal; else `page` counts from 1.
 * @throws {Forbidden} @throws {NotFound} also when it is somebody else's.
 */
export async function getDraft(
  actor: Actor,
  given: { draftId: string; at?: number | undefined; page?: number | undefined; order?: Order },
) {
  const { draftId, at, page = 1, order = "text" } = given;
  assertCan(actor, "source:import");
  const draft = await ownDraft(db, actor, draftId);
  const decisions = await db.importProposal.groupBy({
    by: ["decision"],
    where: { draftId: draft.id },
    _count: true,
  });
  const counts = countsOf(decisions);
  const pages = Math.max(1, Math.ceil(counts.all / PROPOSALS_A_PAGE));
  const isElsewhere = at !== undefined && pages > 1;
  const before = isElsewhere ? await placeOf(db, draft.id, { ordinal: at, order }) : 0;
  const wanted = isElsewhere ? Math.floor(before / PROPOSALS_A_PAGE) + 1 : page;
  const shown = Math.min(pages, Math.max(1, wanted));
  const proposals = await readPage(db, draft, {
    ...{ skip: (shown - 1) * PROPOSALS_A_PAGE, take: PROPOSALS_A_PAGE, order },
  });
  const chosenIds = proposals.flatMap(({ choice }) => (choice?.kind === "known" ? [choice.speakerId] : []));
  const toStore = await db.importProposal.count({
    where: { draftId: draft.id, decision: "accepted", statementId: null },
  });
  // nothing of a former edition has to be decided, and it can be recorded that it stands in this one
  const toFind = await db.importProposal.count({
    where: { draftId: draft.id, decision: "known", statementId: null },
  });
  const doubtful = await db.importProposal.count({
    where: { draftId: draft.id, decision: "pending", doubt: { gt: 0 } },
  });
  const current =
    proposals.find(({ ordinal }) => ordinal === at) ??
    proposals.find(({ decision }) => decision === "pending");
  const source = await sourceOf(db, draft);
  // Arrival(draftId)
  const arrivals = await db.arrival.findMany({
    where: { draftId: draft.id },
    select: ARRIVAL,
    orderBy: { id: "desc" },
    take: 10,
  });
  return {
    ...draft,
    /** As what it arrived, newest first; nothing of what was pasted. */
    arrivals: arrivals.map(toldArrival),
    marks: marksOf(draft),
    counts: { ...counts, toStore, toFind, doubtful },
    order,
    /** What language the text seems to be in, and what shows it. */
    guess: guessLanguage(draft.text),
    /** How much of the text is read, in whole percent; 100 only when all of it is. */
    readPercent: percentRead(draft),
    page: shown,
    pages,
    proposals,
    suggestions: await suggestionsFor(db, actor, proposals),
    /** The proposal to look at now, and the others with the same speaker. */
    current: current?.ordinal ?? null,
    siblings: current ? await listSiblings(db, draft.id, current.ordinal) : [],
    /** The speakers that the reporter chose, by id. */
    chosen: await db.speaker.findMany({
      where: { id: { in: chosenIds } },
      select: { id: true, slug: true, name: true, kind: true },
      orderBy: { id: "asc" },
    }),
    /** The statements that proposals of this page became or come near. */
    statements: await db.statement.findMany({
      where: { id: { in: proposals.flatMap((one) => one.statementId ?? one.known?.statementId ?? []) } },
      select: { id: true, publicId: true, speaker: { select: { name: true } }, ...WORDED },
      orderBy: { id: "asc" },
    }),
    story: draft.storyId
      ? await db.story.findUnique({ where: { id: draft.storyId }, select: { slug: true, title: true } })
      : null,
    /** The source in the record that has the text, or its address, and what of its statements the text has. */
    record: await findRecord(draft, source),
    /** The source that holds nearly the text, until somebody says what that is. */
    near: await findNear(db, actor, draft, source),
    said: await findSaid(actor, draft, source),
  };
}

/** The source that a draft will be stored in, when there is one. */
async function findRecord(
  draft: { id: string } & Parameters<typeof sourceOf>[1],
  source: Awaited<ReturnType<typeof sourceOf>>,
) {
  if (!source) return null;
  const newest = await db.edition.findFirst({
    where: { sourceId: source.id, ...(source.editionId ? { id: source.editionId } : {}) },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  // Statement(sourceId, occurredAt, id)
  const statements = await db.statement.count({ where: { sourceId: source.id, state: { notIn: NO_MORE } } });
  const known = await db.importProposal.groupBy({
    by: ["knownHow"],
    where: { draftId: draft.id, knownId: { not: null } },
    _count: true,
  });
  const of = (how: string) => known.find(({ knownHow }) => knownHow === how)?._count ?? 0;
  return {
    ...{ publicId: source.publicId, title: source.title, number: newest?.number ?? 1, statements },
    isSameText: source.editionId !== null,
    /** By the word of its person, since the text is nearly the same. */
    isSaid: source.publicId === draft.joins,
    /** The source has a newer text than this one. */
    older: await olderTextIn(db, draft, source),
    ...{ unchanged: of("unchanged"), changed: of("changed") },
  };
}

// what stands for nothing any more
const NO_MORE = ["declined", "retracted"];

/** The source into which the actor's draft was stored whole, by public id; null when it is open or was discarded. */
export async function findSourceOfDraft(
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<string | null> {
  assertCan(actor, "source:import");
  const draft = await db.importDraft.findFirst({
    where: { publicId: draftId, ownerId: ownerOf(actor), state: "stored" },
    select: { sourceId: true },
  });
  return draft?.sourceId ?? null;
}

function percentRead({ text, unreadFromUtf16 }: { text: string; unreadFromUtf16: number | null }): number {
  return unreadFromUtf16 === null ? 100 : Math.floor((100 * unreadFromUtf16) / text.length);
}

function countsOf(decisions: readonly { decision: string; _count: number }[]) {
  const of = (decision: string) => decisions.find((row) => row.decision === decision)?._count ?? 0;
  const [accepted, rejected, pending, known] = [of("accepted"), of("rejected"), of("pending"), of("known")];
  return { all: accepted + rejected + pending + known, accepted, rejected, pending, known };
}
