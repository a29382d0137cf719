import type { z } from "zod";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan, SYSTEM } from "@/lib/auth";
import { claimStatementVersion, evidenceRows } from "@/lib/claims/server";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { assessingRefusal } from "@/lib/sourcing";
import { parseDated } from "@/lib/text";
import { NARRATIVE, SHIPPED_SCALES } from "./model";
import { type VerdictInput, verdictSchema } from "./schema";

/** What a verdict holds, without the statement that it is about. */
export type VerdictGiven = Omit<z.output<typeof verdictSchema>, "statementId" | "version">;

/**
 * Records a verdict on one axis; the former one on that axis is superseded and kept.
 * @returns the statement's version after this save.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read. @throws {Refused}
 */
export async function giveVerdict(
  actor: Actor,
  input: VerdictInput,
): Promise<{ id: string; version: number }> {
  assertCan(actor, "verdict:give");
  const { statementId, version, ...given } = acceptInput(verdictSchema, input);
  return transact(async (tx) => {
    const statement = await claimStatementVersion(tx, statementId, version);
    const message = assessingRefusal(statement.state);
    if (message !== null) throw new Refused([{ rule: "verdict.state", message }]);
    const id = await recordVerdict(tx, actor, statement.id, given);
    return { id, version: statement.version };
  });
}

/** Writes a verdict, its evidence and its audit entry in the caller's transaction; the caller has checked who and when. */
export async function recordVerdict(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { evidence, scaleKey, speakerAskedOn, asOf, ...given }: VerdictGiven,
): Promise<string> {
  const givenAt = now();
  const label =
    given.axis === "true" && given.value !== NARRATIVE ? await findLabel(tx, scaleKey, given.value) : null;
  const former = await tx.verdict.findFirst({
    where: { statementId, axis: given.axis, supersededAt: null },
    select: { value: true, reasons: true, scaleLabelId: true },
  });
  await tx.verdict.updateMany({
    where: { statementId, axis: given.axis, supersededAt: null },
    data: { supersededAt: givenAt },
  });
  const row = {
    ...given,
    scaleLabelId: label?.id ?? null,
    speakerAskedOn: parseDated(speakerAskedOn)?.on ?? null,
    asOf: parseDated(asOf)?.on ?? givenAt,
  };
  const verdict = await tx.verdict.create({
    data: { ...row, statementId, givenById: actor.id, givenAt },
    select: { id: true },
  });
  const rows = await evidenceRows(tx, actor, evidence);
  await tx.evidence.createMany({ data: rows.map((one) => ({ ...one, verdictId: verdict.id })) });
  await appendAudit(tx, {
    actor,
    action: "verdict.given",
    subjectType: "statement",
    subjectId: statementId,
    ...(former ? { before: { axis: given.axis, ...former } } : {}),
    after: { ...row, evidence },
  });
  return verdict.id;
}

async function findLabel(tx: Tx, scaleKey: string, key: string) {
  const label = await tx.scaleLabel.findFirst({
    where: { key, retiredAt: null, scale: { key: scaleKey, retiredAt: null } },
    select: { id: true },
  });
  if (label) return label;
  const message = "Choose a label of one of the desk’s scales.";
  throw new Refused([{ rule: "verdict.label", message, field: "value" }]);
}

/** Puts the shipped truth scales into the database, once; a scale that is there is left as the desk has it. */
export async function ensureScales(): Promise<void> {
  await transact(async (tx) => {
    const there = await tx.truthScale.findMany({ select: { key: true }, orderBy: { id: "asc" } });
    for (const { labels, ...scale } of SHIPPED_SCALES) {
      if (there.some(({ key }) => key === scale.key)) continue;
      const rows = labels.map((label, index) => ({ ...label, ordinal: index + 1 }));
      const { id: scaleId } = await tx.truthScale.create({ data: scale, select: { id: true } });
      await tx.scaleLabel.createMany({ data: rows.map((row) => ({ ...row, scaleId })) });
      await appendAudit(tx, {
        actor: SYSTEM,
        action: "scale.shipped",
        subjectType: "scale",
        subjectId: scaleId,
        after: { ...scale, labels: rows },
      });
    }
  });
}
