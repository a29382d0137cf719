import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { now } from "@/lib/env";
import { LISTED, seesUnpublished } from "./model";

/** A statement that is published and hidden again. */
export interface Sealed {
  readonly id: string;
  readonly form: string;
  readonly speakerId: string | null;
  readonly sourceId: string;
}

/**
 * The published statements that are off the record or under an embargo, none for an actor who sees all. They are few, so
 * what is counted of all the others is counted without asking each of them.
 */
export async function listSealed(actor: Actor): Promise<Sealed[]> {
  if (seesUnpublished(actor)) return [];
  // asked by themselves, either is found in its index; joined to statements, every statement would be asked
  const [offRecord, embargoed] = await Promise.all([
    // SourcingAssessment(attributionTerms, supersededAt, id)
    db.sourcingAssessment.findMany({
      where: { attributionTerms: "off_record", supersededAt: null },
      select: { statementId: true },
      orderBy: { id: "asc" },
    }),
    // SourcingAssessment(embargoedUntil, id)
    db.sourcingAssessment.findMany({
      where: { embargoedUntil: { gt: now() }, supersededAt: null },
      select: { statementId: true },
      orderBy: [{ embargoedUntil: "asc" }, { id: "asc" }],
    }),
  ]);
  const ids = [...new Set([...offRecord, ...embargoed].map(({ statementId }) => statementId))];
  return db.statement.findMany({
    where: { ...LISTED, id: { in: ids } },
    select: { id: true, form: true, speakerId: true, sourceId: true },
    orderBy: { id: "asc" },
  });
}
