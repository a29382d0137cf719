import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { IN_WORDS, NO_TRUTH, TRUTH_OF_CLAIM } from "@/lib/claims";
import { claimClaimVersion, claimReviewRefusals, evidenceRows, textsOfEvidence } from "@/lib/claims/server";
import { transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { changesBetween } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { dayOf, parseDated, typedDate } from "@/lib/text";
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
      include: { evidence: { orderBy: { id: "asc" } }, scaleLabel: { select: LABEL } },
    });
    const isTakenBack = verdict === NOT_JUDGED;
    if (isTakenBack && !former) refuse("The claim is not judged: there is nothing to take back.");
    const [scaleKey = "", key = ""] = verdict.split(":");
    const isNarrative = verdict === NARRATIVE;
    const label = isTakenBack || isNarrative ? null : await findLabel(tx, scaleKey, key, "verdict");
    const kept = isTakenBack ? [] : (former?.evidence ?? []);
    const added = await evidenceRows(tx, actor, evidence, kept);
    const judgedAsOf = parseDated(asOf)?.on ?? dayOf(at);
    // two scales may have a label of one name
    const isTwin = label?.label === former?.scaleLabel?.label && label?.id !== former?.scaleLabelId;
    const inWords = (one: Label | null) =>
      (one && isTwin ? `${one.label}, ${one.scale.name}` : one?.label) ?? IN_WORDS;
    // where it was not judged before, or is not any more, that alone is told
    const isJudgedAnew = former !== null && !isTakenBack;
    const changes = changesBetween(
      READ_OF_TRUTH,
      {
        ...(isJudgedAnew ? { ...former, asOf: written(former.asOf) } : NOTHING_READ),
        verdict: former ? inWords(former.scaleLabel) : "",
      },
      {
        ...(isJudgedAnew ? { ...given, asOf: written(judgedAsOf) } : NOTHING_READ),
        verdict: isTakenBack ? NO_TRUTH : inWords(label),
      },
    );
    if (isJudgedAnew && added.length > 0) changes.push({ what: MORE_EVIDENCE, before: "", after: "" });
    if (changes.length === 0) refuse("The verdict says this already. Nothing was saved.");
    await passPublicEdit(tx, actor, {
      subject: { type: "claim", id: claim.id },
      changes,
      written: [["reasons", [given.reasons, given.uncertainty, ...textsOfEvidence(added)]]],
      note: publicNote,
    });
    await tx.verdict.updateMany({ where: standing, data: { supersededAt: at } });
    const made = await tx.verdict.create({
      data: {
        ...given,
        ...{ claimId: claim.id, axis: "true", value: isTakenBack || isNarrative ? verdict : key },
        ...{ scaleLabelId: label?.id ?? null, asOf: judgedAsOf },
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
      ...(former
        ? {
            before: {
              value: former.scaleLabel?.label ?? former.value,
              ...textsOf(former),
              asOf: written(former.asOf),
            },
          }
        : {}),
      after: { value: label?.label ?? verdict, ...given, asOf: written(judgedAsOf) },
    });
    return { slug: claim.slug };
  });
}

/** What the public reads of the verdict on a claim, as a notice names it when it changes. */
const READ_OF_TRUTH = {
  verdict: TRUTH_OF_CLAIM,
  reasons: "The reasoning of the verdict on its truth",
  uncertainty: "What is uncertain in the verdict on its truth",
  asOf: "The day as of which the verdict on its truth holds",
} as const;
const LABEL = { id: true, label: true, scale: { select: { name: true } } } as const;
type Label = Awaited<ReturnType<typeof findLabel>>;
const MORE_EVIDENCE = "Evidence was added to the verdict on its truth";
const NOTHING_READ = { reasons: "", uncertainty: "", asOf: "" };

const written = (on: Date) => typedDate(on, "day");
const textsOf = ({ reasons, uncertainty }: { reasons: string; uncertainty: string }) => ({
  ...{ reasons, uncertainty },
});
