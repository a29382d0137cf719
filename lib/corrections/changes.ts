import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { listStatementsById, type StatementRow } from "@/lib/statements/server";
import { visibleStatements } from "@/lib/visibility/server";

/** A correction or a retraction, with the statement as it stands now. */
export interface PublicChange {
  readonly statement: StatementRow;
  /** "Corrected", "Retracted". */
  readonly what: string;
  readonly note: string;
  readonly at: Date;
  /** What tells this change of the statement from its others, for ever. */
  readonly anchor: string;
}

const WORDS: Readonly<Record<string, string>> = {
  typo: "Spelling corrected",
  clarification: "Clarified",
  correction: "Corrected",
  verdict_change: "Verdict changed",
};

/** What was corrected or retracted last of the statements that the actor may see, newest first. */
export async function listLatestChanges(actor: Actor, { take }: { take: number }): Promise<PublicChange[]> {
  const statement = visibleStatements(actor);
  const named = { select: { publicId: true } } as const;
  const [corrections, retractions] = await Promise.all([
    // Correction(givenAt)
    db.correction.findMany({
      where: { statement },
      orderBy: [{ givenAt: "desc" }, { id: "desc" }],
      take,
      select: { versionNumber: true, kind: true, note: true, givenAt: true, statement: named },
    }),
    // Retraction(confirmedAt, withdrawnAt)
    db.retraction.findMany({
      where: { statement, confirmedAt: { not: null }, withdrawnAt: null },
      orderBy: [{ confirmedAt: "desc" }, { id: "desc" }],
      take,
      select: { reason: true, confirmedAt: true, statement: named },
    }),
  ]);
  const changes = [
    ...corrections.map(({ kind, note, givenAt, versionNumber, statement: { publicId } }) => ({
      ...{ publicId, note, at: givenAt, anchor: `version-${versionNumber}` },
      what: WORDS[kind] ?? "Corrected",
    })),
    ...retractions.flatMap(({ reason, confirmedAt, statement: { publicId } }) =>
      confirmedAt
        ? [{ publicId, note: reason, at: confirmedAt, anchor: "retracted", what: "Retracted" }]
        : [],
    ),
  ]
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, take);
  const rows = await listStatementsById(
    actor,
    changes.map(({ publicId }) => publicId),
  );
  const byId = new Map(rows.map((row) => [row.publicId, row]));
  return changes.flatMap(({ publicId, ...change }) => {
    const row = byId.get(publicId);
    return row ? [{ ...change, statement: row }] : [];
  });
}
