import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { isPublic } from "@/lib/notices/server";
import { seesUnpublished, visibleStatements } from "@/lib/visibility/server";
import { CHUNK } from "./moving";
import type { Moved } from "./split-acts";
import { READ } from "./split-acts";
import { MOST_CHOSEN, type SplitPreview, type SplitRow } from "./split-model";

const MOST_SPLITS = 100;

/** What was split off from a speaker, or made them the other, the newest first; without voices that have no name. */
export async function listSplits(actor: Actor, speakerId: string): Promise<SplitRow[]> {
  if (!seesUnpublished(actor)) return [];
  const who = { select: { id: true, name: true, slug: true } } as const;
  // nothing leads to or from an anonymous voice; who was taken together with somebody since is told of there
  const named = { kind: { not: "anonymous" }, mergedIntoId: null };
  // SpeakerSplit(fromId, undoneAt, splitAt), SpeakerSplit(intoId, undoneAt, splitAt)
  const found = await db.speakerSplit.findMany({
    where: { undoneAt: null, OR: [{ fromId: speakerId }, { intoId: speakerId }], from: named, into: named },
    select: { id: true, reason: true, splitAt: true, moved: true, from: who, into: who },
    orderBy: [{ splitAt: "desc" }, { id: "desc" }],
    take: MOST_SPLITS,
  });
  const others = found.flatMap(({ from, into }) => [from.id, into.id]).filter((id) => id !== speakerId);
  const isRead = (id: string) => isPublic({ type: "speaker", id });
  const isSelfRead = found.length > 0 && (await isRead(speakerId));
  // where the page itself is read, it is of no account who the others are
  const asked = isSelfRead ? [] : [...new Set(others)];
  const read = await Promise.all(asked.map(async (id) => ((await isRead(id)) ? [id] : [])));
  const publicIds = new Set(read.flat());
  return found.map(({ moved, ...row }) => ({
    ...row,
    statements: (JSON.parse(moved) as Moved).statements.length,
    isRead: isSelfRead || publicIds.has(row.from.id) || publicIds.has(row.into.id),
  }));
}

/** What would become of what a speaker has, if these statements were another's. @throws {Forbidden} */
export async function previewSplit(
  actor: Actor,
  { speakerId, publicIds }: { speakerId: string; publicIds: readonly string[] },
): Promise<SplitPreview> {
  assertCan(actor, "speaker:edit");
  const theirs: Prisma.StatementWhereInput = {
    OR: [{ speakerId }, { hops: { some: { speakerId } } }],
  };
  const found: { publicId: string; version: number; state: string; speakerId: string | null }[] = [];
  for (let at = 0; at < publicIds.length; at += CHUNK)
    found.push(
      ...(await db.statement.findMany({
        where: {
          AND: [{ publicId: { in: publicIds.slice(at, at + CHUNK) } }, theirs, visibleStatements(actor)],
        },
        select: { publicId: true, version: true, state: true, speakerId: true },
        orderBy: { id: "asc" },
      })),
    );
  const [all, allRead, imports] = await Promise.all([
    db.statement.count({ where: theirs }),
    db.statement.count({ where: { AND: [theirs, { state: { in: [...READ] } }] } }),
    db.importProposal.count({ where: { speakerId, statementId: null, draft: { state: "open" } } }),
  ]);
  const published = found.filter(({ state }) => (READ as readonly string[]).includes(state)).length;
  return {
    chosen: found.map(({ publicId, version }) => ({ publicId, version })),
    ...{ published, imports },
    attributions: found.filter((one) => one.speakerId !== speakerId).length,
    left: all - found.length,
    leftPublished: allRead - published,
  };
}

/** The statements in which a speaker stands between, as the desk reads them, by printed id, the newest first. @throws {Forbidden} */
export async function listStandsBetween(actor: Actor, speakerId: string): Promise<string[]> {
  assertCan(actor, "speaker:edit");
  // AttributionHop(speakerId)
  const found = await db.attributionHop.findMany({
    where: { speakerId, statement: visibleStatements(actor) },
    select: { statement: { select: { publicId: true } } },
    orderBy: { id: "desc" },
    // as many as one choice holds
    take: MOST_CHOSEN,
  });
  return [...new Set(found.map(({ statement }) => statement.publicId))];
}
