import { appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { locateQuote } from "@/lib/matching";
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
  const statements = await tx.statement.findMany({
    where: { id: { in: found.map(({ statementId }) => statementId) }, anchors: { none: { editionId } } },
    select: { id: true, wording: true, state: true },
    orderBy: { id: "asc" },
  });
  const anchors = statements.flatMap(({ id, wording, state }) => {
    const place = found.find(({ statementId }) => statementId === id);
    if (!place || !isEditable(state)) return [];
    return [{ statementId: id, editionId, checkedAt: now(), ...placed(edition.text, wording, place) }];
  });
  await tx.anchor.createMany({ data: anchors });
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
