import { notFound } from "next/navigation";
import { cache } from "react";
import { listHistory } from "@/lib/audit/server";
import { type Actor, can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { listNoticesOnStatement } from "@/lib/notices/server";
import { listRelationsOf } from "@/lib/relations/server";
import { corroborationOf, latestSourcing } from "@/lib/sourcing/server";
import { getStatement } from "@/lib/statements/server";
import { latestVerdicts } from "@/lib/verdicts/server";

/** The statement at an address, read once for its page and its head; the site's own 404 when there is none to see. */
export const readStatement = cache(async (publicId: string) => {
  const actor = await getActor();
  try {
    return { actor, statement: await getStatement(actor, publicId) };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});

/** What was judged of a statement, and at the desk who did what. */
export async function readJudgements(actor: Actor, statementId: string) {
  const [ties, sourcing, corroboration, verdicts, notices] = await Promise.all([
    listRelationsOf(actor, statementId),
    latestSourcing(actor, statementId),
    corroborationOf(actor, statementId),
    latestVerdicts(actor, statementId),
    listNoticesOnStatement(actor, statementId),
  ]);
  const relationIds = ties.map(({ relation }) => relation.id);
  const audit = can(actor, "statement:read_unpublished")
    ? await listHistory("statement", statementId, relationIds)
    : null;
  return { ties, sourcing, corroboration, verdicts, audit, notices };
}
