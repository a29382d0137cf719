import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { noteProblem } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { wordedInFull } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import { WAITING } from "./model";

/**
 * Says that a statement keeps its words though its source prints others by now, or none: they were printed so when they were
 * captured. Of a public statement it is told to the public, by an editor.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} when no reason is given, when nothing waits, and as
 * `passPublicEdit` does.
 */
export async function keepWords(
  actor: Actor,
  { statementId, version, publicNote }: { statementId: string; version: number; publicNote: string },
): Promise<void> {
  assertCan(actor, "statement:edit");
  const problem = noteProblem(publicNote);
  if (problem !== null) throw new Refused([{ rule: "sighting.note", message: problem, field: "publicNote" }]);
  await transact(async (tx) => {
    const statement = await tx.statement.findUnique({
      where: { publicId: statementId },
      select: { id: true, ...WORDED },
    });
    if (!statement) throw new NotFound("The statement");
    const { count } = await tx.statement.updateMany({
      where: { id: statement.id, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict();
    const sighting = await tx.sighting.findFirst({ where: { ...WAITING, statementId: statement.id } });
    if (!sighting)
      throw new Refused([{ rule: "sighting.waits", message: "Nothing of its source waits for a decision." }]);
    await passPublicEdit(tx, actor, {
      subject: { type: "statement", id: statement.id },
      changes: [
        {
          what: "What its source prints by now",
          before: wordedInFull(statement),
          after: sighting.found || "(nothing of it)",
        },
      ],
      note: publicNote,
    });
    await tx.sighting.update({
      where: { id: sighting.id },
      data: { settledAt: now(), settledById: actor.id, settlement: "kept", note: publicNote.trim() },
    });
    await appendAudit(tx, {
      actor,
      action: "statement.words_kept",
      subjectType: "statement",
      subjectId: statement.id,
      after: { sightingId: sighting.id, state: sighting.state, found: sighting.found },
      reason: publicNote.trim(),
    });
  });
}
