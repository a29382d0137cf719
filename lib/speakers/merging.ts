import { appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, type Refusal, refuseUnlessEmpty } from "@/lib/errors";
import { isPublicIn, passPublicEdit } from "@/lib/notices/server";
import { nameKeyOf } from "@/lib/query";
import { assertApart } from "./apart";
import { handDown } from "./handing-down";
import { apartRefusals, lastingRefusals, type Merged } from "./merge-model";
import { gained, lost, reasonOf, SHOWN_NAMES, shownOf, speakerChanged } from "./merge-notices";
import { type GivenName, giveNames, type MovedName, takeNames } from "./merged-names";
import type { SpeakerKind } from "./model";
import { type Pointed, point } from "./moving";
import { claimSpeaker } from "./mutations";

/** Two speakers that are one: the one that goes, and the one that stays. */
export interface MergeInput {
  readonly fromId: string;
  /** The save of the one that goes that the page showed. */
  readonly version: number;
  readonly intoId: string;
  /** Whether visitors read the name that goes as another name; else it is kept for matching alone. */
  readonly showsName: boolean;
  readonly reason: string;
  readonly publicNote?: string;
}

/** What a merge moved, as it is kept: enough to take it back. */
interface Moved extends Pointed {
  /** The notices that the other's page shows as well from then on. */
  readonly notices: readonly string[];
  readonly names: readonly MovedName[];
  readonly added: readonly GivenName[];
  readonly wikidataId: string | null;
}

/**
 * Makes one of two speakers: statements, attributions, roles, names, notices and open imports of the one that goes become the
 * other's, and its address leads there. Published words stay as they are; versions that were cited keep the name of their
 * day. `undoMerge` takes it back.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the one that goes was saved since its version was read.
 * @throws {Refused} when they cannot be one, and as `passPublicEdit` does when visitors read the one or the other.
 */
export async function mergeSpeakers(actor: Actor, input: MergeInput): Promise<{ slug: string }> {
  assertCan(actor, "speaker:edit");
  const { fromId, intoId, version, showsName, publicNote } = input;
  return transact(async (tx) => {
    const into = await tx.speaker.findFirst({ where: { id: intoId, mergedIntoId: null } });
    if (!into) throw new NotFound("The speaker");
    const from = await claimSpeaker(tx, fromId, version);
    if (from.mergedIntoId !== null) throw new NotFound("The speaker");
    refuseUnlessEmpty([...apartRefusals(from, into), ...(await waitingRefusals(tx, fromId))]);
    const isRead = await isPublicIn(tx, { type: "speaker", id: fromId });
    const isPublic = await passPublicEdit(tx, actor, {
      subject: { type: "speaker", id: intoId },
      restsOn: [{ type: "speaker", id: isRead ? fromId : intoId }],
      // read there as well when they are two again
      alsoOn: isRead ? [{ type: "speaker", id: fromId }] : [],
      leadsTo: isRead ? [] : [{ type: "speaker", id: fromId }],
      // of one whom nobody reads of, the page of the other shows what comes to it, and not whose it was
      changes: isRead
        ? speakerChanged(from, into)
        : gained(
            await shownOf(tx, fromId, { names: { kinds: [...SHOWN_NAMES, ...(showsName ? ["name"] : [])] } }),
          ),
      note: publicNote,
    });
    const reason = reasonOf(
      isPublic ? publicNote : input.reason || publicNote,
      "Say how it is known that they are one.",
    );
    await claimSpeaker(tx, intoId, undefined);
    const moved = await moveAll(tx, from, { into, showsName });
    await tx.speaker.update({ where: { id: fromId }, data: { mergedIntoId: intoId } });
    await assertApart(
      tx,
      [
        {
          ...{ id: intoId, kind: into.kind as SpeakerKind, description: into.description },
          names: moved.names.filter(({ kind }) => kind !== "surname").map(({ name }) => name),
        },
      ],
      "into",
    );
    const merge = await tx.speakerMerge.create({
      data: {
        ...{ fromId, intoId, moved: JSON.stringify(moved), reason },
        ...{ mergedById: actor.id ?? "", mergedAt: now() },
      },
    });
    await tell(tx, actor, "speaker.merged", { mergeId: merge.id, from, into, moved, reason });
    return { slug: into.slug };
  });
}

/** A correction that waits would bring the one that goes back. */
async function waitingRefusals(tx: Tx, fromId: string): Promise<Refusal[]> {
  const waiting = await tx.correctionProposal.findMany({
    where: { confirmedAt: null, withdrawnAt: null, changes: { contains: fromId } },
    select: { statement: { select: { publicId: true } } },
    orderBy: { id: "asc" },
    take: 5,
  });
  const ids = waiting.map(({ statement }) => statement.publicId).join(", ");
  const message = `A correction that waits names this speaker: ${ids}. Confirm or withdraw it first.`;
  return waiting.length === 0 ? [] : [{ rule: "merge.waiting", message, field: "into" }];
}

async function moveAll(
  tx: Tx,
  from: Merged,
  { into, showsName }: { into: Merged; showsName: boolean },
): Promise<Moved> {
  const where = { speakerId: from.id };
  const [known, notices] = [new Set(await noticesAt(tx, into.id)), await noticesAt(tx, from.id)];
  const names = await tx.speakerAlias.findMany({ where, orderBy: { id: "asc" } });
  const added = await giveNames(tx, into.id, names, { showsName });
  const moved: Moved = {
    statements: idsOf(await tx.statement.findMany({ where, select: ID, orderBy: { id: "asc" } })),
    hops: idsOf(await tx.attributionHop.findMany({ where, select: ID, orderBy: { id: "asc" } })),
    proposals: idsOf(await tx.importProposal.findMany({ where, select: ID, orderBy: { id: "asc" } })),
    roles: idsOf(await tx.affiliation.findMany({ where, select: ID, orderBy: { id: "asc" } })),
    bodies: idsOf(
      await tx.affiliation.findMany({
        where: { bodySpeakerId: from.id },
        select: ID,
        orderBy: { id: "asc" },
      }),
    ),
    notices: notices.filter((id) => !known.has(id)),
    names: names.map(({ name, nameKey, kind, language }) => ({ name, nameKey, kind, language })),
    added,
    wikidataId: into.wikidataId === null ? from.wikidataId : null,
  };
  await point(tx, moved, { from: from.id, to: into.id });
  await tx.speakerAlias.deleteMany({ where: { speakerId: from.id } });
  await tx.noticePlace.createMany({
    data: moved.notices.map((noticeId) => ({ noticeId, subjectType: "speaker", subjectId: into.id })),
  });
  if (moved.wikidataId)
    await tx.speaker.update({ where: { id: into.id }, data: { wikidataId: moved.wikidataId } });
  return moved;
}

/**
 * Takes a merge back: what it moved goes back where it came from, unless somebody gave it to a third since; what was recorded
 * for the one that stayed after the merge stays there.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when one of the two was merged again since, and as `mergeSpeakers`.
 */
export async function undoMerge(
  actor: Actor,
  { mergeId, reason, publicNote }: { mergeId: string; reason: string; publicNote?: string },
): Promise<{ slug: string }> {
  assertCan(actor, "speaker:edit");
  return transact(async (tx) => {
    const merge = await tx.speakerMerge.findFirst({
      where: { id: mergeId, undoneAt: null },
      include: { from: true, into: true },
    });
    if (!merge) throw new NotFound("The merge");
    const { from, into } = merge;
    const moved = JSON.parse(merge.moved) as Moved;
    refuseUnlessEmpty(lastingRefusals(into));
    await claimSpeaker(tx, into.id, undefined);
    await claimSpeaker(tx, from.id, undefined);
    const taken = { names: { kinds: SHOWN_NAMES, ids: moved.added.map(({ id }) => id) }, roles: moved.roles };
    const shown = await shownOf(tx, into.id, taken);
    await point(tx, moved, { from: into.id, to: from.id });
    const isRead = await isPublicIn(tx, { type: "speaker", id: from.id });
    const isPublic = await passPublicEdit(tx, actor, {
      subject: { type: "speaker", id: into.id },
      restsOn: [{ type: "speaker", id: isRead ? from.id : into.id }],
      alsoOn: isRead ? [{ type: "speaker", id: from.id }] : [],
      leadsTo: isRead ? [] : [{ type: "speaker", id: from.id }],
      changes: isRead ? speakerChanged(into, from) : lost(shown),
      note: publicNote,
    });
    const why = reasonOf(
      isPublic ? publicNote : reason || publicNote,
      "Say how it is known that they are two.",
    );
    await takeNames(tx, merge, moved.added);
    await tx.speakerAlias.createMany({
      data: moved.names.map((one) => ({ ...one, searchKey: nameKeyOf(one.name), speakerId: from.id })),
    });
    for (const noticeId of moved.notices)
      await tx.noticePlace.deleteMany({ where: { noticeId, subjectType: "speaker", subjectId: into.id } });
    if (moved.wikidataId && into.wikidataId === moved.wikidataId)
      await tx.speaker.update({ where: { id: into.id }, data: { wikidataId: null } });
    await tx.speaker.update({ where: { id: from.id }, data: { mergedIntoId: null } });
    await tx.speakerMerge.update({
      where: { id: mergeId },
      data: { undoneById: actor.id, undoneAt: now(), undoReason: why },
    });
    await handDown(tx, actor, {
      ...{ throughId: into.id, ownerId: from.id, since: merge.mergedAt, passed: moved, reason: why },
    });
    await tell(tx, actor, "speaker.taken_apart", { mergeId, from, into, moved, reason: why });
    return { slug: from.slug };
  });
}

interface Told {
  readonly mergeId: string;
  readonly from: Merged;
  readonly into: Merged;
  readonly moved: Moved;
  readonly reason: string;
}

/** The log has the act at both speakers: whoever had a hand in the one has it in the other. */
async function tell(
  tx: Tx,
  actor: Actor,
  action: string,
  { mergeId, from, into, moved, reason }: Told,
): Promise<void> {
  const after = {
    ...{ mergeId, from: from.slug, into: into.slug },
    ...{ statements: moved.statements.length, attributions: moved.hops.length, roles: moved.roles.length },
    names: moved.names.map(({ name }) => name),
  };
  await appendAudits(
    tx,
    [into, from].map(({ id }) => ({
      ...{ actor, action, subjectType: "speaker", subjectId: id },
      ...{ after, reason },
    })),
  );
}

const ID = { id: true } as const;

/** The notices that a speaker's page shows. */
async function noticesAt(tx: Tx, speakerId: string): Promise<string[]> {
  const found = await tx.notice.findMany({
    where: { places: { some: { subjectType: "speaker", subjectId: speakerId } } },
    select: ID,
    orderBy: { id: "asc" },
  });
  return found.map(({ id }) => id);
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
