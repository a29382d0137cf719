import type { Actor } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { type MoveInput, type WordedMoveInput, wordedMoveSchema } from "@/lib/review";
import { type Moved, step, toState } from "@/lib/review/server";
import { sealedRefusals, type Written } from "@/lib/visibility/server";

/** Asks for a retraction; another editor confirms it. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function proposeRetraction(actor: Actor, input: WordedMoveInput): Promise<Moved> {
  const { words, ...at } = acceptInput(wordedMoveSchema, input);
  return step(
    actor,
    "propose_retraction",
    "statement:retract",
    at,
    { words },
    async ({ tx, statementId }) => {
      await refuseSealed(tx, statementId, [["reason", [words]]]);
      await tx.retraction.create({
        data: { statementId, reason: words, proposedById: actor.id ?? "", proposedAt: now() },
      });
      return stateOf(tx, statementId);
    },
  );
}

/** Retracts what another editor proposed to retract; the address stays, with the notice. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function confirmRetraction(actor: Actor, input: MoveInput): Promise<Moved> {
  return step(actor, "confirm_retraction", "statement:retract", input, {}, async ({ tx, statementId }) => {
    const waiting = await tx.retraction.findMany({
      where: { statementId, confirmedAt: null, withdrawnAt: null },
      select: { reason: true },
      orderBy: { id: "asc" },
    });
    // another statement may have been sealed since it was proposed
    await refuseSealed(tx, statementId, [["reason", waiting.map(({ reason }) => reason)]]);
    await tx.retraction.updateMany({
      where: { statementId, confirmedAt: null, withdrawnAt: null },
      data: { confirmedById: actor.id, confirmedAt: now() },
    });
    return toState(tx, statementId, "retracted");
  });
}

/** Withdraws a retraction before the second editor confirms it, with a reason. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function withdrawRetraction(actor: Actor, input: WordedMoveInput): Promise<Moved> {
  const { words, ...at } = acceptInput(wordedMoveSchema, input);
  return step(
    actor,
    "withdraw_retraction",
    "statement:retract",
    at,
    { words },
    async ({ tx, statementId }) => {
      await tx.retraction.updateMany({
        where: { statementId, confirmedAt: null, withdrawnAt: null },
        data: { withdrawnById: actor.id, withdrawnAt: now(), withdrawnReason: words },
      });
      return stateOf(tx, statementId);
    },
  );
}

/** A notice is read by everybody from its day on, so it tells nothing that is off the record or under an embargo. */
export async function refuseSealed(tx: Tx, statementId: string, written: Written): Promise<void> {
  const { id, speakerId } = await tx.statement.findFirstOrThrow({
    where: { OR: [{ id: statementId }, { publicId: statementId }] },
    select: { id: true, speakerId: true },
  });
  refuseUnlessEmpty(await sealedRefusals(tx, { statements: [id], speakers: [speakerId] }, written));
}

/** How the statement stands when nothing moved it. */
export async function stateOf(tx: Tx, id: string) {
  const { state } = await tx.statement.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state as "published" | "retracted";
}
