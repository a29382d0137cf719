import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { spelledBy } from "@/lib/matching";
import { type Change, changesBetween } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { against, MORE_THAN_SLIPS, slipsBetween } from "@/lib/spelling";
import { unprovenSlip } from "@/lib/spelling/server";
import { foldForSearch, freeSlug, searchKeyOf, slugify } from "@/lib/text";
import { statementRef } from "./model";
import { verdictEnding } from "./reviewed";
import { type ClaimInput, claimSchema, type Evidence, type RephraseInput, rephraseSchema } from "./schema";

/** Records a proposition that can be checked. @throws {Forbidden} @throws {Refused} when it is there already. */
export async function createClaim(actor: Actor, input: ClaimInput): Promise<{ id: string; slug: string }> {
  assertCan(actor, "claim:edit");
  const { proposition, note } = acceptInput(claimSchema, input);
  return transact((tx) => insertClaim(tx, actor, proposition, note));
}

/**
 * Puts a claim in other words; its address stays. The positions that statements took on the former words lapse and are
 * asked for again, unless it is a typing error that changes no word. A public claim takes an editor and a public note.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} also when what is said to be a typing error
 * is more than one.
 */
export async function rephraseClaim(actor: Actor, input: RephraseInput): Promise<{ slug: string }> {
  assertCan(actor, "claim:edit");
  const { claimId, version, publicNote, isTypingError, ...after } = acceptInput(rephraseSchema, input);
  return transact(async (tx) => {
    const { id, slug, proposition, note } = await claimClaimVersion(tx, claimId, version);
    const before = { proposition, note };
    const worded = changesBetween({ proposition: "The claim", note: "The claim’s note" }, before, after);
    const isOther = worded.length > 0 && !isTypingError;
    const changes = [...worded, ...(isOther ? await verdictEnding(tx, id) : [])];
    await passPublicEdit(tx, actor, { subject: { type: "claim", id }, changes, note: publicNote });
    if (isTypingError) refuseUnlessEmpty(await typingErrorRefusals(tx, id, worded));
    if (isOther) await lapsePositions(tx, id);
    await tx.claim.update({
      where: { id },
      data: {
        ...after,
        propositionKey: foldForSearch(after.proposition),
        searchKey: searchKeyOf(after.proposition),
      },
    });
    const subject = { subjectType: "claim", subjectId: id };
    await appendAudit(tx, {
      ...{ actor, action: "claim.rephrased", ...subject, before },
      after: { ...after, isTypingError, ...(changes.length > worded.length ? { verdict: "ended" } : {}) },
    });
    return { slug };
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

/**
 * The rows of evidence to create under a decision, with sources found by either id; what it has already in the same words is no
 * second piece. @throws {Refused}
 */
export async function evidenceRows(
  tx: Tx,
  actor: Actor,
  evidence: readonly Evidence[],
  kept: readonly EvidenceTexts[] = [],
) {
  const addedAt = now();
  const wanted = evidence.map((row) => row.sourceId).filter(Boolean);
  const sources = await tx.source.findMany({
    where: { OR: [{ publicId: { in: wanted } }, { id: { in: wanted } }] },
    select: { id: true, publicId: true },
    orderBy: { id: "asc" },
  });
  const rows = evidence.map(({ sourceId, ...row }, index) => {
    const source = sources.find(({ id, publicId }) => id === sourceId || publicId === sourceId);
    if (sourceId !== "" && !source) {
      const message = `No source is held under “${sourceId}”.`;
      throw new Refused([{ rule: "evidence.source", message, field: `evidence.${index}.sourceId` }]);
    }
    return { ...row, sourceId: source?.id ?? null, addedById: actor.id, addedAt };
  });
  const held = new Set(kept.map(pieceOf));
  return rows.filter((row) => held.size < held.add(pieceOf(row)).size);
}

const pieceOf = ({ sourceId, title, address, excerpt, note }: EvidenceTexts) =>
  JSON.stringify([sourceId, title, address, excerpt, note]);

/** What of evidence is a colleague's to write. */
export const EVIDENCE_TEXTS = {
  orderBy: { id: "asc" },
  select: { sourceId: true, title: true, address: true, excerpt: true, note: true },
} as const;

/** The texts of evidence: what is quoted of a source that the desk holds is struck out there by itself. */
export function textsOfEvidence(evidence: readonly EvidenceTexts[]): string[] {
  return evidence.flatMap(({ sourceId, title, address, excerpt, note }) =>
    sourceId === null ? [title, spelledBy(address), excerpt, note] : [note],
  );
}

type EvidenceTexts = Prisma.EvidenceGetPayload<{ select: typeof EVIDENCE_TEXTS.select }>;

/** The claim in these words, whatever their case and spaces; letter by letter before any other. */
export async function findWorded(tx: Tx, proposition: string) {
  const near = await tx.claim.findMany({
    where: { OR: [{ proposition }, { propositionKey: foldForSearch(proposition) }] },
    select: { id: true, slug: true, version: true, proposition: true },
    orderBy: { id: "asc" },
  });
  return near.find((claim) => claim.proposition === proposition) ?? near[0];
}

/** Writes a claim that nobody wrote before. @throws {Refused} */
export async function insertClaim(tx: Tx, actor: Actor, proposition: string, note: string) {
  const twin = await findWorded(tx, proposition);
  if (twin) {
    const message = `This claim is on record already: “${twin.proposition}”. Nothing was stored.`;
    const there = `/claims/${twin.slug}`;
    throw new Refused([{ rule: "claim.twin", message, field: "proposition", there }]);
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
      searchKey: searchKeyOf(proposition),
    },
    select: { id: true, slug: true, version: true },
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

/**
 * Takes the claim's next save for this transaction and returns the claim as it was read.
 * @throws {NotFound} @throws {Conflict} when someone saved since `version` was read.
 */
export async function claimClaimVersion(tx: Tx, claimId: string, version: number) {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, version },
    data: { version: { increment: 1 } },
  });
  const claim = await tx.claim.findUnique({ where: { id: claimId } });
  if (!claim) throw new NotFound("The claim");
  if (count === 0) throw new Conflict();
  return claim;
}

/** What was taken on the former words is no position on the new ones until somebody says so, and a verdict on them is none. */
async function lapsePositions(tx: Tx, claimId: string): Promise<void> {
  const at = now();
  const standing = { claimId, supersededAt: null };
  await tx.position.updateMany({ where: standing, data: { supersededAt: at, lapsedAt: at } });
  await tx.verdict.updateMany({ where: standing, data: { supersededAt: at } });
}

/** What one person may not call a typing error: docs/decisions/026. */
async function typingErrorRefusals(tx: Tx, claimId: string, changes: readonly Change[]): Promise<Refusal[]> {
  const slips = slipsBetween(changes.map(({ before, after }) => ({ was: before, now: after })));
  const say = (why: string) => [
    {
      rule: "claim.typing_error",
      field: "isTypingError",
      message: `This is more than a typing error. ${why} Take the tick away; then the positions are asked for again.`,
    },
  ];
  if (slips === null) return say(MORE_THAN_SLIPS);
  const positions = await tx.position.findMany({
    where: { claimId, supersededAt: null },
    orderBy: { id: "asc" },
    select: { statement: { select: { sourceId: true } } },
  });
  const sourceIds = [...new Set(positions.map(({ statement }) => statement.sourceId))];
  const unproven = await unprovenSlip(tx, slips, { claimId, sourceIds });
  return unproven === null ? [] : say(against(unproven));
}
