import { namesHeld } from "@/lib/accounts/server";
import { type Actor, assertCan } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { db } from "@/lib/db/server";
import type { Changes } from "@/lib/publication";
import type { AssessInput } from "@/lib/sourcing";
import { verdictTyped } from "./schema";

/** So many are offered again: who withdrew more knows the last ones. */
const MOST_OFFERED = 5;

/** A correction that was withdrawn before anybody confirmed it, with what its form held. */
export type WithdrawnCorrection = Awaited<ReturnType<typeof listWithdrawnCorrections>>[number];

/**
 * The corrections of the version at hand that were withdrawn, the last first, each as it can be proposed again: with what
 * its proposer judged anew, and not what colleagues answered to it. @throws {Forbidden}
 */
export async function listWithdrawnCorrections(actor: Actor, statementId: string) {
  assertCan(actor, "statement:correct");
  const statement = await db.statement.findUnique({
    where: statementRef(statementId),
    select: { id: true, publishedVersion: true },
  });
  const found = await db.correctionProposal.findMany({
    where: {
      ...{ statementId: statement?.id ?? "", baseVersion: statement?.publishedVersion ?? -1 },
      ...{ confirmedAt: null, withdrawnAt: { not: null } },
    },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: MOST_OFFERED,
    include: {
      renewals: {
        where: { outcome: { not: "holds" } },
        orderBy: [{ givenAt: "asc" }, { id: "asc" }],
        select: { subject: true, outcome: true, given: true, reason: true, givenById: true },
      },
    },
  });
  const nameOf = await namesHeld(found.map(({ proposedById }) => proposedById));
  return found.map(({ renewals, changes, ...proposal }) => {
    const own = renewals.filter(({ givenById }) => givenById === proposal.proposedById);
    const verdict = own.find(({ subject }) => subject.startsWith("verdict:"));
    const assessed = own.find(({ subject }) => subject === "sourcing");
    return {
      ...{ id: proposal.id, kind: proposal.kind, note: proposal.note, explanation: proposal.explanation },
      ...{ why: proposal.withdrawnReason, withdrawnAt: proposal.withdrawnAt ?? proposal.proposedAt },
      by: nameOf(proposal.proposedById, proposal.proposedAt),
      changes: JSON.parse(changes) as Changes,
      verdict: verdict ? { value: verdictTyped(verdict), reasons: verdict.reason } : null,
      sourcing: assessed
        ? { reason: assessed.reason, given: JSON.parse(assessed.given) as AssessInput }
        : null,
    };
  });
}

/** The retractions of a statement that were proposed and withdrawn, the last first. @throws {Forbidden} */
export async function listWithdrawnRetractions(actor: Actor, statementId: string) {
  assertCan(actor, "statement:retract");
  const found = await db.retraction.findMany({
    where: { statement: statementRef(statementId), withdrawnAt: { not: null } },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: MOST_OFFERED,
  });
  const nameOf = await namesHeld(found.map(({ proposedById }) => proposedById));
  return found.map(({ id, reason, withdrawnReason: why, withdrawnAt, proposedById, proposedAt }) => ({
    ...{ id, reason, why, withdrawnAt: withdrawnAt ?? proposedAt, by: nameOf(proposedById, proposedAt) },
  }));
}
