import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { type Fate, isSameWords } from "@/lib/matching";
import { getSource, MARKED, type SourceDetail } from "@/lib/sources/server";
import { wordingOf } from "@/lib/text";
import { seesUnpublished } from "@/lib/visibility/server";
import { piecesOf } from "./ahead";
import { compareApart } from "./apart";
import { WAITING } from "./model";

export type EditionsCompared = Awaited<ReturnType<typeof compareEditions>>;

/**
 * What became of a source from one of its editions to another, and of the statements that stand in the first. Those who work
 * on the desk compare the texts; everyone else the sentences around what is published in both, without what is withheld.
 * @throws {NotFound} also when the actor may not see the source or one of the editions.
 */
export async function compareEditions(
  actor: Actor,
  { sourceId, from, to }: { sourceId: string; from: number; to: number },
) {
  const [was, now] = [
    await getSource(actor, { sourceId, edition: from }),
    await getSource(actor, { sourceId, edition: to }),
  ];
  const { title, language, publicId, isWhole, editions } = now;
  const [formerText, laterText] = isWhole ? [textOf(was), textOf(now)] : textsAround(was, now);
  const places = isWhole ? await placesIn(was) : [];
  const { wordsGone, wordsNew, stretches, fates } = await compareApart({
    ...{ former: formerText, later: laterText },
    places: places.map(({ pieces }) => pieces),
  });
  return {
    ...{ title, language, publicId, isWhole, editions, from: was.edition, to: now.edition },
    ...{ wordsGone, wordsNew },
    isSameText: was.edition.sha256 === now.edition.sha256,
    /** The texts as one: what both have as the later one prints it. */
    stretches: stretches.map(({ kind, former, later }) => ({
      kind,
      text: kind === "was" ? formerText.slice(...former) : laterText.slice(...later),
    })),
    statements: isWhole
      ? places.map(({ statement, pieces }, index) => ({
          statement,
          state: fates[index]?.state ?? "lost",
          was: wordingOf(formerText, pieces),
          now: fates[index]?.found ?? "",
        }))
      : whatIsRead(was, now),
  };
}

type Excerpt = SourceDetail["excerpts"][number];

const textOf = ({ excerpts }: SourceDetail) => excerpts.map(({ text }) => text).join("\n\n");

const idsIn = ({ marks }: Excerpt) => marks.map(({ statement }) => statement.publicId);

/** The sentences around what both editions show of the same statements: of the rest it cannot be said whether it changed. */
function textsAround(was: SourceDetail, now: SourceDetail): [former: string, later: string] {
  const inBoth = new Set(was.excerpts.flatMap(idsIn));
  const shared = new Set(now.excerpts.flatMap(idsIn).filter((id) => inBoth.has(id)));
  const those = (source: SourceDetail) =>
    source.excerpts.filter((excerpt) => idsIn(excerpt).some((id) => shared.has(id)));
  return [textOf({ ...was, excerpts: those(was) }), textOf({ ...now, excerpts: those(now) })];
}

/** The words of each published statement where both editions show them. */
function whatIsRead(was: SourceDetail, now: SourceDetail) {
  const wordsIn = (source: SourceDetail) =>
    new Map(
      source.excerpts.flatMap(({ text, marks }) =>
        marks.map(({ statement, ranges }) => [statement.publicId, wordingOf(text, ranges)] as const),
      ),
    );
  const [former, later] = [wordsIn(was), wordsIn(now)];
  return was.statements.flatMap(({ anchor: _, ...statement }) => {
    const [one, other] = [former.get(statement.publicId), later.get(statement.publicId)];
    if (one === undefined || other === undefined) return [];
    const state = isSameWords(one, other) ? ("exact" as const) : ("changed" as const);
    return [{ statement, state, was: one, now: other }];
  });
}

/** Where each statement stands in a text, or was seen there, in the order of the text. */
async function placesIn(was: SourceDetail) {
  const seen = await db.sighting.findMany({
    where: {
      editionId: was.edition.id,
      state: { not: "lost" },
      statement: { anchors: { none: { editionId: was.edition.id } } },
    },
    orderBy: { id: "asc" },
    select: { pieces: true, statement: { select: MARKED } },
  });
  const places = [
    ...was.statements
      .filter(({ anchor }) => anchor.state !== "lost")
      .map(({ anchor, ...statement }) => ({ statement, pieces: anchor.pieces })),
    ...seen.map((sighting) => ({ statement: sighting.statement, pieces: piecesOf(sighting) })),
  ];
  return places.sort((one, other) => (one.pieces[0]?.[0] ?? 0) - (other.pieces[0]?.[0] ?? 0));
}

/** What a later text of its source prints instead of a statement's words, while nobody decided what that means; null else. */
export async function findWaitingSighting(actor: Actor, publicId: string) {
  assertCan(actor, "statement:read_unpublished");
  const sighting = await db.sighting.findFirst({
    where: { ...WAITING, statement: { publicId } },
    select: {
      ...{ state: true, found: true, seenAt: true },
      edition: { select: { number: true, retrievedAt: true, source: { select: { publicId: true } } } },
      statement: {
        select: {
          anchors: {
            where: { state: { not: "lost" } },
            orderBy: { edition: { number: "desc" } },
            take: 1,
            select: { exact: true, pieces: true, edition: { select: { number: true, text: true } } },
          },
        },
      },
    },
  });
  if (!sighting) return null;
  const { edition, statement, ...seen } = sighting;
  const [judged] = statement.anchors;
  const pieces = piecesOf(judged);
  return {
    ...seen,
    was: judged ? wordingOf(judged.edition.text, pieces) : "",
    from: judged?.edition.number ?? 1,
    to: edition.number,
    retrievedAt: edition.retrievedAt,
    sourceId: edition.source.publicId,
  };
}

/**
 * What the newest text of its source that was looked at has of a statement's words, and since when that is so: for those who work on the
 * desk, null for everybody else and where nobody looked.
 */
export async function findSighting(actor: Actor, publicId: string) {
  if (!seesUnpublished(actor)) return null;
  // Sighting(statementId, editionId)
  const [newest, ...former] = await db.sighting.findMany({
    where: { statement: { publicId } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: MOST_LOOKED_BACK,
    select: {
      ...{ state: true, found: true, seenAt: true, supersededAt: true, settlement: true, note: true },
      edition: { select: { number: true, source: { select: { publicId: true } } } },
    },
  });
  if (!newest || newest.supersededAt !== null) return null;
  const other = former.findIndex(({ state, found }) => state !== newest.state || found !== newest.found);
  const same = [newest, ...(other === -1 ? former : former.slice(0, other))];
  const judged = await db.anchor.findFirst({
    where: { statement: { publicId }, state: { not: "lost" } },
    orderBy: { edition: { number: "desc" } },
    select: { pieces: true, edition: { select: { number: true, text: true } } },
  });
  const { state, found, seenAt, settlement, note, edition } = newest;
  return {
    ...{ state: state as Fate, found, seenAt, settlement, note },
    /** When the text was first looked at that has these words, and no other. */
    since: same.at(-1)?.seenAt ?? seenAt,
    /** The words where they were judged to stand. */
    was: judged ? wordingOf(judged.edition.text, piecesOf(judged)) : "",
    ...{ from: judged?.edition.number ?? null, to: edition.number, sourceId: edition.source.publicId },
  };
}

const MOST_LOOKED_BACK = 100;
