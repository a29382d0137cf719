import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { evidenceRows } from "@/lib/claims/server";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { printableId } from "@/lib/text";
import {
  canDecide,
  endsRefusal,
  type RelationDecision,
  type RelationState,
  type RelationType,
  storedEnds,
  wordingsKeyOf,
} from "./model";
import {
  type ConfirmInput,
  confirmSchema,
  type RejectInput,
  type RelateInput,
  type ReopenInput,
  type ResolveInput,
  rejectSchema,
  relateSchema,
  reopenSchema,
  resolveSchema,
  type SuggestInput,
  suggestSchema,
} from "./schema";

/** A relation as its mutations return it: where it is found and the save that it has reached. */
export interface RelationSaved {
  readonly id: string;
  readonly publicId: string;
  readonly version: number;
}

interface Content {
  readonly type: RelationType;
  readonly fromId: string;
  readonly toId: string;
  readonly rationale: string;
  readonly comparability: string;
  readonly valueFrom: string | null;
  readonly valueTo: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly suggestedBy: string;
}

/**
 * Relates two statements, as a decision or as a suggestion by a person.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the two stand in this relation already or cannot.
 */
export async function relateStatements(actor: Actor, input: RelateInput): Promise<RelationSaved> {
  const { state, evidence, valueFrom, valueTo, unit, period, ...accepted } = acceptInput(relateSchema, input);
  assertCan(actor, state === "confirmed" ? "relation:decide" : "relation:suggest");
  return transact(async (tx) => {
    const isNumeric = accepted.type === "numeric_conflict";
    const values = isNumeric
      ? { valueFrom, valueTo, unit, period }
      : { valueFrom: null, valueTo: null, unit: null, period: null };
    const saved = await insertRelation(tx, actor, state, { ...accepted, ...values, suggestedBy: "" });
    const rows = await evidenceRows(tx, actor, evidence);
    await tx.evidence.createMany({ data: rows.map((row) => ({ ...row, relationId: saved.id })) });
    return saved;
  });
}

/**
 * Records that a rule proposes a relation; a person decides. Null when the pair is on record already, or was rejected
 * and neither wording has changed since.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused}
 */
export async function suggestRelation(actor: Actor, input: SuggestInput): Promise<RelationSaved | null> {
  assertCan(actor, "relation:suggest");
  const accepted = acceptInput(suggestSchema, input);
  return transact(async (tx) => {
    const none = { valueFrom: null, valueTo: null, unit: null, period: null };
    const content = { ...accepted, ...none };
    const ends = await findEnds(tx, content);
    const standing = await findStanding(tx, content.type, ends);
    if (
      standing &&
      (standing.state !== "rejected" ||
        standing.wordingsKey === wordingsKeyOf(ends.from.wordingKey, ends.to.wordingKey))
    )
      return null;
    return insertRelation(tx, actor, "suggested", content);
  });
}

async function insertRelation(
  tx: Tx,
  actor: Actor,
  state: Extract<RelationState, "suggested" | "confirmed">,
  content: Content,
): Promise<RelationSaved> {
  const ends = await findEnds(tx, content);
  const impossible = endsRefusal(content.type, ends.from, ends.to);
  if (impossible !== null) throw new Refused([{ rule: "relation.ends", message: impossible, field: "type" }]);
  const standing = await findStanding(tx, content.type, ends);
  if (
    standing &&
    !(
      standing.state === "rejected" &&
      standing.wordingsKey !== wordingsKeyOf(ends.from.wordingKey, ends.to.wordingKey)
    )
  ) {
    const message = `The two stand in this relation already: ${standing.publicId}, ${standing.state}.`;
    throw new Refused([{ rule: "relation.twin", message, field: "toId" }]);
  }
  const { fromId, toId, ...rest } = asStored(content, ends);
  const createdAt = now();
  const data = { ...rest, state, resolution: null, wordingsKey: "", authorId: actor.id };
  const select = { id: true, publicId: true, version: true } as const;
  const saved = standing
    ? await tx.relation.update({
        where: { id: standing.id },
        data: { ...data, version: { increment: 1 } },
        select,
      })
    : await tx.relation.create({
        data: { ...data, publicId: printableId("rel"), fromId, toId, createdAt },
        select,
      });
  await tx.relationDecision.create({
    data: {
      relationId: saved.id,
      decision: state,
      reason: rest.rationale,
      madeById: actor.id,
      madeAt: createdAt,
    },
  });
  await appendAudit(tx, {
    actor,
    action: `relation.${state}`,
    subjectType: "relation",
    subjectId: saved.id,
    after: { ...rest, from: ends.from.publicId, to: ends.to.publicId, state, publicId: saved.publicId },
  });
  return saved;
}

const END = { id: true, publicId: true, speakerId: true, sourceId: true, wordingKey: true } as const;

interface Ends {
  readonly from: Prisma.StatementGetPayload<{ select: typeof END }>;
  readonly to: Ends["from"];
}

async function findEnds(tx: Tx, content: Pick<Content, "fromId" | "toId">): Promise<Ends> {
  const [from, to] = await Promise.all([
    tx.statement.findUnique({ where: statementRef(content.fromId), select: END }),
    tx.statement.findUnique({ where: statementRef(content.toId), select: END }),
  ]);
  if (!from) throw new NotFound(`Statement ${content.fromId}`);
  if (!to) throw new NotFound(`Statement ${content.toId}`);
  if (from.id === to.id) {
    const message = "A statement cannot be related to itself.";
    throw new Refused([{ rule: "relation.self", message, field: "toId" }]);
  }
  return { from, to };
}

function findStanding(tx: Tx, type: RelationType, { from, to }: Ends) {
  return tx.relation.findUnique({
    where: { type_fromId_toId: { type, ...storedEnds(type, from.id, to.id) } },
    select: { id: true, publicId: true, state: true, wordingsKey: true },
  });
}

/** The content with its ends, and the values that belong to them, in the order in which they are stored. */
function asStored(content: Content, { from, to }: Ends) {
  const ends = storedEnds(content.type, from.id, to.id);
  const isSwapped = ends.fromId !== from.id;
  const { valueFrom, valueTo } = content;
  return {
    ...content,
    ...ends,
    valueFrom: isSwapped ? valueTo : valueFrom,
    valueTo: isSwapped ? valueFrom : valueTo,
  };
}

/**
 * Confirms a suggestion, with a rationale and a note on comparability of the reviewer's own where they are given.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function confirmRelation(actor: Actor, input: ConfirmInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, ...given } = acceptInput(confirmSchema, input);
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
    return decide(tx, actor, relation, after, given.rationale || "Confirmed as suggested.");
  });
}

/** Rejects a suggestion or takes back a confirmation. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function rejectRelation(actor: Actor, input: RejectInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, reason } = acceptInput(rejectSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "rejected");
    const wordingsKey = wordingsKeyOf(relation.from.wordingKey, relation.to.wordingKey);
    return decide(tx, actor, relation, { state: "rejected", wordingsKey }, reason);
  });
}

/** Records how a confirmed relation comes out. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function resolveRelation(actor: Actor, input: ResolveInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, resolution, reason } = acceptInput(resolveSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "resolved");
    return decide(tx, actor, relation, { state: "resolved", resolution }, reason);
  });
}

/** Opens a rejected or resolved relation again. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function reopenRelation(actor: Actor, input: ReopenInput): Promise<RelationSaved> {
  assertCan(actor, "relation:decide");
  const { id, version, reason } = acceptInput(reopenSchema, input);
  return transact(async (tx) => {
    const relation = await claimRelationVersion(tx, id, version, "reopened");
    const state = relation.state === "rejected" ? "suggested" : "confirmed";
    return decide(tx, actor, relation, { state, resolution: null, wordingsKey: "" }, reason);
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
  change: Prisma.RelationUncheckedUpdateInput,
  reason: string,
): Promise<RelationSaved> {
  await tx.relation.update({ where: { id: relation.id }, data: change });
  const { decision } = relation;
  const resolution = typeof change.resolution === "string" ? change.resolution : null;
  await tx.relationDecision.create({
    data: { relationId: relation.id, decision, resolution, reason, madeById: actor.id, madeAt: now() },
  });
  await appendAudit(tx, {
    actor,
    action: `relation.${decision}`,
    subjectType: "relation",
    subjectId: relation.id,
    before: { state: relation.state, resolution: relation.resolution },
    after: { ...change },
    reason,
  });
  return { id: relation.id, publicId: relation.publicId, version: relation.version };
}

function refusal(field: string, message: string): Refusal {
  return { rule: `relation.${field}`, message, field };
}
