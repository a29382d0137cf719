import type { Actor } from "@/lib/auth";
import { checkClaimReviews, type ReviewedClaim, toClaimReview } from "@/lib/claimreview";
import { db, type Prisma, type Tx } from "@/lib/db/server";
import type { Refusal } from "@/lib/errors";
import { absoluteUrl } from "@/lib/http";
import type { Change } from "@/lib/notices";
import { cursorOf, olderThan, type PageRequest, takeOf } from "@/lib/paging";
import { readableEvidence, SHOWN_EVIDENCE, titlesFor } from "@/lib/sources/server";
import { FALLEN_STATES, isSaidInDoubt, wordedInFull } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import { writeDated } from "@/lib/text";
import { MADE_PUBLIC, visibleClaims, visibleStatements } from "@/lib/visibility/server";
import { IN_WORDS, NO_TRUTH, TRUTH_OF_CLAIM } from "./model";

type Reading = Pick<Tx, "claim" | "verdict" | "position">;
export type ClaimTruth = NonNullable<Awaited<ReturnType<typeof findTruth>>>;

/** The standing verdict on the truth of a claim, its evidence as far as the actor may read it; null while nobody gave one. */
export async function findTruth(actor: Actor, claimId: string) {
  const verdict = await truthOf(db, claimId);
  if (!verdict) return null;
  return { ...verdict, evidence: await readableEvidence(actor, verdict.evidence) };
}

/** A claim with what a ClaimReview is made of, as the actor may read it; null without a verdict that is a label. */
export async function findReviewed(actor: Actor, claimId: string): Promise<ReviewedClaim | null> {
  const truth = await findTruth(actor, claimId);
  if (!truth) return null;
  return reviewedOf(db, { claimId, truth, statements: visibleStatements(actor), actor });
}

/** One page of the public claims that emit a ClaimReview, newest first, as the actor may read them. */
export async function listReviewed(actor: Actor, page: PageRequest = {}) {
  const take = takeOf(page);
  // Claim(createdAt, id)
  const found = await db.claim.findMany({
    where: {
      AND: [
        visibleClaims(actor),
        {
          state: "published",
          verdicts: { some: { axis: "true", supersededAt: null, scaleLabelId: { not: null } } },
        },
        olderThan("createdAt", page.after),
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: { id: true, createdAt: true },
  });
  const shown = found.slice(0, take);
  const last = found.length > take ? shown.at(-1) : undefined;
  const items = await Promise.all(shown.map(({ id }) => findReviewed(actor, id)));
  return {
    items: items.filter((one) => one !== null),
    next: last ? cursorOf(last.createdAt, last.id) : null,
  };
}

/** What the validator would say of the ClaimReview that a claim emits once it is public: errors alone refuse. */
export async function claimReviewRefusals(tx: Reading, claimId: string): Promise<Refusal[]> {
  const truth = await truthOf(tx, claimId);
  if (!truth) return [];
  const reviewed = await reviewedOf(tx, { claimId, truth, statements: MADE_PUBLIC, actor: null });
  if (!reviewed) return [];
  const page = absoluteUrl(`/claims/${reviewed.slug}`);
  const placed = { review: toClaimReview(reviewed), page, shownVerdict: reviewed.verdict.label };
  return checkClaimReviews([placed])
    .flatMap(({ findings }) => findings)
    .filter(({ level }) => level === "error")
    .map(({ code, message }) => ({
      rule: `claimreview.${code}`,
      message: `As a ClaimReview it would be refused (${code}): ${message}`,
    }));
}

/** That a verdict ends with the words that it was given on, as the public and the record of changes are told. */
export async function verdictEnding(tx: Pick<Tx, "verdict">, claimId: string): Promise<Change[]> {
  const truth = await truthOf(tx, claimId);
  if (!truth) return [];
  return [{ what: TRUTH_OF_CLAIM, before: truth.scaleLabel?.label ?? IN_WORDS, after: NO_TRUTH }];
}

function truthOf(client: Pick<Tx, "verdict">, claimId: string) {
  // Verdict(claimId, supersededAt)
  return client.verdict.findFirst({
    where: { claimId, axis: "true", supersededAt: null },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    select: TRUTH,
  });
}

interface Wanted {
  readonly claimId: string;
  readonly truth: Pick<ClaimTruth, "reasons" | "asOf" | "givenAt" | "scaleLabel"> & {
    readonly evidence: readonly { readonly title: string; readonly address: string }[];
  };
  readonly statements: Prisma.StatementWhereInput;
  /** Null for a guard, which judges what the desk holds. */
  readonly actor: Actor | null;
}

async function reviewedOf(client: Reading, wanted: Wanted): Promise<ReviewedClaim | null> {
  const { claimId, truth, statements, actor } = wanted;
  const { scaleLabel } = truth;
  if (!scaleLabel) return null;
  const claim = await client.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { slug: true, proposition: true },
  });
  const taken = await client.position.findMany({
    where: {
      claimId,
      supersededAt: null,
      stance: "asserts",
      statement: { AND: [statements, { state: { notIn: [...FALLEN_STATES] } }] },
    },
    orderBy: [{ statement: { occurredAt: "asc" } }, { id: "asc" }],
    select: { statement: { select: ASSERTION } },
    take: MOST_ASSERTIONS,
  });
  // the first is printed: one that was surely said, where there is one
  const sure = taken.filter(({ statement }) => !isSaidInDoubt(statement));
  const asserted = [...sure, ...taken.filter((one) => !sure.includes(one))];
  const titled = actor
    ? await titlesFor(
        actor,
        taken.map(({ statement }) => statement.source),
      )
    : <T>(source: T) => source;
  return {
    ...claim,
    verdict: {
      ...{ reasons: truth.reasons, asOf: truth.asOf, givenAt: truth.givenAt, evidence: truth.evidence },
      ...{ label: scaleLabel.label, number: scaleLabel.number, isOrdered: scaleLabel.scale.isOrdered },
      numbers: scaleLabel.scale.labels.flatMap(({ number }) => number ?? []),
    },
    assertions: asserted.map(({ statement }) => ({
      // a program takes who is named here for who made the claim, and no doubt stands beside a name
      speaker:
        statement.speaker && !isSaidInDoubt(statement)
          ? { ...statement.speaker, role: statement.roleThen }
          : null,
      words: wordedInFull(statement),
      saidOn: statement.saidOn && dated(statement.saidOn, statement.saidOnPrecision),
      address: titled(statement.source).address,
    })),
  };
}

const MOST_ASSERTIONS = 50;

function dated(on: Date, precision: string | null): string {
  return writeDated({ on, precision: precision === "year" || precision === "month" ? precision : "day" });
}

const TRUTH = {
  id: true,
  value: true,
  reasons: true,
  uncertainty: true,
  asOf: true,
  givenAt: true,
  scaleLabel: {
    select: {
      key: true,
      label: true,
      number: true,
      icon: true,
      scale: {
        select: {
          key: true,
          name: true,
          isOrdered: true,
          labels: { where: { retiredAt: null }, select: { number: true }, orderBy: { ordinal: "asc" } },
        },
      },
    },
  },
  evidence: SHOWN_EVIDENCE,
} as const satisfies Prisma.VerdictSelect;

const ASSERTION = {
  ...WORDED,
  roleThen: true,
  saidOn: true,
  saidOnPrecision: true,
  speaker: { select: { name: true, kind: true, wikidataId: true } },
  source: { select: { publicId: true, title: true, address: true } },
} as const satisfies Prisma.StatementSelect;
