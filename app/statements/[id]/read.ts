import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { listHistory } from "@/lib/audit/server";
import { type Actor, can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { readJudgements } from "@/lib/exports/server";
import { getStatement } from "@/lib/statements/server";

/** The statement at an address, read once for its page and its head; the site's own 404 when there is none to see. */
export const readStatement = cache(async (publicId: string) => {
  const actor = await getActor();
  return { actor, statement: await getStatement(actor, publicId).catch(orNotFound) };
});

/** What was judged of a statement, and at the desk who did what. */
export async function readJudged(actor: Actor, statementId: string) {
  const judged = await readJudgements(actor, statementId);
  const relationIds = judged.ties.map(({ relation }) => relation.id);
  const audit = can(actor, "statement:read_unpublished")
    ? await listHistory("statement", statementId, relationIds)
    : null;
  return { ...judged, audit };
}
