import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { statementRef } from "@/lib/claims";
import { evidenceRows } from "@/lib/claims/server";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { printableId } from "@/lib/text";
import { endsRefusal, type RelationState, type RelationType, storedEnds, wordingsKeyOf } from "./model";
import { type RelateInput, relateSchema, type SuggestInput, suggestSchema } from "./schema";
import { passTie, standingOf } from "./ties";

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
 * A decision between two public statements takes an editor and a public note (`passPublicEdit`).
 */
export async function relateStatements(actor: Actor, input: RelateInput): Promise<RelationSaved> {
  const { state, evidence, valueFrom, valueTo, unit, period, publicNote, ...accepted } = acceptInput(
    relateSchema,
    input,
  );
  assertCan(actor, state === "confirmed" ? "relation:decide" : "relation:suggest");
  return transact(async (tx) => {
    const isNumeric = accepted.type === "numeric_conflict";
    const values = isNumeric
      ? { valueFrom, valueTo, unit, period }
      : { valueFrom: null, valueTo: null, unit: null, period: null };
    const saved = await insertRelation(tx, actor, state, { ...accepted, ...values, suggestedBy: "" });
    const { type, fromId, toId } = await tx.relation.findUniqueOrThrow({ where: { id: saved.id } });
    const rows = await evidenceRows(tx, actor, evidence);
    await tx.evidence.createMany({ data: rows.map((row) => ({ ...row, relationId: saved.id })) });
    const passing = { before: "", after: standingOf(state, null), publicNote };
    await passTie(tx, actor, { id: saved.id, type, fromId, toId }, passing);
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
    ...(standing ? { before: standing } : {}),
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
    select: {
      ...{ id: true, publicId: true, state: true, wordingsKey: true, rationale: true, comparability: true },
      ...{ valueFrom: true, valueTo: true, unit: true, period: true },
    },
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
