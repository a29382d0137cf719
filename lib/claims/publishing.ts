import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { Conflict, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { handRefusal } from "@/lib/independence";
import { handsOnClaim } from "@/lib/independence/server";
import { spelledBy } from "@/lib/matching";
import { passPublicEdit } from "@/lib/notices/server";
import { MADE_PUBLIC, sealedRefusals } from "@/lib/visibility/server";
import { CLAIM_WITHDRAWN } from "./model";
import { claimClaimVersion, EVIDENCE_TEXTS, textsOfEvidence } from "./mutations";
import { positionSavesIn } from "./queries";
import { claimReviewRefusals } from "./reviewed";

/** A step on a claim as it was read. */
export interface ClaimStep {
  readonly claimId: string;
  readonly version: number;
  readonly publicNote?: string;
}

/**
 * Takes a published claim back. Its address stays, with the notice; lists and statements no longer show it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} without a note, or when it is not published.
 */
export async function withdrawClaim(actor: Actor, step: ClaimStep): Promise<{ slug: string }> {
  return turnClaim(actor, step, { from: "published", to: "withdrawn" });
}

/** Publishes a withdrawn claim again. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function reinstateClaim(actor: Actor, step: ClaimStep): Promise<{ slug: string }> {
  return turnClaim(actor, step, { from: "withdrawn", to: "published" });
}

async function turnClaim(
  actor: Actor,
  { claimId, version, publicNote }: ClaimStep,
  { from, to }: { from: "published" | "withdrawn"; to: "published" | "withdrawn" },
): Promise<{ slug: string }> {
  assertCan(actor, "published:change");
  return transact(async (tx) => {
    const claim = await claimClaimVersion(tx, claimId, version);
    const message = `This claim is not ${from}.`;
    refuseUnlessEmpty([
      ...(claim.state === from ? [] : [{ rule: "claim.state", message }]),
      ...(to === "published" ? await sealedClaimRefusals(tx, claim.id) : []),
      ...(to === "published" ? await claimReviewRefusals(tx, claim.id) : []),
    ]);
    const what = to === "withdrawn" ? CLAIM_WITHDRAWN : "The claim was published again";
    await passPublicEdit(tx, actor, {
      subject: { type: "claim", id: claim.id },
      changes: [{ what, before: "", after: "" }],
      note: publicNote,
    });
    await tx.claim.update({ where: { id: claim.id }, data: { state: to } });
    await appendAudit(tx, {
      ...{ actor, action: to === "withdrawn" ? "claim.withdrawn" : "claim.reinstated" },
      ...{ subjectType: "claim", subjectId: claim.id, before: { state: from }, after: { state: to } },
    });
    return { slug: claim.slug };
  });
}

/**
 * Makes a claim public. It needs a position by a published statement, and an editor who had no hand in it. `saves` is what
 * `countPositionSaves` gave when the claim was read: its positions become public with it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function publishClaim(
  actor: Actor,
  { claimId, version, saves }: { claimId: string; version: number; saves?: number | undefined },
): Promise<{ slug: string }> {
  assertCan(actor, "statement:publish");
  return transact(async (tx) => {
    const claim = await claimClaimVersion(tx, claimId, version);
    if (saves !== undefined && saves !== (await positionSavesIn(tx, claim.id))) throw new Conflict(POSITIONS);
    const positions = await tx.position.count({
      where: { claimId: claim.id, supersededAt: null, statement: { state: "published" } },
    });
    const own = handRefusal(await handsOnClaim(tx, claim.id), actor.id, "another editor publishes it.");
    const refusals = [
      ...(claim.state === "published"
        ? [{ rule: "claim.state", message: "This claim is published already." }]
        : []),
      ...(claim.state === "withdrawn"
        ? [{ rule: "claim.state", message: "This claim was withdrawn: publish it again with a public note." }]
        : []),
      ...(positions === 0
        ? [{ rule: "claim.position", message: "No published statement takes a position on this claim yet." }]
        : []),
      ...(own === null ? [] : [{ rule: "claim.hand", message: own }]),
      ...(await sealedClaimRefusals(tx, claim.id)),
      ...(await claimReviewRefusals(tx, claim.id)),
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

const POSITIONS =
  "A colleague took a position on it, or took one back, since this page was opened. Read them, then publish it.";

/**
 * Why a claim must not be read by the public: it, or its address, which keeps the words that it was first put in, repeats what
 * is off the record or under an embargo.
 */
async function sealedClaimRefusals(tx: Tx, claimId: string): Promise<Refusal[]> {
  const { proposition, note, slug, evidence, positions, verdicts } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      ...{ proposition: true, note: true, slug: true, evidence: EVIDENCE_TEXTS },
      positions: {
        where: { supersededAt: null, statement: MADE_PUBLIC },
        orderBy: { id: "asc" },
        select: { note: true },
      },
      verdicts: {
        where: { supersededAt: null },
        orderBy: { id: "asc" },
        select: { reasons: true, uncertainty: true, evidence: EVIDENCE_TEXTS },
      },
    },
  });
  return sealedRefusals(tx, { claims: [claimId] }, [
    ["words", [proposition]],
    ["note", [note]],
    ["address", [spelledBy(slug)]],
    ["evidence", textsOfEvidence(evidence)],
    ["positions", positions.map((position) => position.note)],
    ["verdict", verdicts.flatMap((one) => [one.reasons, one.uncertainty, ...textsOfEvidence(one.evidence)])],
  ]);
}
