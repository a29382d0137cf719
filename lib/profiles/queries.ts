import type { Actor } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { contradictedStatements } from "@/lib/relations/server";
import { FALLEN_STATES } from "@/lib/statements";
import { listedStatements, visibleClaims, visibleStatements } from "@/lib/visibility/server";

/** Counts of what is held of one speaker, over the statements that a list shows the actor when no state is asked for. */
export interface Tally {
  readonly statements: number;
  readonly byForm: Readonly<Record<string, number>>;
  readonly sources: number;
  /** Statements with at least one verdict in force. */
  readonly checked: number;
  /** Statements that a contradiction stands against. */
  readonly contradicted: number;
  /** Statements that were retracted; the public finds them under that state, and the other counts leave them out. */
  readonly retracted: number;
}

/** One statement's position on a claim. */
export interface PositionTaken {
  readonly stance: string;
  readonly note: string;
  readonly statement: { readonly publicId: string; readonly occurredAt: Date };
}

/** What a speaker said on one claim, in time. */
export interface ClaimPositions {
  readonly claim: { readonly slug: string; readonly proposition: string };
  readonly positions: readonly PositionTaken[];
  /** How many times a position differs from the one before it. */
  readonly changes: number;
  /** How many other speakers take a position on it. */
  readonly others: number;
}

/** Counts what the actor sees of one speaker. */
export async function tallySpeaker(actor: Actor, speakerId: string): Promise<Tally> {
  const visible: Prisma.StatementWhereInput = { AND: [{ speakerId }, visibleStatements(actor)] };
  const theirs: Prisma.StatementWhereInput = { AND: [visible, listedStatements(actor)] };
  const [forms, sources, checked, contradicted, retracted] = await Promise.all([
    db.statement.groupBy({ by: ["form"], where: theirs, _count: { _all: true } }),
    db.statement.groupBy({ by: ["sourceId"], where: theirs }),
    db.statement.count({ where: { AND: [theirs, { verdicts: { some: { supersededAt: null } } }] } }),
    db.statement.count({ where: { AND: [theirs, contradictedStatements(actor)] } }),
    db.statement.count({ where: { AND: [visible, { state: "retracted" }] } }),
  ]);
  const byForm = Object.fromEntries(forms.map(({ form, _count }) => [form, _count._all]));
  const statements = Object.values(byForm).reduce((sum, count) => sum + count, 0);
  return { statements, byForm, sources: sources.length, checked, contradicted, retracted };
}

/** The positions that a speaker took, by claim, the claim spoken of last first; within a claim oldest first. */
export async function listPositionsOf(actor: Actor, speakerId: string): Promise<ClaimPositions[]> {
  const inForce: Prisma.PositionWhereInput = { supersededAt: null, claim: visibleClaims(actor) };
  const taken = await db.position.findMany({
    where: { AND: [inForce, { statement: { AND: [{ speakerId }, standingStatements(actor)] } }] },
    select: {
      stance: true,
      note: true,
      claimId: true,
      claim: { select: { slug: true, proposition: true } },
      statement: { select: { publicId: true, occurredAt: true } },
    },
    orderBy: [{ statement: { occurredAt: "asc" } }, { statement: { id: "asc" } }],
  });
  const byClaim = new Map<string, typeof taken>();
  for (const position of taken) {
    byClaim.set(position.claimId, [...(byClaim.get(position.claimId) ?? []), position]);
  }
  const others = await countOtherSpeakers(actor, speakerId, [...byClaim.keys()]);
  return [...byClaim.entries()]
    .map(([claimId, positions]) => ({
      claim: positions[0]?.claim ?? { slug: "", proposition: "" },
      positions: positions.map(({ stance, note, statement }) => ({ stance, note, statement })),
      changes: positions.filter(({ stance }, index) => index > 0 && stance !== positions[index - 1]?.stance)
        .length,
      others: others.get(claimId) ?? 0,
    }))
    .sort((a, b) => latest(b) - latest(a));
}

async function countOtherSpeakers(actor: Actor, speakerId: string, claimIds: readonly string[]) {
  const positions = await db.position.findMany({
    where: {
      claimId: { in: [...claimIds] },
      supersededAt: null,
      statement: { AND: [{ speakerId: { not: speakerId } }, standingStatements(actor)] },
    },
    select: { claimId: true, statement: { select: { speakerId: true } } },
    orderBy: { id: "asc" },
  });
  const speakers = new Map<string, Set<string | null>>();
  for (const { claimId, statement } of positions) {
    speakers.set(claimId, (speakers.get(claimId) ?? new Set()).add(statement.speakerId));
  }
  return new Map([...speakers].map(([claimId, ids]) => [claimId, ids.size]));
}

function standingStatements(actor: Actor): Prisma.StatementWhereInput {
  return { AND: [visibleStatements(actor), { state: { notIn: [...FALLEN_STATES] } }] };
}

function latest({ positions }: ClaimPositions): number {
  return positions.at(-1)?.statement.occurredAt.getTime() ?? 0;
}
