import type { Actor } from "@/lib/auth";
import { among, countedOnce, db, engine, type Tx } from "@/lib/db/server";
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
  return db.statement.findMany({
    where: { ...LISTED, id: among(await listSealedIds(db)) },
    select: { id: true, form: true, speakerId: true, sourceId: true },
    orderBy: { id: "asc" },
  });
}

/** The ids of the sources beside words that are off the record or under an embargo, none for an actor who sees all. */
export async function listSealedSources(actor: Actor): Promise<string[]> {
  if (seesUnpublished(actor)) return [];
  // asked by every search. SQLite tells of each write, whoever made it; PostgreSQL hides at once what another server sealed only
  // where it is asked each time. What is kept on hides the longer, never the shorter
  return engine === "sqlite" ? countedOnce("sealed sources", findSealedSources) : findSealedSources();
}

async function findSealedSources(): Promise<string[]> {
  const found = await db.statement.findMany({
    where: { id: among(await listSealedIds(db)) },
    select: { sourceId: true },
    orderBy: { id: "asc" },
  });
  return [...new Set(found.map(({ sourceId }) => sourceId))];
}

/**
 * The ids of all statements that are off the record or under an embargo. Asked by themselves, either is found in its index;
 * joined to statements, every statement would be asked.
 */
export async function listSealedIds(tx: Pick<Tx, "sourcingAssessment">): Promise<string[]> {
  // one after the other: a transaction is one connection
  // SourcingAssessment(attributionTerms, supersededAt, id)
  const offRecord = await tx.sourcingAssessment.findMany({
    where: { attributionTerms: "off_record", supersededAt: null },
    select: { statementId: true },
    orderBy: { id: "asc" },
  });
  // SourcingAssessment(embargoedUntil, id)
  const embargoed = await tx.sourcingAssessment.findMany({
    where: { embargoedUntil: { gt: now() }, supersededAt: null },
    select: { statementId: true },
    orderBy: [{ embargoedUntil: "asc" }, { id: "asc" }],
  });
  return [...new Set([...offRecord, ...embargoed].map(({ statementId }) => statementId))];
}
