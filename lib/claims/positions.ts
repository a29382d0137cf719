import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { passPublicEdit } from "@/lib/notices/server";
import { labelOf } from "@/lib/text";
import { POSITIONS_FROM, STANCES, statementRef } from "./model";
import { findWorded, insertClaim } from "./mutations";
import { type PositionInput, positionSchema } from "./schema";

/**
 * Records a statement's position on a claim, which is looked up by its words or new; the former position on that claim is superseded and kept,
 * and one that lapsed when the claim was put in other words is answered. Between a public statement and a public claim
 * it takes an editor and a public note.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when a colleague took one since, or changed the words of the claim.
 * @throws {Refused} when the statement takes this very position already.
 */
export async function takePosition(
  actor: Actor,
  input: PositionInput,
): Promise<{ id: string; claimId: string; slug: string }> {
  assertCan(actor, "position:take");
  const { claimId, proposition, statementId, stance, publicNote, version, ...given } = acceptInput(
    positionSchema,
    input,
  );
  return transact(async (tx) => {
    const statement = await tx.statement.findUnique({
      where: statementRef(statementId),
      select: { id: true, publicId: true },
    });
    if (!statement) throw new NotFound("The statement");
    const claim =
      claimId === ""
        ? ((await findWorded(tx, proposition)) ?? (await insertClaim(tx, actor, proposition, "")))
        : await findClaim(tx, claimId);
    const former = await tx.position.findFirst({
      where: { claimId: claim.id, statementId: statement.id, supersededAt: null },
    });
    const note = given.note ?? former?.note ?? "";
    if (former?.stance === stance && former.note === note) {
      const message = "The statement takes this position already.";
      throw new Refused([{ rule: "position.same", message, field: "stance" }]);
    }
    if (version !== undefined && (await isOvertaken(tx, { claim, claimId, former, version })))
      throw new Conflict();
    const after = inWords({ stance, note });
    await passPosition(tx, actor, { claimId: claim.id, statement, former, after, publicNote });
    const takenAt = now();
    const ofBoth = { claimId: claim.id, statementId: statement.id };
    await tx.position.updateMany({ where: { ...ofBoth, lapsedAt: { not: null } }, data: { lapsedAt: null } });
    if (former) await tx.position.update({ where: { id: former.id }, data: { supersededAt: takenAt } });
    const position = await tx.position.create({
      data: { ...ofBoth, stance, note, takenById: actor.id, takenAt },
    });
    await appendAudit(tx, {
      actor,
      action: "position.taken",
      subjectType: "statement",
      subjectId: statement.id,
      ...(former ? { before: { claim: claim.slug, stance: former.stance, note: former.note } } : {}),
      after: { claim: claim.slug, stance, note },
    });
    return { id: position.id, claimId: claim.id, slug: claim.slug };
  });
}

const CLAIM = { id: true, slug: true, version: true } as const;

interface Taken {
  readonly claim: { readonly version: number };
  readonly claimId: string;
  readonly former: { readonly id: string; readonly statementId: string } | null;
  readonly version: number;
}

/** Whether a colleague put the claim in other words, or took the position that would give way, since `version` was read. */
async function isOvertaken(tx: Tx, { claim, claimId, former, version }: Taken): Promise<boolean> {
  // what is asked for by the claim's id is asked of a position that lapsed: none stood
  if (claimId !== "") return claim.version !== version || former !== null;
  if (former === null) return false;
  const unread = await tx.position.findMany({
    where: { statementId: former.statementId },
    orderBy: [{ takenAt: "asc" }, { id: "asc" }],
    skip: Math.max(0, version - POSITIONS_FROM),
    select: { id: true },
  });
  return unread.some(({ id }) => id === former.id);
}

/** The claim on record in these words, as a picker puts them into the field. */
/**
 * Takes a standing position back, or answers that a lapsed one is not taken on the claim's new words. Between a public
 * statement and a public claim a standing one takes an editor and a public note.
 * @throws {Forbidden} @throws {NotFound} when it neither stands nor is asked for. @throws {Refused}
 */
export async function withdrawPosition(
  actor: Actor,
  { positionId, publicNote }: { positionId: string; publicNote?: string },
): Promise<{ slug: string }> {
  assertCan(actor, "position:take");
  return transact(async (tx) => {
    const former = await tx.position.findFirst({
      where: { id: positionId, OR: [{ supersededAt: null }, { lapsedAt: { not: null } }] },
      include: {
        claim: { select: { id: true, slug: true } },
        statement: { select: { id: true, publicId: true } },
      },
    });
    if (!former) throw new NotFound("The position");
    const { claim, statement, stance, note } = former;
    if (former.supersededAt === null) {
      await passPosition(tx, actor, { claimId: claim.id, statement, former, after: "", publicNote });
    }
    const supersededAt = former.supersededAt ?? now();
    await tx.position.update({ where: { id: former.id }, data: { supersededAt, lapsedAt: null } });
    await appendAudit(tx, {
      actor,
      action: "position.withdrawn",
      subjectType: "statement",
      subjectId: statement.id,
      before: { claim: claim.slug, stance, note },
    });
    return { slug: claim.slug };
  });
}

async function passPosition(
  tx: Tx,
  actor: Actor,
  {
    claimId,
    statement,
    former,
    after,
    publicNote,
  }: {
    claimId: string;
    statement: { readonly id: string; readonly publicId: string };
    former: { readonly stance: string; readonly note: string } | null;
    after: string;
    publicNote: string | undefined;
  },
): Promise<void> {
  const claim = { type: "claim", id: claimId } as const;
  const ends = [claim, { type: "statement", id: statement.id }] as const;
  const before = former ? inWords(former) : "";
  const what = `The position of ${statement.publicId} on the claim`;
  await passPublicEdit(tx, actor, {
    ...{ subject: claim, restsOn: ends, alsoOn: ends },
    ...{ changes: [{ what, before, after }], note: publicNote },
  });
}

function inWords({ stance, note }: { stance: string; note: string }): string {
  return [labelOf(STANCES, stance), note].filter(Boolean).join(": ");
}

async function findClaim(tx: Tx, idOrSlug: string) {
  const claim = await tx.claim.findFirst({
    where: { OR: [{ id: idOrSlug }, { slug: idOrSlug }] },
    select: CLAIM,
  });
  if (!claim) throw new NotFound("The claim");
  return claim;
}
