import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { foldForSearch, freeSlug, slugify } from "@/lib/text";
import { statementRef } from "./model";
import {
  type ClaimInput,
  claimSchema,
  type Evidence,
  type PositionInput,
  positionSchema,
  type RephraseInput,
  rephraseSchema,
} from "./schema";

/** Records a proposition that can be checked. @throws {Forbidden} @throws {Refused} when it is there already. */
export async function createClaim(actor: Actor, input: ClaimInput): Promise<{ id: string; slug: string }> {
  assertCan(actor, "claim:edit");
  const { proposition, note } = acceptInput(claimSchema, input);
  return transact((tx) => insertClaim(tx, actor, proposition, note));
}

/** Puts a claim in other words; its address stays. @throws {Forbidden} @throws {NotFound} @throws {Conflict} */
export async function rephraseClaim(actor: Actor, input: RephraseInput): Promise<{ slug: string }> {
  assertCan(actor, "claim:edit");
  const { claimId, version, ...after } = acceptInput(rephraseSchema, input);
  return transact(async (tx) => {
    const before = await claimClaimVersion(tx, claimId, version);
    await tx.claim.update({
      where: { id: before.id },
      data: { ...after, propositionKey: foldForSearch(after.proposition) },
    });
    await appendAudit(tx, {
      actor,
      action: "claim.rephrased",
      subjectType: "claim",
      subjectId: before.id,
      before: { proposition: before.proposition, note: before.note },
      after,
    });
    return { slug: before.slug };
  });
}

/**
 * Makes a claim public. It needs a position by a published statement, and an editor who did not write it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function publishClaim(
  actor: Actor,
  { claimId, version }: { claimId: string; version: number },
): Promise<{ slug: string }> {
  assertCan(actor, "statement:publish");
  return transact(async (tx) => {
    const claim = await claimClaimVersion(tx, claimId, version);
    const positions = await tx.position.count({
      where: { claimId: claim.id, supersededAt: null, statement: { state: "published" } },
    });
    const refusals = [
      ...(claim.state === "published"
        ? [{ rule: "claim.state", message: "This claim is published already." }]
        : []),
      ...(positions === 0
        ? [{ rule: "claim.position", message: "No published statement takes a position on this claim yet." }]
        : []),
      ...(actor.id !== null && actor.id === claim.createdById
        ? [{ rule: "claim.author", message: "Another editor publishes a claim that you wrote." }]
        : []),
    ];
    if (refusals.length > 0) throw new Refused(refusals);
    await tx.claim.update({ where: { id: claim.id }, data: { state: "published" } });
    await appendAudit(tx, {
      actor,
      action: "claim.published",
      subjectType: "claim",
      subjectId: claim.id,
      before: { state: claim.state },
      after: { state: "published" },
    });
    return { slug: claim.slug };
  });
}

/**
 * Records a statement's position on a claim, which may be new; the former position on that claim is superseded and kept.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the statement takes this very position already.
 */
export async function takePosition(
  actor: Actor,
  input: PositionInput,
): Promise<{ id: string; claimId: string; slug: string }> {
  assertCan(actor, "position:take");
  const { claimId, proposition, statementId, stance, note } = acceptInput(positionSchema, input);
  return transact(async (tx) => {
    const statement = await tx.statement.findUnique({
      where: statementRef(statementId),
      select: { id: true },
    });
    if (!statement) throw new NotFound("The statement");
    const claim =
      claimId === "" ? await insertClaim(tx, actor, proposition, "") : await findClaim(tx, claimId);
    const former = await tx.position.findFirst({
      where: { claimId: claim.id, statementId: statement.id, supersededAt: null },
    });
    if (former?.stance === stance && former.note === note) {
      const message = "The statement takes this position already.";
      throw new Refused([{ rule: "position.same", message, field: "stance" }]);
    }
    const takenAt = now();
    if (former) await tx.position.update({ where: { id: former.id }, data: { supersededAt: takenAt } });
    const position = await tx.position.create({
      data: { claimId: claim.id, statementId: statement.id, stance, note, takenById: actor.id, takenAt },
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

/**
 * Takes the statement's next save for this transaction and returns the statement as it was read.
 * @throws {NotFound} @throws {Conflict} when someone saved since `version` was read.
 */
export async function claimStatementVersion(tx: Tx, statementId: string, version: number) {
  const where = statementRef(statementId);
  const { count } = await tx.statement.updateMany({
    where: { ...where, version },
    data: { version: { increment: 1 } },
  });
  const statement = await tx.statement.findUnique({ where });
  if (!statement) throw new NotFound("The statement");
  if (count === 0) throw new Conflict();
  return statement;
}

/** The rows of evidence to create under a decision, with sources found by either id. @throws {Refused} */
export async function evidenceRows(tx: Tx, actor: Actor, evidence: readonly Evidence[]) {
  const addedAt = now();
  const wanted = evidence.map((row) => row.sourceId).filter(Boolean);
  const sources = await tx.source.findMany({
    where: { OR: [{ publicId: { in: wanted } }, { id: { in: wanted } }] },
    select: { id: true, publicId: true },
    orderBy: { id: "asc" },
  });
  return evidence.map(({ sourceId, ...row }, index) => {
    const source = sources.find(({ id, publicId }) => id === sourceId || publicId === sourceId);
    if (sourceId !== "" && !source) {
      const message = `No source is held under “${sourceId}”.`;
      throw new Refused([{ rule: "evidence.source", message, field: `evidence.${index}.sourceId` }]);
    }
    return { ...row, sourceId: source?.id ?? null, addedById: actor.id, addedAt };
  });
}

async function insertClaim(tx: Tx, actor: Actor, proposition: string, note: string) {
  const twin = await tx.claim.findFirst({ where: { proposition }, select: { slug: true } });
  if (twin) {
    const message = `This claim is on record already, as “${twin.slug}”.`;
    throw new Refused([{ rule: "claim.twin", message, field: "proposition" }]);
  }
  const base = slugify(proposition).slice(0, 60).replace(/-+$/, "") || "claim";
  const taken = await tx.claim.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
    orderBy: { id: "asc" },
  });
  const slug = freeSlug(
    base,
    taken.map((claim) => claim.slug),
  );
  const claim = await tx.claim.create({
    data: {
      ...{ slug, proposition, note, createdById: actor.id, createdAt: now() },
      propositionKey: foldForSearch(proposition),
    },
    select: { id: true, slug: true },
  });
  await appendAudit(tx, {
    actor,
    action: "claim.created",
    subjectType: "claim",
    subjectId: claim.id,
    after: { slug, proposition, note },
  });
  return claim;
}

async function findClaim(tx: Tx, idOrSlug: string) {
  const claim = await tx.claim.findFirst({
    where: { OR: [{ id: idOrSlug }, { slug: idOrSlug }] },
    select: { id: true, slug: true },
  });
  if (!claim) throw new NotFound("The claim");
  return claim;
}

async function claimClaimVersion(tx: Tx, claimId: string, version: number) {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, version },
    data: { version: { increment: 1 } },
  });
  const claim = await tx.claim.findUnique({ where: { id: claimId } });
  if (!claim) throw new NotFound("The claim");
  if (count === 0) throw new Conflict();
  return claim;
}
