import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma, type Tx } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import type { Proposal } from "@/lib/extraction";
import { type SpeakerSuggestion, suggestSpeakers } from "@/lib/speakers/server";
import type { DraftProposal, DraftText } from "./model";
import { keptFind, readProposal, toShownKinds } from "./reading";

/** The order of a list of proposals: that of the text, or those in most doubt first. */
export type Order = "text" | "doubt";

/** What sorts a list so. A number stays with its proposal; where it stands is told by the text. */
function sortedBy(order: Order): Prisma.ImportProposalOrderByWithRelationInput[] {
  const inText = [{ startUtf16: "asc" }, { ordinal: "asc" }] as const;
  return order === "text" ? [...inText] : [{ doubt: "desc" }, ...inText];
}

/** The first proposal after `ordinal` in that order that waits for a decision, else the first of all, else null. */
export async function findNextPending(
  actor: Actor,
  { draftId, ordinal, order = "text" }: { draftId: string; ordinal: number; order?: Order },
): Promise<number | null> {
  assertCan(actor, "source:import");
  const { id } = await ownDraft(db, actor, draftId);
  const at = await db.importProposal.findUnique({
    where: { draftId_ordinal: { draftId: id, ordinal } },
    select: { startUtf16: true, doubt: true },
  });
  const find = (where: Prisma.ImportProposalWhereInput) =>
    db.importProposal.findFirst({
      where: { AND: [{ draftId: id, decision: "pending" }, where] },
      select: { ordinal: true },
      orderBy: sortedBy(order),
    });
  const next = (at && (await find(after({ ...at, ordinal }, order)))) ?? (await find({}));
  return next?.ordinal ?? null;
}

/** The proposal that words of the text may be a part of: the last that begins before them, else the first behind; null for none. */
export async function findNearest(
  actor: Actor,
  { draftId, startUtf16 }: { draftId: string; startUtf16: number },
): Promise<number | null> {
  assertCan(actor, "source:import");
  const { id } = await ownDraft(db, actor, draftId);
  const find = (where: Prisma.ImportProposalWhereInput, way: "asc" | "desc") =>
    db.importProposal.findFirst({
      where: { AND: [{ draftId: id, decision: { not: "known" }, statementId: null }, where] },
      select: { ordinal: true },
      orderBy: [{ startUtf16: way }, { ordinal: way }],
    });
  const before = await find({ startUtf16: { lte: startUtf16 } }, "desc");
  const nearest = before ?? (await find({ startUtf16: { gt: startUtf16 } }, "asc"));
  return nearest?.ordinal ?? null;
}

/** Those that stand behind a proposal in that order. */
function after(
  { startUtf16, ordinal, doubt }: { startUtf16: number; ordinal: number; doubt: number | null },
  order: Order,
): Prisma.ImportProposalWhereInput {
  const inText = { OR: [{ startUtf16: { gt: startUtf16 } }, { startUtf16, ordinal: { gt: ordinal } }] };
  return order === "text"
    ? inText
    : { OR: [{ doubt: { lt: doubt ?? 0 } }, { doubt: doubt ?? 0, ...inText }] };
}

/** The owner of a draft as it is stored. The program itself owns what it imports. */
export function ownerOf(actor: Actor): string {
  return actor.id ?? "system";
}

/** What a draft is read with. */
export const WITH_KINDS = {
  kinds: { select: { nameKey: true, kind: true }, orderBy: { id: "asc" } },
} as const;

/** The story that goes by an address, for what is brought into it; null for none. @throws {Refused} when there is no such story */
export async function getStoryId(tx: Tx, slug = ""): Promise<string | null> {
  if (slug === "") return null;
  const story = await tx.story.findUnique({ where: { slug }, select: { id: true } });
  if (story) return story.id;
  throw new Refused([{ rule: "import.story", message: "There is no such story any more.", field: "story" }]);
}

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

/** Reads for their speakers and doubts the finds that an earlier release kept without. */
async function keepSpeakers(tx: Tx, draftId: string): Promise<void> {
  for (;;) {
    const rows = await tx.importProposal.findMany({
      where: { draftId, OR: [{ speakerKey: null }, { doubt: null }] },
      select: { id: true, found: true },
      orderBy: { id: "asc" },
      take: PART,
    });
    for (const { id, found } of rows) {
      const { speakerKey, speakerShown, doubt } = keptFind(JSON.parse(found) as Proposal);
      await tx.importProposal.update({ where: { id }, data: { speakerKey, speakerShown, doubt } });
    }
    if (rows.length < PART) return;
  }
}

// a query of this size is answered while nobody notices
const PART = 200;

type OwnDraft = { readonly id: string } & DraftText;

/** The proposals of a draft that have these numbers, in no order. */
export async function readThese(
  tx: Tx,
  draft: OwnDraft,
  ordinals: readonly number[],
): Promise<DraftProposal[]> {
  const rows = await tx.importProposal.findMany({
    where: { draftId: draft.id, ordinal: { in: [...ordinals] } },
    orderBy: { id: "asc" },
  });
  return readRows(tx, draft, rows);
}

/** One page of a draft's proposals in an order: pages are numbered, and a reader goes to any of them. */
export async function readPage(
  tx: Tx,
  draft: OwnDraft,
  { skip, take, order }: { skip: number; take: number; order: Order },
): Promise<DraftProposal[]> {
  const rows = await tx.importProposal.findMany({
    where: { draftId: draft.id },
    orderBy: sortedBy(order),
    ...{ skip, take },
  });
  return readRows(tx, draft, rows);
}

/** How many of a draft's proposals stand before one in an order; 0 when it has none of that number. */
export async function placeOf(
  tx: Tx,
  draftId: string,
  { ordinal, order }: { ordinal: number; order: Order },
): Promise<number> {
  const at = await tx.importProposal.findUnique({
    where: { draftId_ordinal: { draftId, ordinal } },
    select: { startUtf16: true, doubt: true },
  });
  if (!at) return 0;
  const behind = await tx.importProposal.count({
    where: { AND: [{ draftId }, after({ ...at, ordinal }, order)] },
  });
  return (await tx.importProposal.count({ where: { draftId } })) - behind - 1;
}

type Row = Parameters<typeof readProposal>[1];

async function readRows(tx: Tx, draft: OwnDraft, rows: readonly Row[]): Promise<DraftProposal[]> {
  const kinds = await shownKinds(
    tx,
    draft.id,
    rows.flatMap(({ speakerKey }) => speakerKey || []),
  );
  return rows.map((row) => readProposal(draft, row, kinds));
}

/** Every proposal of a draft, in the order of the text. */
export async function readAll(tx: Tx, draft: OwnDraft): Promise<DraftProposal[]> {
  const kinds = await shownKinds(tx, draft.id);
  const all: DraftProposal[] = [];
  for (;;) {
    const rows: Row[] = await tx.importProposal.findMany({
      where: { draftId: draft.id, ordinal: { gt: all.at(-1)?.ordinal ?? 0 } },
      orderBy: { ordinal: "asc" },
      take: PART,
    });
    all.push(...rows.map((row) => readProposal(draft, row, kinds)));
    if (rows.length < PART) break;
  }
  return all.sort((one, other) => one.startUtf16 - other.startUtf16 || one.ordinal - other.ordinal);
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
    where: {
      ...{ draftId, speakerKey: own.speakerKey, statementId: null },
      ...{ ordinal: { not: ordinal }, decision: { not: "known" } },
    },
    select: { ordinal: true },
    orderBy: sortedBy("text"),
  });
  return others.map((other) => other.ordinal);
}

/** The known speakers that the printed names may mean. */
export function suggestionsFor(
  tx: Tx,
  actor: Actor,
  proposals: readonly Pick<DraftProposal, "printedName">[],
): Promise<Map<string, SpeakerSuggestion[]>> {
  return suggestSpeakers(
    tx,
    actor,
    proposals.flatMap(({ printedName }) => (printedName === null ? [] : [printedName])),
  );
}
