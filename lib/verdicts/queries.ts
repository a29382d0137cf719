import { namesHeld } from "@/lib/accounts/server";
import type { Actor } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { db, type Prisma } from "@/lib/db/server";
import { readableEvidence, SHOWN_EVIDENCE } from "@/lib/sources/server";
import { seesUnpublished, visibleStatements } from "@/lib/visibility/server";

export type StandingVerdict = Awaited<ReturnType<typeof latestVerdicts>>[number];
export type TruthScaleOffered = Awaited<ReturnType<typeof listScales>>[number];

/** The standing verdicts of a statement, at most one an axis, with evidence and, at the desk, who gave them. */
export async function latestVerdicts(actor: Actor, statementId: string) {
  return standingVerdicts(actor, { AND: [statementRef(statementId), visibleStatements(actor)] });
}

/** The same of many statements by their internal ids: as many queries however many they are. */
export async function latestVerdictsOfEach(actor: Actor, statementIds: readonly string[]) {
  return standingVerdicts(actor, { AND: [{ id: { in: [...statementIds] } }, visibleStatements(actor)] });
}

async function standingVerdicts(actor: Actor, statement: Prisma.StatementWhereInput) {
  const found = await db.verdict.findMany({
    where: { statement, supersededAt: null },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      statementId: true,
      axis: true,
      value: true,
      reasons: true,
      uncertainty: true,
      speakerAskedOn: true,
      speakerAnswered: true,
      asOf: true,
      givenById: true,
      givenAt: true,
      scaleLabel: {
        select: {
          key: true,
          label: true,
          number: true,
          icon: true,
          scale: {
            select: { key: true, name: true, _count: { select: { labels: { where: { retiredAt: null } } } } },
          },
        },
      },
      evidence: SHOWN_EVIDENCE,
    },
  });
  const nameOf = await namesHeld(seesUnpublished(actor) ? found.map(({ givenById }) => givenById) : []);
  const evidence = await readableEvidence(
    actor,
    found.flatMap((verdict) => verdict.evidence),
  );
  const readable = new Map(evidence.map((piece) => [piece.id, piece]));
  return found.map(({ scaleLabel, givenById, ...verdict }) => ({
    ...verdict,
    evidence: verdict.evidence.map((piece) => readable.get(piece.id) ?? piece),
    givenById,
    givenBy: nameOf(givenById, verdict.givenAt),
    scaleLabel: scaleLabel
      ? {
          key: scaleLabel.key,
          label: scaleLabel.label,
          number: scaleLabel.number,
          icon: scaleLabel.icon,
          scaleKey: scaleLabel.scale.key,
          scaleName: scaleLabel.scale.name,
          steps: scaleLabel.scale._count.labels,
        }
      : null,
  }));
}

/** The truth scales that the desk offers, with their labels in order. */
export async function listScales() {
  return db.truthScale.findMany({
    where: { retiredAt: null },
    orderBy: { id: "asc" },
    select: {
      key: true,
      name: true,
      isOrdered: true,
      labels: {
        where: { retiredAt: null },
        orderBy: { ordinal: "asc" },
        select: { key: true, label: true, definition: true, number: true, icon: true },
      },
    },
  });
}
