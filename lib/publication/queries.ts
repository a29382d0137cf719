import type { Actor } from "@/lib/auth";
import { STANCES } from "@/lib/claims";
import { db, type Prisma, type Tx } from "@/lib/db/server";
import { type Hand, hand } from "@/lib/independence";
import { RELATION_TYPES } from "@/lib/relations";
import { labelOf } from "@/lib/text";
import { AXES, valueLabel } from "@/lib/verdicts";
import { DECIDED_RELATIONS, visibleStatements } from "@/lib/visibility/server";
import { askedAgain, CHECKLIST } from "./model";
import type { Changes } from "./schema";

/** What is said before the words of a statement wherever they are shown, cited or exported; null and empty when nothing is. */
export interface PublicNotice {
  /** The confirmed retraction. */
  readonly retraction: { readonly on: Date; readonly reason: string } | null;
  /** Every confirmed correction, oldest first; `version` is the one that it made. */
  readonly corrections: readonly {
    readonly version: number;
    readonly kind: string;
    readonly note: string;
    readonly on: Date;
  }[];
}

/**
 * The notices of statements that the actor may see, by public id, in one query. A retraction or a correction that still
 * waits for its second editor is no notice.
 */
export async function noticesOf(
  actor: Actor,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, PublicNotice>> {
  const found = await db.statement.findMany({
    where: { AND: [{ publicId: { in: [...publicIds] } }, visibleStatements(actor)] },
    select: {
      publicId: true,
      corrections: {
        orderBy: [{ versionNumber: "asc" }, { id: "asc" }],
        select: { versionNumber: true, kind: true, note: true, givenAt: true },
      },
      retractions: {
        where: { confirmedAt: { not: null } },
        take: 1,
        select: { reason: true, confirmedAt: true },
        orderBy: { id: "asc" },
      },
    },
    orderBy: { id: "asc" },
  });
  return new Map(
    found.map(({ publicId, corrections, retractions: [retraction] }) => [
      publicId,
      {
        retraction: retraction?.confirmedAt
          ? { on: retraction.confirmedAt, reason: retraction.reason }
          : null,
        corrections: corrections.map(({ versionNumber: version, givenAt: on, ...rest }) => ({
          version,
          on,
          ...rest,
        })),
      },
    ]),
  );
}

/** Something judged of what stood before, and what was answered since. */
export interface Question {
  /** `verdict:said`, `relation:rel-…`, `position:<claim>`, `check:words_match`, `sourcing`. */
  readonly subject: string;
  /** The record that stands. */
  readonly recordId: string;
  /** "“Said?”, confirmed". */
  readonly what: string;
  readonly answer: Answer | null;
}

export interface Answer {
  readonly outcome: string;
  /** JSON: what is given anew. */
  readonly given: string;
  readonly reason: string;
  readonly givenById: string | null;
  readonly givenAt: Date;
}

export type WaitingCorrection = NonNullable<Awaited<ReturnType<typeof findWaitingCorrection>>>;

/** The correction of a statement that waits for a second editor, with every question that it opens; null when none waits. */
export async function findWaitingCorrection(
  tx: Pick<Tx, "correctionProposal" | "statement">,
  statementId: string,
) {
  const proposal = await tx.correctionProposal.findFirst({
    where: { statementId, confirmedAt: null, withdrawnAt: null },
    include: { renewals: { orderBy: [{ givenAt: "asc" }, { id: "asc" }] } },
  });
  if (!proposal) return null;
  const { renewals: given, ...rest } = proposal;
  const renewals = given.filter(({ supersededAt }) => supersededAt === null);
  const changes = JSON.parse(proposal.changes) as Changes;
  const asked = await questionsOf(tx, statementId, Object.keys(changes));
  const answerTo = ({ subject, recordId }: { subject: string; recordId: string }) =>
    // an answer about a record that was superseded since is none
    renewals.find((renewal) => renewal.subject === subject && renewal.recordId === recordId) ?? null;
  const questions = asked.map((question): Question => ({ ...question, answer: answerTo(question) }));
  const hands = [
    hand(proposal.proposedById, "proposed"),
    ...given.map(({ givenById }) => hand(givenById, "renewed")),
    ...(await firstHands(tx, { ...rest, changes, answers: renewals })),
  ].filter((one) => one !== null);
  return { ...rest, changes, questions, answers: renewals, hands };
}

interface Proposed {
  readonly id: string;
  readonly statementId: string;
  readonly baseVersion: number;
  readonly changes: Changes;
  readonly answers: readonly Answered[];
}

type Answered = Pick<Answer, "outcome" | "given"> & { readonly subject: string };

/**
 * Who first proposed any of what a correction holds, when that was withdrawn: a colleague who proposes the same words does not
 * make them another's.
 */
async function firstHands(tx: Pick<Tx, "correctionProposal">, proposed: Proposed): Promise<(Hand | null)[]> {
  const { id, statementId, baseVersion, changes, answers } = proposed;
  const withdrawn = await tx.correctionProposal.findMany({
    where: { statementId, baseVersion, id: { not: id }, withdrawnAt: { not: null } },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    select: {
      ...{ proposedById: true, changes: true },
      renewals: {
        select: { ...WRITTEN_ANEW, givenById: true },
        orderBy: [{ givenAt: "asc" }, { id: "asc" }],
      },
    },
  });
  const former = withdrawn.map((one) => ({ ...one, changes: JSON.parse(one.changes) as Changes }));
  const worded = (Object.keys(changes) as (keyof Changes)[]).map((field) => {
    const isSame = (one: Changes) => field in one && (one[field] ?? "") === (changes[field] ?? "");
    return hand(former.find((one) => isSame(one.changes))?.proposedById, "first");
  });
  const judged = answers
    .filter(({ outcome }) => outcome === "anew")
    .map((answer) => {
      const all = former.flatMap(({ renewals }) => renewals);
      return hand(all.find((one) => sameAnswer(one, answer))?.givenById, "first");
    });
  return [...worded, ...judged];
}

const WRITTEN_ANEW = { subject: true, outcome: true, given: true } as const;

function sameAnswer(one: Answered, other: Answered): boolean {
  return one.subject === other.subject && one.outcome === other.outcome && anewOf(one) === anewOf(other);
}

/** What is given anew, without the reasons: those are everybody's own. */
function anewOf({ given }: Answered): string {
  const { reasons: _, ...value } = JSON.parse(given) as Record<string, unknown>;
  return JSON.stringify(value);
}

/** What stands of a statement that a change of these fields asks for again. */
async function questionsOf(tx: Pick<Tx, "statement">, statementId: string, fields: readonly string[]) {
  const asked = askedAgain(fields);
  const standing = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: STANDING,
  });
  const ties = [
    ...standing.relationsFrom.map(({ to, ...tie }) => ({ ...tie, other: to })),
    ...standing.relationsTo.map(({ from, ...tie }) => ({ ...tie, other: from })),
  ];
  return [
    ...(asked.isSourcing ? standing.assessments : []).map(({ id }) => ({
      subject: "sourcing",
      recordId: id,
      what: "Sourcing",
    })),
    ...standing.verdicts
      .filter(({ axis }) => asked.axes.includes(axis))
      .map(({ id, axis, value, scaleLabel }) => ({
        subject: `verdict:${axis}`,
        recordId: id,
        what: `“${labelOf(AXES, axis)}”, ${(scaleLabel?.label ?? wordOf(axis, value)).toLowerCase()}`,
      })),
    ...(asked.isRelations ? ties : []).map(({ publicId, version, type, state, other }) => ({
      subject: `relation:${publicId}`,
      recordId: `${publicId}/${version}`,
      what: `${labelOf(RELATION_TYPES, type)}, ${state}, ${other.publicId}`,
    })),
    ...(asked.isPositions ? standing.positions : []).map(({ id, stance, claim }) => ({
      subject: `position:${claim.slug}`,
      recordId: id,
      what: `${labelOf(STANCES, stance)}: ${claim.proposition}`,
    })),
    ...(standing.review?.checks ?? [])
      .filter(({ item }) => asked.checks.includes(item))
      .map(({ id, item }) => ({
        subject: `check:${item}`,
        recordId: id,
        what: `Check, ${labelOf(CHECKLIST, item).toLowerCase()}`,
      })),
  ];
}

const TIE = { publicId: true, version: true, type: true, state: true } as const;
const END = { select: { publicId: true } } as const;
const DECIDED = { where: { state: { in: [...DECIDED_RELATIONS] } } };
const STANDS = { where: { supersededAt: null } } as const;

const STANDING = {
  assessments: { ...STANDS, take: 1, select: { id: true } },
  verdicts: {
    ...STANDS,
    orderBy: { givenAt: "asc" },
    select: { id: true, axis: true, value: true, scaleLabel: { select: { label: true } } },
  },
  positions: {
    ...STANDS,
    orderBy: { takenAt: "asc" },
    select: { id: true, stance: true, claim: { select: { slug: true, proposition: true } } },
  },
  relationsFrom: { ...DECIDED, orderBy: { createdAt: "asc" }, select: { ...TIE, to: END } },
  relationsTo: { ...DECIDED, orderBy: { createdAt: "asc" }, select: { ...TIE, from: END } },
  review: { select: { checks: { ...STANDS, select: { id: true, item: true } } } },
} as const satisfies Prisma.StatementSelect;

function wordOf(axis: string, value: string): string {
  const known = AXES.find(({ key }) => key === axis);
  return (known && valueLabel(known.key, value)) ?? value.replaceAll("_", " ");
}
