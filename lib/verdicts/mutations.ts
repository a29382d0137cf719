import type { z } from "zod";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan, SYSTEM } from "@/lib/auth";
import { claimStatementVersion, evidenceRows } from "@/lib/claims/server";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { assessingRefusal } from "@/lib/sourcing";
import { dayOf, parseDated } from "@/lib/text";
import { findLabel } from "./labels";
import { NARRATIVE, NOT_JUDGED, SHIPPED_SCALES } from "./model";
import { type UnjudgeInput, unjudgeSchema, type VerdictInput, verdictSchema } from "./schema";

/** What a verdict holds, without the statement that it is about. */
export type VerdictGiven = Omit<z.output<typeof verdictSchema>, "statementId" | "version">;

/** Who gave a record and when, where it is not who writes it and now. */
export interface Given {
  readonly byId: string | null;
  readonly at: Date;
}

/**
 * Records a verdict on one axis; the former one on that axis is superseded and kept, and what is left out stays as it
 * had it, evidence above all.
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
    const statement = await claimAssessable(tx, statementId, version);
    const id = await recordVerdict(tx, actor, statement.id, given);
    return { id, version: statement.version };
  });
}

/**
 * Takes the question of truth back to not judged: the verdict that stood is superseded, and who did it and why is kept.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} when it is not judged.
 */
export async function withdrawTruthVerdict(
  actor: Actor,
  input: UnjudgeInput,
): Promise<{ id: string; version: number }> {
  assertCan(actor, "verdict:give");
  const { statementId, version, reasons } = acceptInput(unjudgeSchema, input);
  return transact(async (tx) => {
    const statement = await claimAssessable(tx, statementId, version);
    const id = await recordWithdrawal(tx, actor, statement.id, reasons);
    return { id, version: statement.version };
  });
}

async function claimAssessable(tx: Tx, statementId: string, version: number) {
  const statement = await claimStatementVersion(tx, statementId, version);
  const message = assessingRefusal(statement.state);
  if (message !== null) throw new Refused([{ rule: "verdict.state", message }]);
  return statement;
}

/** Writes a verdict, its evidence and its audit entry in the caller's transaction; the caller has checked who and when. */
export async function recordVerdict(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { evidence, without, scaleKey, speakerAskedOn, asOf, ...given }: VerdictGiven,
  { byId, at }: Given = { byId: actor.id, at: now() },
): Promise<string> {
  const label =
    given.axis === "true" && given.value !== NARRATIVE ? await findLabel(tx, scaleKey, given.value) : null;
  const former = await supersede(tx, statementId, given.axis, at);
  const isAnother = former?.value !== given.value || former.scaleLabelId !== (label?.id ?? null);
  const row = {
    ...given,
    uncertainty: given.uncertainty ?? former?.uncertainty ?? "",
    speakerAnswered: given.speakerAnswered ?? former?.speakerAnswered ?? "",
    scaleLabelId: label?.id ?? null,
    speakerAskedOn:
      speakerAskedOn === undefined
        ? (former?.speakerAskedOn ?? null)
        : (parseDated(speakerAskedOn)?.on ?? null),
    // another verdict held on no day before it was given
    asOf: asOf === undefined && !isAnother ? former.asOf : (parseDated(asOf ?? "")?.on ?? dayOf(at)),
  };
  if (row.speakerAnswered !== "" && row.speakerAskedOn === null) {
    const message = "Write when the speaker was asked.";
    throw new Refused([{ rule: "verdict.asked", message, field: "speakerAskedOn" }]);
  }
  const kept = (former?.evidence ?? []).filter(({ id }) => !without.includes(id));
  const added = await evidenceRows(tx, actor, evidence, kept);
  const verdict = await tx.verdict.create({
    data: { ...row, statementId, givenById: byId, givenAt: at },
    select: { id: true },
  });
  const rows = [...kept.map(({ id: _, relationId: __, claimId: ___, ...one }) => one), ...added];
  await tx.evidence.createMany({ data: rows.map((one) => ({ ...one, verdictId: verdict.id })) });
  await appendAudit(tx, {
    actor,
    action: "verdict.given",
    subjectType: "statement",
    subjectId: statementId,
    ...(former ? { before: auditView(former, former.scaleLabel?.label) } : {}),
    after: auditView({ ...row, evidence: rows }, label?.label),
  });
  return verdict.id;
}

/** Writes in the caller's transaction that the verdict on an axis holds for new words too: the same, given once more. */
export async function recordReaffirmed(
  tx: Tx,
  actor: Actor,
  statementId: string,
  axis: string,
  { byId, at }: Given,
): Promise<void> {
  const former = await supersede(tx, statementId, axis, at);
  if (!former) return;
  const { id: _, evidence, scaleLabel, ...row } = former;
  const verdict = await tx.verdict.create({
    data: { ...row, givenById: byId, givenAt: at, supersededAt: null },
    select: { id: true },
  });
  await tx.evidence.createMany({
    data: evidence.map(({ id: __, ...one }) => ({ ...one, verdictId: verdict.id })),
  });
  const told = auditView(former, scaleLabel?.label);
  const subject = { subjectType: "statement", subjectId: statementId };
  await appendAudit(tx, { actor, action: "verdict.given", ...subject, before: told, after: told });
}

/**
 * Writes in the caller's transaction that truth is not judged any more: a record that never stands, so that whoever
 * reads the standing verdicts finds none.
 */
export async function recordWithdrawal(
  tx: Tx,
  actor: Actor,
  statementId: string,
  reasons: string,
  { byId, at }: Given = { byId: actor.id, at: now() },
): Promise<string> {
  const former = await supersede(tx, statementId, "true", at);
  if (!former) {
    const message = "“True?” is not judged: there is nothing to take back.";
    throw new Refused([{ rule: "verdict.none", message }]);
  }
  const row = { axis: "true", value: NOT_JUDGED, reasons };
  const verdict = await tx.verdict.create({
    data: { ...row, statementId, asOf: dayOf(at), givenById: byId, givenAt: at, supersededAt: at },
    select: { id: true },
  });
  await appendAudit(tx, {
    actor,
    action: "verdict.withdrawn",
    subjectType: "statement",
    subjectId: statementId,
    before: auditView(former, former.scaleLabel?.label),
    after: row,
  });
  return verdict.id;
}

/** Ends the verdict that stands on an axis, and returns it as it stood. */
async function supersede(tx: Tx, statementId: string, axis: string, at: Date) {
  const standing = { statementId, axis, supersededAt: null };
  const former = await tx.verdict.findFirst({
    where: standing,
    include: {
      evidence: { orderBy: [{ addedAt: "asc" }, { id: "asc" }] },
      scaleLabel: { select: { label: true } },
    },
  });
  await tx.verdict.updateMany({ where: standing, data: { supersededAt: at } });
  return former;
}

interface Told {
  readonly axis: string;
  readonly value: string;
  readonly reasons: string;
  readonly uncertainty: string;
  readonly speakerAskedOn: Date | null;
  readonly speakerAnswered: string;
  readonly asOf: Date;
  readonly evidence: readonly { title: string; address: string; excerpt: string; note: string }[];
}

/** What the log tells of a verdict; evidence by the words that name it. */
function auditView(told: Told, label: string | undefined) {
  const { axis, value, reasons, uncertainty, speakerAskedOn, speakerAnswered, asOf, evidence } = told;
  return {
    ...{ axis, value, ...(label === undefined ? {} : { label }), reasons, uncertainty },
    // records of an early build hold the minute at which they were given
    ...{ speakerAskedOn, speakerAnswered, asOf: dayOf(asOf) },
    evidence: evidence.map(({ title, address, excerpt, note }) => title || address || excerpt || note),
  };
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
