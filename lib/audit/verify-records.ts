import {
  countRecords,
  db,
  type ModelName,
  pageOfRecords,
  RECORDED_MODELS,
  type Row,
  readRecords,
  recordIdOf,
  type Tx,
} from "@/lib/db/server";
import type { Findings } from "./findings";
import { changedFields } from "./model";

const PAGE = 200;

/** How many records were held against their seals, and how many have none. */
export interface RecordsCompared {
  readonly compared: number;
  readonly unsealed: number;
}

/**
 * Compares what stands in every table to the newest seal of each record, a page at a time. A record that changes
 * meanwhile is looked at again, so that a site that is at work gives no false alarm.
 */
export async function compareRecords(findings: Findings, isSealedWhole: boolean): Promise<RecordsCompared> {
  let compared = 0;
  let unsealed = 0;
  const sealed = await db.auditSeal.groupBy({ by: ["model"], _count: true });
  const hasSeals = new Set(sealed.map(({ model }) => model));
  for (const model of RECORDED_MODELS) {
    const standing = hasSeals.has(model) ? await compareSealed(model, findings) : 0;
    compared += standing;
    if ((await countRecords(db, model)) <= standing) continue;
    for await (const recordId of eachUnsealed(model)) {
      unsealed += 1;
      if (isSealedWhole) {
        const message = `${model} ${recordId} was added behind the log: no entry tells of it.`;
        findings.add({ entry: null, table: model, record: recordId, message });
      }
    }
  }
  return { compared, unsealed };
}

/** Walks the sealed records of one table: how many of them stand in it. */
async function compareSealed(model: ModelName, findings: Findings): Promise<number> {
  let standing = 0;
  for (let after = ""; ; ) {
    const newest = await pageOfNewestSeals(model, after);
    const rows = await readRecords(db, model, [...newest.keys()]);
    for (const [recordId, seal] of newest) {
      const row = rows.get(recordId);
      if (row !== undefined) standing += 1;
      if (isAsSealed(seal, row)) continue;
      await lookAgain(model, recordId, findings);
    }
    if (newest.size < PAGE) return standing;
    after = [...newest.keys()].at(-1) ?? "";
  }
}

interface StoredSeal {
  readonly entrySeq: number;
  readonly model: string;
  readonly recordId: string;
  readonly fields: string | null;
}

function isAsSealed(seal: StoredSeal, row: Row | undefined): boolean {
  if (row === undefined || seal.fields === null) return row === undefined && seal.fields === null;
  return changedFields(seal, row).length === 0;
}

/** The newest seals of the next records of a table, by record id. */
export async function pageOfNewestSeals(
  model: ModelName,
  after: string,
  client: Tx | typeof db = db,
): Promise<Map<string, StoredSeal>> {
  const groups = await client.auditSeal.groupBy({
    by: ["recordId"],
    where: { model, recordId: { gt: after } },
    _max: { entrySeq: true },
    orderBy: { recordId: "asc" },
    take: PAGE,
  });
  const newest = new Map<string, StoredSeal>();
  const seals = await client.auditSeal.findMany({
    where: { model, OR: groups.map(({ recordId, _max }) => ({ recordId, entrySeq: _max.entrySeq ?? 0 })) },
    orderBy: [{ recordId: "asc" }, { ordinal: "asc" }],
  });
  for (const seal of seals) newest.set(seal.recordId, seal);
  return newest;
}

/** Reads seal, row and seal until no writer came between, and tells what is wrong then. */
async function lookAgain(model: ModelName, recordId: string, findings: Findings): Promise<void> {
  let seal = await newestSeal(model, recordId);
  for (;;) {
    const row = (await readRecords(db, model, [recordId])).get(recordId);
    const again = await newestSeal(model, recordId);
    if (again?.entrySeq !== seal?.entrySeq) {
      seal = again;
      continue;
    }
    if (seal !== null && !isAsSealed(seal, row)) tell(seal, row, findings);
    return;
  }
}

function tell(seal: StoredSeal, row: Row | undefined, findings: Findings): void {
  const { model: table, recordId: record, entrySeq: entry } = seal;
  const told = `entry ${entry} last told how it stood`;
  if (row === undefined) {
    findings.add({
      entry,
      table,
      record,
      message: `${table} ${record} was deleted behind the log; ${told}.`,
    });
    return;
  }
  if (seal.fields === null) {
    findings.add({
      entry,
      table,
      record,
      message: `${table} ${record} was put back behind the log; entry ${entry} deleted it.`,
    });
    return;
  }
  for (const field of changedFields(seal, row)) {
    const message = `${table} ${record}: “${field}” was changed behind the log; ${told}.`;
    findings.add({ entry, table, record, field, message });
  }
}

function newestSeal(model: ModelName, recordId: string): Promise<StoredSeal | null> {
  return db.auditSeal.findFirst({
    where: { model, recordId },
    orderBy: [{ entrySeq: "desc" }, { ordinal: "desc" }],
  });
}

/** The records of a table that no seal tells of. */
export async function* eachUnsealed(model: ModelName): AsyncIterable<string> {
  for (let after: Row | null = null; ; ) {
    const rows: Row[] = await pageOfRecords(db, model, { after, take: PAGE });
    const ids = rows.map((row) => recordIdOf(model, row));
    const sealed = await db.auditSeal.findMany({
      where: { model, recordId: { in: ids } },
      select: { recordId: true },
      distinct: ["recordId"],
      orderBy: [{ recordId: "asc" }, { entrySeq: "asc" }, { ordinal: "asc" }],
    });
    const known = new Set(sealed.map(({ recordId }) => recordId));
    yield* ids.filter((id) => !known.has(id));
    if (rows.length < PAGE) return;
    after = rows.at(-1) ?? null;
  }
}
