import { v7 as uuid } from "uuid";
import { appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addMany, among, type Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { isSameWords, locateQuote } from "@/lib/matching";
import { joinPieces } from "@/lib/text";
import { anchorIn } from "./anchoring";
import { type AnchorInput, isEditable } from "./model";

interface FoundAgain extends Required<Pick<AnchorInput, "startUtf16" | "endUtf16">> {
  readonly statementId: string;
  /** As the finder reads the words there. */
  readonly wording: string;
  readonly splices: readonly (readonly [start: number, end: number])[];
  readonly fields: { readonly pieces: readonly (readonly [start: number, end: number])[] };
}

/**
 * Records where statements stand in a further edition of their source. One that is public, or waits for an editor, keeps
 * the places that were judged: what visitors read moves on by a correction, not by an import.
 * @throws {Forbidden} @throws {NotFound} the edition.
 */
export async function standAgain(
  tx: Tx,
  actor: Actor,
  { editionId, found }: { editionId: string; found: readonly FoundAgain[] },
): Promise<void> {
  assertCan(actor, "statement:capture");
  if (found.length === 0) return;
  const edition = await tx.edition.findUnique({
    where: { id: editionId },
    select: { text: true, number: true },
  });
  if (!edition) throw new NotFound("The edition");
  const placeOf = new Map(found.map((place) => [place.statementId, place]));
  const statements = await tx.statement.findMany({
    where: { id: among([...placeOf.keys()]), anchors: { none: { editionId } } },
    select: { id: true, wording: true, state: true },
    orderBy: { id: "asc" },
  });
  const anchors = statements.flatMap(({ id, wording, state }) => {
    const place = placeOf.get(id);
    if (!place || !isEditable(state)) return [];
    return [{ statementId: id, editionId, checkedAt: now(), ...placed(edition.text, wording, place) }];
  });
  await addMany(
    tx,
    "Anchor",
    anchors.map((anchor) => ({ id: uuid(), ...anchor })),
  );
  await appendAudits(
    tx,
    anchors.map((anchor) => ({
      actor,
      action: "statement.found_again",
      subjectType: "statement",
      subjectId: anchor.statementId,
      after: { edition: edition.number, anchor },
    })),
  );
}

/** What a later text prints instead of a statement's words, when the wording at hand is that; null else. */
export async function findTaken(tx: Pick<Tx, "sighting">, statementId: string, wording: string) {
  const sighting = await tx.sighting.findFirst({
    where: { statementId, state: "changed", supersededAt: null, settledAt: null },
    select: { id: true, editionId: true, pieces: true, found: true, edition: { select: { text: true } } },
  });
  return sighting && isSameWords(wording, sighting.found) ? sighting : null;
}

/** A statement that takes the words of a later text of its source stands in that text from then on. */
export async function takeFound(tx: Tx, actor: Actor, statementId: string, wording: string): Promise<void> {
  const taken = await findTaken(tx, statementId, wording);
  if (!taken) return;
  const pieces = JSON.parse(taken.pieces) as [number, number][];
  const [startUtf16, endUtf16] = [pieces[0]?.[0], pieces.at(-1)?.[1]];
  if (startUtf16 === undefined || endUtf16 === undefined) return;
  const reads = joinPieces(taken.edition.text, pieces);
  const place = { statementId, editionId: taken.editionId };
  const data = {
    ...anchorIn(taken.edition.text, wording, { startUtf16, endUtf16, pieces, reads }),
    checkedAt: now(),
  };
  await tx.anchor.upsert({
    where: { statementId_editionId: place },
    create: { ...place, ...data },
    update: data,
  });
  await tx.sighting.update({
    where: { id: taken.id },
    data: { settledAt: now(), settledById: actor.id, settlement: "taken" },
  });
}

/** The anchor of a wording where it was found; of one that was edited since, where its own words stand near there. */
function placed(text: string, wording: string, { startUtf16, endUtf16, splices, ...found }: FoundAgain) {
  const { pieces } = found.fields;
  const reads = { wording: found.wording, splices };
  const there = anchorIn(text, wording, { startUtf16, endUtf16, pieces, reads });
  if (there.state === "exact") return there;
  const match = locateQuote(text, wording, { startUtf16 });
  if (!match || match.state === "changed") return there;
  return { ...anchorIn(text, wording, match), state: "exact" as const };
}
