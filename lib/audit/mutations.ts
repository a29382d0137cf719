import { v7 as uuid } from "uuid";
import type { Actor } from "@/lib/auth";
import {
  addMany,
  type ModelName,
  readRecords,
  sealedFieldsOf,
  type Tx,
  type UnitOfWork,
  unitOf,
} from "@/lib/db/server";
import { now } from "@/lib/env";
import { writeCheckpoint } from "./checkpoints";
import { chainHash, type Seal, sealFields, sealsHash } from "./model";
import { signer } from "./signatures";

export interface AuditEvent {
  readonly actor: Actor;
  /** A verb in the past: `statement.captured`, `verdict.given`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

/** An event and the moment of it. */
type Timed = AuditEvent & { readonly at: Date };

/** What the transactions under way have to tell at their end. */
const told = new WeakMap<UnitOfWork, Timed[]>();

/**
 * Appends one entry to the hash chain inside the transaction of the change it tells of. It is written at the end of the
 * transaction, with a seal of every record that the transaction wrote: the chain's end is locked for a moment only.
 */
export async function appendAudit(tx: Tx, event: AuditEvent): Promise<void> {
  await appendAudits(tx, [event]);
}

/** Appends many entries in their order with one write, for a change of many things at once. */
export async function appendAudits(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const at = now();
  const timed = events.map((event) => ({ ...event, at }));
  const unit = unitOf(tx);
  if (unit === null) throw new Error("appendAudit needs the transaction that `transact` opened.");
  const waiting = told.get(unit);
  if (waiting !== undefined) return void waiting.push(...timed);
  told.set(unit, timed);
  unit.beforeCommit.push(() => writeEntries(unit));
}

/** Seals of records that the transaction did not write, made while nobody else can append. */
const alsoSealed = new WeakMap<UnitOfWork, () => Promise<Seal[]>>();

/** Appends an entry that seals records which stand already: `makeSeals` reads them while nobody else can append. */
export async function appendSeals(
  tx: Tx,
  event: AuditEvent,
  makeSeals: () => Promise<Seal[]>,
): Promise<void> {
  await appendAudit(tx, event);
  const unit = unitOf(tx);
  if (unit !== null) alsoSealed.set(unit, makeSeals);
}

async function writeEntries(unit: UnitOfWork): Promise<void> {
  const { tx } = unit;
  const events = told.get(unit) ?? [];
  const written = await sealWritten(unit);
  const { keyId, sign } = signer();
  // from here to the commit nobody else can append
  const head = await tx.auditHead.upsert({
    where: { id: 1 },
    create: { id: 1, seq: events.length, hash: "" },
    update: { seq: { increment: events.length } },
  });
  const seals = [...written, ...((await alsoSealed.get(unit)?.()) ?? [])];
  let hash = head.hash;
  const entries = events.map((event, index) => {
    const isLast = index === events.length - 1;
    const content = {
      seq: head.seq - events.length + index + 1,
      at: event.at,
      actorId: event.actor.id,
      actorName: event.actor.name,
      actorRole: event.actor.role,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
      reason: event.reason ?? null,
      seals: isLast ? sealsHash(seals) : null,
    };
    const previousHash = hash;
    hash = chainHash(previousHash, content);
    return { ...content, previousHash, hash, keyId, mac: sign(hash) };
  });
  await addMany(
    tx,
    "AuditEntry",
    entries.map((entry) => ({ id: uuid(), ...entry })),
  );
  await addMany(
    tx,
    "AuditSeal",
    seals.map((seal, ordinal) => ({ ...seal, entrySeq: head.seq, ordinal })),
  );
  await tx.auditHead.update({ where: { id: 1 }, data: { hash } });
  unit.afterCommit.push(() => writeCheckpoint({ seq: head.seq, hash }));
}

async function sealWritten({ tx, written }: UnitOfWork): Promise<Seal[]> {
  const seals: Seal[] = [];
  for (const [model, ids] of written) seals.push(...(await sealRecords(tx, model, [...ids])));
  return seals;
}

/** The seals of records as they stand in the table; one that is not there is sealed as deleted. */
export async function sealRecords(tx: Tx, model: ModelName, recordIds: readonly string[]): Promise<Seal[]> {
  const rows = await readRecords(tx, model, recordIds);
  const fields = sealedFieldsOf(model);
  return recordIds.map((recordId) => {
    const row = rows.get(recordId);
    const record = { model, recordId };
    return { ...record, fields: row === undefined ? null : sealFields(record, row, fields) };
  });
}
