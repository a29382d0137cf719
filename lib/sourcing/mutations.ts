import type { z } from "zod";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { claimStatementVersion } from "@/lib/claims/server";
import { type Tx, transact } from "@/lib/db/server";
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

/** Writes an assessment, its facets and its audit entry in the caller's transaction; the caller has checked who and when. */
export async function recordSourcing(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { wordingBasis, interest, sensitivity, embargoedUntil, credibility, ...given }: SourcingGiven,
): Promise<string> {
  const assessedAt = now();
  const former = await tx.sourcingAssessment.findFirst({
    where: { statementId, supersededAt: null },
    include: {
      facets: { select: { facet: true, value: true }, orderBy: [{ facet: "asc" }, { value: "asc" }] },
    },
  });
  await tx.sourcingAssessment.updateMany({
    where: { statementId, supersededAt: null },
    data: { supersededAt: assessedAt },
  });
  const facets = [
    ...wordingBasis.map((value) => ({ facet: "wordingBasis", value })),
    ...interest.map((value) => ({ facet: "interest", value })),
    ...sensitivity.map((value) => ({ facet: "sensitivity", value })),
  ];
  const row = {
    ...given,
    credibility: Number(credibility),
    embargoedUntil: parseDated(embargoedUntil)?.on ?? null,
  };
  const assessment = await tx.sourcingAssessment.create({
    data: { ...row, statementId, assessedById: actor.id, assessedAt },
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
    after: { ...row, facets },
  });
  return assessment.id;
}

function auditView(former: Record<string, unknown>) {
  const { id, statementId, assessedById, assessedAt, supersededAt, ...view } = former;
  return view;
}
