import type { z } from "zod";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { claimStatementVersion } from "@/lib/claims/server";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { parseDated } from "@/lib/text";
import { assessingRefusal } from "./model";
import { type AssessInput, assessSchema } from "./schema";

/** What an assessment holds, without the statement that it is about. */
export type SourcingGiven = Omit<z.output<typeof assessSchema>, "statementId" | "version">;

/**
 * Records how well a statement is sourced; the former assessment is superseded and kept.
 * @returns the statement's version after this save.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read. @throws {Refused}
 */
export async function assessSourcing(
  actor: Actor,
  input: AssessInput,
): Promise<{ id: string; version: number }> {
  assertCan(actor, "sourcing:assess");
  const { statementId, version, ...given } = acceptInput(assessSchema, input);
  return transact(async (tx) => {
    const statement = await claimStatementVersion(tx, statementId, version);
    const message = assessingRefusal(statement.state);
    if (message !== null) throw new Refused([{ rule: "sourcing.state", message }]);
    const id = await recordSourcing(tx, actor, statement.id, given);
    return { id, version: statement.version };
  });
}

/**
 * Writes an assessment, its facets and its audit entry in the caller's transaction; the caller has checked who and when.
 * What is left out stays as the former assessment has it.
 */
export async function recordSourcing(
  tx: Tx,
  actor: Actor,
  statementId: string,
  given: SourcingGiven,
  by: { readonly byId: string | null; readonly at: Date } = { byId: actor.id, at: now() },
): Promise<string> {
  const former = await tx.sourcingAssessment.findFirst({
    where: { statementId, supersededAt: null },
    include: {
      facets: { select: { facet: true, value: true }, orderBy: [{ facet: "asc" }, { value: "asc" }] },
    },
  });
  const { wordingBasis, interest, sensitivity, embargoedUntil, credibility, ...values } = given;
  const manyOf = (facet: string, many: readonly string[] | undefined) =>
    many?.map((value) => ({ facet, value })) ?? (former?.facets ?? []).filter((one) => one.facet === facet);
  const facets = [
    ...manyOf("wordingBasis", wordingBasis),
    ...manyOf("interest", interest),
    ...manyOf("sensitivity", sensitivity),
  ];
  const row = {
    ...values,
    reliability: values.reliability ?? former?.reliability ?? "F",
    credibility: Number(credibility ?? former?.credibility ?? 6),
    note: values.note ?? former?.note ?? "",
    embargoedUntil:
      embargoedUntil === undefined
        ? (former?.embargoedUntil ?? null)
        : (parseDated(embargoedUntil)?.on ?? null),
  };
  const isEmbargoed = facets.some(({ facet, value }) => facet === "sensitivity" && value === "embargoed");
  if (isEmbargoed !== (row.embargoedUntil !== null)) {
    const message = "An embargo needs its date, and a date an embargo.";
    throw new Refused([{ rule: "sourcing.embargo", message, field: "embargoedUntil" }]);
  }
  return writeAssessment(tx, actor, statementId, { former, row, facets, by });
}

/** Writes in the caller's transaction that the assessment holds for a changed statement too: the same, given once more. */
export async function recordSourcingReaffirmed(
  tx: Tx,
  actor: Actor,
  statementId: string,
  by: { readonly byId: string | null; readonly at: Date },
): Promise<void> {
  const former = await tx.sourcingAssessment.findFirst({
    where: { statementId, supersededAt: null },
    include: {
      facets: { select: { facet: true, value: true }, orderBy: [{ facet: "asc" }, { value: "asc" }] },
    },
  });
  if (!former) return;
  const { id: _, facets, ...row } = former;
  await writeAssessment(tx, actor, statementId, { former, row: { ...row, supersededAt: null }, facets, by });
}

type Assessed = Omit<
  Prisma.SourcingAssessmentUncheckedCreateInput,
  "statementId" | "assessedById" | "assessedAt" | "facets"
>;

interface Writing {
  readonly former: Record<string, unknown> | null;
  readonly row: Assessed;
  readonly facets: readonly { readonly facet: string; readonly value: string }[];
  readonly by: { readonly byId: string | null; readonly at: Date };
}

async function writeAssessment(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { former, row, facets, by: { byId, at } }: Writing,
): Promise<string> {
  await tx.sourcingAssessment.updateMany({
    where: { statementId, supersededAt: null },
    data: { supersededAt: at },
  });
  const assessment = await tx.sourcingAssessment.create({
    data: { ...row, statementId, assessedById: byId, assessedAt: at },
    select: { id: true },
  });
  await tx.sourcingFacet.createMany({
    data: facets.map((facet) => ({ ...facet, assessmentId: assessment.id })),
  });
  await appendAudit(tx, {
    actor,
    action: "sourcing.assessed",
    subjectType: "statement",
    subjectId: statementId,
    ...(former ? { before: auditView(former) } : {}),
    after: auditView({ ...row, facets }),
  });
  return assessment.id;
}

function auditView(former: Record<string, unknown>) {
  const { id, statementId, assessedById, assessedAt, supersededAt, ...view } = former;
  return view;
}
