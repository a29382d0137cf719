import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { canDecide, type RelationDecision, wordingsKeyOf } from "./model";
import type { RelationSaved } from "./mutations";
import {
  type ConfirmInput,
  confirmSchema,
  type RejectInput,
  type ReopenInput,
  type ResolveInput,
  rejectSchema,
  reopenSchema,
  resolveSchema,
} from "./schema";
import { passTie, standingOf } from "./ties";

/**
 * Confirms a suggestion, with a rationale and a note on comparability of the reviewer's own where they are given.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function confirmRelation(actor: Actor, input: ConfirmInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, publicNote, ...given } = acceptInput(confirmSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "confirmed");
    const rationale = given.rationale || relation.rationale;
    const comparability = given.comparability || relation.comparability;
    const values = {
      valueFrom: given.valueFrom || relation.valueFrom,
      valueTo: given.valueTo || relation.valueTo,
      unit: given.unit || relation.unit,
      period: given.period || relation.period,
    };
    refuseUnlessEmpty([
      ...(comparability === "" ? [refusal("comparability", "Say why the two can be compared.")] : []),
      ...(relation.type === "numeric_conflict"
        ? Object.entries(values)
            .filter(([, value]) => !value)
            .map(([field]) => refusal(field, "Both values, the unit and the period are recorded."))
        : []),
    ]);
    const numeric = relation.type === "numeric_conflict" ? values : {};
    const after = { state: "confirmed", rationale, comparability, ...numeric };
    return decide(tx, actor, relation, after, {
      reason: given.rationale || "Confirmed as suggested.",
      publicNote,
    });
  });
}

/** Rejects a suggestion or takes back a confirmation. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function rejectRelation(actor: Actor, input: RejectInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, reason, publicNote } = acceptInput(rejectSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "rejected");
    const wordingsKey = wordingsKeyOf(relation.from.wordingKey, relation.to.wordingKey);
    return decide(tx, actor, relation, { state: "rejected", wordingsKey }, { reason, publicNote });
  });
}

/** Records how a confirmed relation comes out. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function resolveRelation(actor: Actor, input: ResolveInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, resolution, reason, publicNote } = acceptInput(resolveSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "resolved");
    return decide(tx, actor, relation, { state: "resolved", resolution }, { reason, publicNote });
  });
}

/** Opens a rejected or resolved relation again. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function reopenRelation(actor: Actor, input: ReopenInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, reason, publicNote } = acceptInput(reopenSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "reopened");
    const state = relation.state === "rejected" ? "suggested" : "confirmed";
    return decide(tx, actor, relation, { state, resolution: null, wordingsKey: "" }, { reason, publicNote });
  });
}

async function claimRelationVersion(tx: Tx, id: string, version: number, decision: RelationDecision) {
  const where = id.startsWith("rel-") ? { publicId: id } : { id };
  const { count } = await tx.relation.updateMany({
    where: { ...where, version },
    data: { version: { increment: 1 } },
  });
  const wording = { select: { wordingKey: true } } as const;
  const relation = await tx.relation.findUnique({ where, include: { from: wording, to: wording } });
  if (!relation) throw new NotFound("The relation");
  if (count === 0) throw new Conflict();
  if (!canDecide(relation.state, decision)) {
    const message = `The relation is ${relation.state}: it cannot be ${decision} now.`;
    throw new Refused([{ rule: "relation.state", message }]);
  }
  return { ...relation, decision };
}

type Claimed = Awaited<ReturnType<typeof claimRelationVersion>>;

async function decide(
  tx: Tx,
  actor: Actor,
  relation: Claimed,
  change: Prisma.RelationUncheckedUpdateInput & { readonly state: string },
  { reason, publicNote }: { reason: string; publicNote: string | undefined },
): Promise<RelationSaved> {
  const resolved = typeof change.resolution === "string" ? change.resolution : null;
  await passTie(tx, actor, relation, {
    before: standingOf(relation.state, relation.resolution),
    after: standingOf(change.state, resolved),
    publicNote,
    texts: [reason, change.rationale, change.comparability].filter((text) => typeof text === "string"),
  });
  await tx.relation.update({ where: { id: relation.id }, data: change });
  const { decision } = relation;
  await tx.relationDecision.create({
    data: {
      relationId: relation.id,
      decision,
      resolution: resolved,
      reason,
      madeById: actor.id,
      madeAt: now(),
    },
  });
  await appendAudit(tx, {
    actor,
    action: `relation.${decision}`,
    subjectType: "relation",
    subjectId: relation.id,
    before: Object.fromEntries(
      (Object.keys(change) as (keyof typeof change & keyof Claimed)[]).map((key) => [key, relation[key]]),
    ),
    after: { ...change, type: relation.type, publicId: relation.publicId },
    reason,
  });
  return { id: relation.id, publicId: relation.publicId, version: relation.version };
}

function refusal(field: string, message: string): Refusal {
  return { rule: `relation.${field}`, message, field };
}
