import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { IN_WORDS, NO_TRUTH, TRUTH_OF_CLAIM } from "@/lib/claims";
import { claimClaimVersion, claimReviewRefusals, evidenceRows, textsOfEvidence } from "@/lib/claims/server";
import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { passPublicEdit } from "@/lib/notices/server";
import { parseDated } from "@/lib/text";
import { findLabel } from "./labels";
import { NARRATIVE, NOT_JUDGED } from "./model";
import { type ClaimVerdictInput, claimVerdictSchema } from "./schema";

/**
 * Records whether a claim is true, or that it is not judged any more; the former verdict is superseded and kept, and its
 * evidence goes on. On a public claim it takes an editor and a public note, and the validator of ClaimReview finds no error.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function judgeClaim(actor: Actor, input: ClaimVerdictInput): Promise<{ slug: string }> {
  assertCan(actor, "verdict:give");
  const { claimId, version, verdict, evidence, asOf, publicNote, ...given } = acceptInput(
    claimVerdictSchema,
    input,
  );
  return transact(async (tx) => {
    const claim = await claimClaimVersion(tx, claimId, version);
    const refuse = (message: string) => {
      throw new Refused([{ rule: "verdict.claim", message, field: "verdict" }]);
    };
    if (claim.state === "withdrawn") refuse("This claim was withdrawn: nothing is judged of it any more.");
    const at = now();
    const standing = { claimId: claim.id, axis: "true", supersededAt: null };
    const former = await tx.verdict.findFirst({
      where: standing,
      include: { evidence: { orderBy: { id: "asc" } }, scaleLabel: { select: { label: true } } },
    });
    const isTakenBack = verdict === NOT_JUDGED;
    if (isTakenBack && !former) refuse("The claim is not judged: there is nothing to take back.");
    const [scaleKey = "", key = ""] = verdict.split(":");
    const isNarrative = verdict === NARRATIVE;
    const label = isTakenBack || isNarrative ? null : await findLabel(tx, scaleKey, key, "verdict");
    const kept = isTakenBack ? [] : (former?.evidence ?? []);
    const added = await evidenceRows(tx, actor, evidence);
    await passPublicEdit(tx, actor, {
      subject: { type: "claim", id: claim.id },
      changes: [
        {
          what: TRUTH_OF_CLAIM,
          before: former ? (former.scaleLabel?.label ?? IN_WORDS) : "",
          after: isTakenBack ? NO_TRUTH : (label?.label ?? IN_WORDS),
        },
      ],
      written: [["reasons", [given.reasons, given.uncertainty, ...textsOfEvidence(added)]]],
      note: publicNote,
    });
    await tx.verdict.updateMany({ where: standing, data: { supersededAt: at } });
    const made = await tx.verdict.create({
      data: {
        ...given,
        ...{ claimId: claim.id, axis: "true", value: isTakenBack || isNarrative ? verdict : key },
        ...{ scaleLabelId: label?.id ?? null, asOf: parseDated(asOf)?.on ?? at },
        ...{ givenById: actor.id, givenAt: at, supersededAt: isTakenBack ? at : null },
      },
      select: { id: true },
    });
    const rows = [...kept.map(({ id: _, ...one }) => one), ...added];
    await tx.evidence.createMany({ data: rows.map((row) => ({ ...row, verdictId: made.id })) });
    // a claim under work is asked when it is published
    if (claim.state === "published") refuseUnlessEmpty(await claimReviewRefusals(tx, claim.id));
    await appendAudit(tx, {
      ...{ actor, action: isTakenBack ? "verdict.withdrawn" : "verdict.given" },
      ...{ subjectType: "claim", subjectId: claim.id },
      ...(former ? { before: { value: former.value, reasons: former.reasons } } : {}),
      after: { value: label?.label ?? verdict, ...given },
    });
    return { slug: claim.slug };
  });
}
