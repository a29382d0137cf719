import { v7 as uuid } from "uuid";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addMany, db, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import type { Reanchored } from "@/lib/matching";
import { addEdition } from "@/lib/sources/server";
import { isEditable } from "@/lib/statements";
import { standAgain } from "@/lib/statements/server";
import { joinPieces, wordingOf } from "@/lib/text";
import { type Ahead, fatesIn, findReadLast, listStanding, lookAhead, piecesOf } from "./ahead";
import type { FollowCounts } from "./model";

type Ranges = readonly (readonly [start: number, end: number])[];

/**
 * Looks for the words of every statement of a source in one of its editions, which is the text as it reads now, and records
 * what was found. What is public keeps its places; what is still worked on stands in the new text where its words do.
 * @throws {Forbidden}
 */
export async function followEdition(
  tx: Tx,
  actor: Actor,
  { sourceId, editionId, ahead }: { sourceId: string; editionId: string; ahead: Ahead },
): Promise<FollowCounts> {
  assertCan(actor, "source:import");
  const edition = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { id: true, number: true, text: true },
  });
  const seenAt = now();
  await tx.source.update({ where: { id: sourceId }, data: { checkedAt: seenAt } });
  const standing = await listStanding(tx, sourceId);
  const found = await refind(edition, standing, fatesIn(tx, edition.text, ahead));
  const looked = standing.filter(({ id }) => found.has(id));
  await tx.sighting.updateMany({
    where: { statement: { sourceId }, supersededAt: null },
    data: { supersededAt: seenAt },
  });
  // Sighting(editionId)
  const before = await tx.sighting.findMany({
    where: { editionId },
    select: { statementId: true },
    orderBy: { id: "asc" },
  });
  const isHeld = new Set(before.map(({ statementId }) => statementId));
  const seen = looked.map(({ id: statementId, sighting: former }) => {
    const { state, pieces, found: words } = found.get(statementId) ?? NOWHERE;
    // what somebody said of these very words holds on
    const isSaid = former?.settledAt && former.state === state && former.found === words;
    const settled = isSaid ? former : UNSETTLED;
    return {
      ...{ statementId, state, pieces: JSON.stringify(pieces), found: words, seenAt, supersededAt: null },
      ...{ settledAt: settled.settledAt, settledById: settled.settledById },
      ...{ settlement: settled.settlement, note: settled.note },
    };
  });
  await addMany(
    tx,
    "Sighting",
    seen
      .filter(({ statementId }) => !isHeld.has(statementId))
      .map((sighting) => ({ id: uuid(), editionId, ...sighting })),
  );
  for (const { statementId, ...data } of seen.filter((one) => isHeld.has(one.statementId)))
    await tx.sighting.update({ where: { statementId_editionId: { statementId, editionId } }, data });
  await standAgain(tx, actor, { editionId, found: looked.flatMap((one) => standsHere(one, edition, found)) });
  const counts = countsOf([...found.values()]);
  await appendAudit(tx, {
    actor,
    action: "source.followed",
    subjectType: "source",
    subjectId: sourceId,
    after: {
      edition: edition.number,
      ...counts,
      statements: looked.map(({ publicId, id }) => ({ publicId, state: found.get(id)?.state })),
    },
  });
  return counts;
}

/** What came of reading a source again. */
export interface Reading {
  readonly number: number;
  readonly editionId: string;
  readonly isNew: boolean;
  /** What became of its statements; null where the text is the one that was read last. */
  readonly counts: FollowCounts | null;
}

/** The text of a source as it reads now. */
interface ReadNow {
  readonly sourceId: string;
  readonly text: string;
  readonly marks?: string | null;
  readonly retrievedAt?: Date | null;
}

/**
 * Takes the text of a source as it reads now: another one is its next edition, in which its statements are looked for; the
 * same one only says when it was looked at.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when there is no text.
 */
export async function recordReading(actor: Actor, reading: ReadNow): Promise<Reading> {
  assertCan(actor, "source:import");
  const ahead = await lookAhead(db, reading);
  return transact((tx) => recordReadingIn(tx, actor, { ...reading, ahead }));
}

/** `recordReading` in the caller's transaction, of a text that was compared before it. */
export async function recordReadingIn(
  tx: Tx,
  actor: Actor,
  { ahead, ...reading }: ReadNow & { readonly ahead: Ahead },
): Promise<Reading> {
  const { sourceId } = reading;
  const former = await findReadLast(tx, sourceId);
  const { editionId, number, isNew } = await addEdition(tx, actor, { ...reading, counts: ahead.counts });
  if (former?.id !== editionId) {
    const counts = await followEdition(tx, actor, { sourceId, editionId, ahead });
    return { number, editionId, isNew, counts };
  }
  await tx.source.update({ where: { id: sourceId }, data: { checkedAt: now() } });
  await appendAudit(tx, {
    ...{ actor, action: "source.read_again", subjectType: "source", subjectId: sourceId },
    after: { edition: number },
  });
  return { number, editionId, isNew, counts: null };
}

const NOWHERE: Reanchored = { state: "lost", pieces: [], found: "" };
const UNSETTLED = { settledAt: null, settledById: null, settlement: "", note: "" };

type Standing = Awaited<ReturnType<typeof listStanding>>[number];

/** What became of each statement that stood in another text, or was seen otherwise; by the id of the statement. */
async function refind(
  edition: { readonly id: string; readonly text: string },
  standing: readonly Standing[],
  fateOf: ReturnType<typeof fatesIn>,
): Promise<Map<string, Reanchored>> {
  const found = new Map<string, Reanchored>();
  for (const { id, place, sighting } of standing) {
    if (!place) continue;
    const pieces = piecesOf(place);
    if (place.editionId !== edition.id) found.set(id, await fateOf(place.editionId, pieces));
    // the text is as it was again; of what never stood elsewhere nothing was asked
    else if (sighting !== null)
      found.set(id, { state: "exact", pieces, found: wordingOf(edition.text, pieces) });
  }
  return found;
}

/** A statement that is still worked on, where its words stand in the new text. */
function standsHere(
  { id, state: at, place }: Standing,
  { id: editionId, text }: { readonly id: string; readonly text: string },
  found: ReadonlyMap<string, Reanchored>,
) {
  const { state, pieces } = found.get(id) ?? NOWHERE;
  const [first, last] = [pieces[0], pieces.at(-1)];
  const isThere = state === "exact" || state === "moved";
  if (!isEditable(at) || !isThere || !first || !last) return [];
  // a difference that somebody explained is one of the text that they looked at
  if (place?.state !== "exact" || place.editionId === editionId) return [];
  const fields = { pieces: pieces as Ranges };
  return [{ statementId: id, startUtf16: first[0], endUtf16: last[1], ...joinPieces(text, pieces), fields }];
}

function countsOf(found: readonly Reanchored[]): FollowCounts {
  const of = (state: string) => found.filter((one) => one.state === state).length;
  return { exact: of("exact"), moved: of("moved"), changed: of("changed"), lost: of("lost") };
}
