import type { Tx } from "@/lib/db/server";
import { compareTexts, type Reanchored, reanchorIn } from "@/lib/matching";
import { hashText } from "@/lib/sources/server";
import { FALLEN_STATES } from "@/lib/statements";
import { compareApart } from "./apart";

type Pieces = [start: number, end: number][];

/** What a text is beside those that its source has: compared before the transaction in which it is written. */
export interface Ahead {
  /** By the id of an edition: how many of its words the text lacks, and how many it has that that lacks. */
  readonly counts: ReadonlyMap<string, { readonly wordsGone: number; readonly wordsNew: number }>;
  /** By the id of an edition and a place in it: what became of the words that stand there. */
  readonly fates: ReadonlyMap<string, Reanchored>;
  /** Hardly a word of the newest edition stands in the text, and no statement of the source. */
  readonly isAnotherText: boolean;
}

// what two texts on one site share: its name, its menu, a day
const MOST_SHARED_BY_CHANCE = 0.2;

export const piecesOf = (anchor: { readonly pieces: string } | undefined) =>
  JSON.parse(anchor?.pieces ?? "[]") as Pieces;

const keyOf = (editionId: string, pieces: Pieces) => `${editionId} ${JSON.stringify(pieces)}`;

/**
 * Compares a text with the newest edition of a source, and looks in it for what stands in that and in others. It takes as long as it
 * takes, and nobody waits: it is asked for outside of a transaction, which then finds all of it done.
 */
export async function lookAhead(
  tx: Tx,
  { sourceId, text }: { sourceId: string; text: string },
): Promise<Ahead> {
  const sha256 = hashText(text);
  const [newest] = await tx.edition.findMany({
    where: { sourceId },
    orderBy: { number: "desc" },
    take: 1,
    select: { id: true },
  });
  const anchors = (await listStanding(tx, sourceId)).flatMap(({ place }) => place ?? []);
  const ids = new Set([...(newest ? [newest.id] : []), ...anchors.map(({ editionId }) => editionId)]);
  const counts = new Map<string, { wordsGone: number; wordsNew: number }>();
  const fates = new Map<string, Reanchored>();
  let kept = 1;
  for (const editionId of ids) {
    const former = await tx.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { text: true, sha256: true },
    });
    // the words stand where they stand
    if (former.sha256 === sha256) continue;
    const those = anchors.filter((anchor) => anchor.editionId === editionId).map(piecesOf);
    const compared = await compareApart({ former: former.text, later: text, places: those });
    counts.set(editionId, { wordsGone: compared.wordsGone, wordsNew: compared.wordsNew });
    if (editionId === newest?.id) kept = 1 - compared.wordsGone / Math.max(1, compared.words);
    for (const [index, pieces] of those.entries()) {
      const fate = compared.fates[index];
      if (fate) fates.set(keyOf(editionId, pieces), fate);
    }
  }
  const isNowhere = [...fates.values()].every(({ state }) => state === "lost");
  return { counts, fates, isAnotherText: isNowhere && kept < MOST_SHARED_BY_CHANCE };
}

/**
 * What became of words that stand in another edition, as it was found ahead; what somebody wrote between then and the transaction is
 * looked for in it.
 */
export function fatesIn(tx: Tx, text: string, ahead: Ahead) {
  const made = new Map<string, ReturnType<typeof reanchorIn>>();
  return async (editionId: string, pieces: Pieces): Promise<Reanchored> => {
    const found = ahead.fates.get(keyOf(editionId, pieces));
    if (found) return found;
    let reanchor = made.get(editionId);
    if (!reanchor) {
      const former = await tx.edition.findUniqueOrThrow({ where: { id: editionId }, select: { text: true } });
      reanchor = reanchorIn(compareTexts(former.text, text));
      made.set(editionId, reanchor);
    }
    return reanchor(pieces);
  };
}

/** The statements of a source that stand for something, each with the newest place that was judged and what was seen last. */
export async function listStanding(tx: Tx, sourceId: string) {
  const standing = { sourceId, state: { notIn: [...FALLEN_STATES] } };
  // Statement(sourceId, occurredAt, id)
  const statements = await tx.statement.findMany({
    where: standing,
    orderBy: { id: "asc" },
    select: { id: true, publicId: true, state: true },
  });
  // asked for by their source: SQLite takes no list of more than a thousand statements in a query with an order
  const places = await tx.anchor.findMany({
    where: { statement: standing, state: { not: "lost" } },
    orderBy: [{ edition: { number: "asc" } }, { id: "desc" }],
    select: { statementId: true, editionId: true, state: true, pieces: true },
  });
  const seen = await tx.sighting.findMany({
    where: { statement: standing, supersededAt: null },
    orderBy: { id: "desc" },
    select: {
      ...{ statementId: true, state: true, found: true, settledAt: true },
      ...{ settledById: true, settlement: true, note: true },
    },
  });
  // the last of each is the one that counts
  const placeOf = new Map(places.map(({ statementId, ...place }) => [statementId, place]));
  const sightingOf = new Map(seen.map(({ statementId, ...sighting }) => [statementId, sighting]));
  return statements.map((statement) => ({
    ...statement,
    place: placeOf.get(statement.id) ?? null,
    sighting: sightingOf.get(statement.id) ?? null,
  }));
}

/**
 * The edition of a source as which it was read last: the one in which its statements were seen last, which is not the newest where its
 * publisher went back to a former text. Null of a source without a text.
 */
export async function findReadLast(tx: Tx, sourceId: string) {
  const what = { id: true, number: true, text: true, retrievedAt: true } as const;
  // Sighting(statementId, editionId)
  const seen = await tx.sighting.findFirst({
    where: { statement: { sourceId }, supersededAt: null },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    select: { edition: { select: what } },
  });
  if (seen) return seen.edition;
  return tx.edition.findFirst({ where: { sourceId }, orderBy: { number: "desc" }, select: what });
}
